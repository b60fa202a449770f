package afa.rehearsal.picture;

import afa.rehearsal.ScriptAuthor;
import java.util.Random;

/** Draws the picture of an author: a face, or at times something else, in the author's colour. */
public final class AvatarPicture {
  private static final int SIZE = 96;

  private AvatarPicture() {}

  /** The picture as SVG, 96 by 96. */
  public static String draw(ScriptAuthor author) {
    Random random = new Random(author.handle().hashCode());
    Palette p = new Palette(author.hue());
    Svg svg = new Svg(SIZE, SIZE).gradient("back", p.bright(), p.middle());
    svg.rect(0, 0, SIZE, SIZE, 0, "url(#back)");
    if (random.nextInt(5) == 0) pattern(svg, p, random);
    else face(svg, p, random);
    return svg.toString();
  }

  private static void face(Svg svg, Palette p, Random random) {
    String[] skins = {"hsl(26 60% 82%)", "hsl(26 50% 68%)", "hsl(24 45% 50%)", "hsl(22 42% 34%)"};
    String[] hairs = {"hsl(24 30% 16%)", "hsl(28 45% 32%)", "hsl(40 60% 62%)", "hsl(0 0% 78%)"};
    String skin = skins[random.nextInt(skins.length)];
    String hair = random.nextInt(6) == 0 ? p.accent() : hairs[random.nextInt(hairs.length)];
    boolean isLong = random.nextBoolean();
    svg.ellipse(48, 100, 36, 30, p.colour(150 + random.nextInt(60), 45, 40));
    if (isLong) svg.rect(25, 28, 46, 48, 22, hair);
    svg.rect(41, 58, 14, 18, 6, skin).ellipse(48, 46, 19, 22, skin);
    svg.path(
        hair,
        "M28 44 q0 -%d 20 -%d q20 0 20 %d q-8 -%d -20 -%d q-12 0 -20 %d z",
        24,
        24,
        24,
        8 + random.nextInt(6),
        10,
        18);
    svg.circle(40, 47, 2.4, "#222").circle(56, 47, 2.4, "#222");
    svg.stroke("#7a3b2e", 2, "M41 56 q7 %d 14 0", 3 + random.nextInt(5));
    if (random.nextInt(3) == 0) {
      svg.stroke(
          "#222",
          2,
          "M33 47 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0 M49 47 a7 7 0 1 0 14 0"
              + " a7 7 0 1 0 -14 0 M47 46 h2");
    }
  }

  private static void pattern(Svg svg, Palette p, Random random) {
    for (int x = 0; x < 3; x++) {
      for (int y = 0; y < 5; y++) {
        if (random.nextInt(5) < 2) continue;
        String fill = random.nextInt(3) == 0 ? p.accent() : p.pale();
        svg.rect(13 + x * 14, 13 + y * 14, 14, 14, 3, fill);
        if (x < 2) svg.rect(13 + (4 - x) * 14, 13 + y * 14, 14, 14, 3, fill);
      }
    }
  }
}
