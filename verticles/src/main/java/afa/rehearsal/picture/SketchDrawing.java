package afa.rehearsal.picture;

import afa.rehearsal.Photo;
import java.util.Random;

/** A page of notes with small drawings. */
final class SketchDrawing extends Drawing {

  SketchDrawing(Photo.Scene scene, Random random, Palette palette) {
    super(scene, random, palette);
  }

  @Override
  void draw() {
    table();
    svg.rect(w * 0.08, h * 0.06, w * 0.84, h * 0.88, 12, "hsl(44 40% 95%)");
    for (int i = 0; i < 5; i++) {
      double y = h * (0.14 + 0.16 * i);
      boolean left = i % 2 == random.nextInt(2);
      double x = left ? w * 0.16 : w * 0.56;
      drawing(x, y, w * 0.26);
      for (int line = 0; line < 4; line++) {
        scribble(left ? w * 0.5 : w * 0.15, y + line * h * 0.03, w * between(0.2, 0.34));
      }
    }
  }

  private void scribble(double x, double y, double length) {
    StringBuilder line = new StringBuilder("M" + Math.round(x) + " " + Math.round(y));
    for (double done = 0; done < length; done += 26) {
      line.append(" q7 ").append(-8 - random.nextInt(12)).append(" 13 0 t13 0");
    }
    svg.stroke("hsl(220 20% 25%)", 4, line.toString());
  }

  private void drawing(double x, double y, double size) {
    String ink = random.nextInt(3) == 0 ? p.accent() : "hsl(220 20% 25%)";
    switch (random.nextInt(3)) {
      case 0 -> {
        svg.stroke(ink, 6, "M%.0f %.0f h%.0f v%.0f h%.0f z", x, y, size, size * 0.36, -size);
        svg.stroke(ink, 6, "M%.0f %.0f v%.0f", x + size / 2, y + size * 0.36, size * 0.16);
      }
      case 1 -> {
        svg.stroke(
            ink,
            6,
            "M%.0f %.0f l%.0f %.0f l%.0f %.0f",
            x,
            y + size * 0.4,
            size * 0.4,
            -size * 0.3,
            size * 0.5,
            size * 0.1);
        svg.circle(x + size * 0.4, y + size * 0.1, size * 0.07, p.bright());
      }
      default -> {
        svg.circle(x + size * 0.4, y + size * 0.22, size * 0.24, p.bright());
        svg.stroke(
            ink,
            6,
            "M%.0f %.0f q%.0f %.0f %.0f 0",
            x + size * 0.27,
            y + size * 0.26,
            size * 0.13,
            size * 0.14,
            size * 0.26);
      }
    }
  }
}
