package afa.rehearsal;

import java.util.Random;

/** Draws the pictures of the rehearsal; the same photo always looks the same. */
public final class ScenePicture {
  private final int w;
  private final int h;
  private final Random random;
  private final Palette p;
  private final Svg svg;

  private ScenePicture(Photo.Scene scene, int seed) {
    w = scene.width();
    h = scene.height();
    random = new Random(seed * 31L + scene.id().hashCode());
    // Dusk has its own colours, everything else has any.
    p = new Palette(scene == Photo.Scene.CITY ? 200 + random.nextInt(120) : random.nextInt(360));
    svg = new Svg(w, h);
  }

  /** The picture as SVG. */
  public static String draw(Photo.Scene scene, int seed) {
    ScenePicture picture = new ScenePicture(scene, seed);
    switch (scene) {
      case STAGE -> picture.stage();
      case AUDIENCE -> picture.audience();
      case SLIDE -> picture.slide();
      case COFFEE -> picture.coffee();
      case SKETCH -> picture.sketch();
      case CITY -> picture.city();
      case BADGE -> picture.badge();
      case FOOD -> picture.food();
    }
    return picture.svg.toString();
  }

  private double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  private void stage() {
    hall();
    double screen = between(0.5, 0.62) * w;
    boolean isLeft = random.nextBoolean();
    double left = isLeft ? w * 0.06 : w * 0.94 - screen;
    screen(left, h * 0.12, screen, h * 0.5);
    svg.rect(0, h * 0.74, w, h * 0.26, 0, p.dark());
    svg.rect(0, h * 0.74, w, h * 0.012, 0, p.bright());
    double x = isLeft ? left + screen + w * 0.13 : left - w * 0.13;
    svg.ellipse(x, h * 0.75, w * 0.16, h * 0.04, "url(#lamp)");
    person(x, h * 0.75, h * 0.3, p.night(), p.accent());
    row(h * 1.02, w * 0.036, p.night());
  }

  private void hall() {
    svg.gradient("wall", p.dark(), p.night()).glow("lamp", p.bright());
    svg.rect(0, 0, w, h, 0, "url(#wall)");
    for (int i = 0; i < 5; i++) {
      double x = w * (0.1 + 0.2 * i) + between(-30, 30);
      svg.circle(x, h * 0.02, between(0.1, 0.2) * w, "url(#lamp)");
    }
  }

  private void screen(double x, double y, double width, double height) {
    svg.ellipse(x + width / 2, y + height / 2, width * 0.75, height, "url(#lamp)");
    svg.rect(x, y, width, height, 10, p.pale());
    figure(x, y, width, height);
  }

  /** What stands on a slide: bars, rings, waves or boxes. */
  private void figure(double x, double y, double width, double height) {
    double pad = width * 0.09;
    svg.rect(x + pad, y + pad * 0.8, width * between(0.3, 0.55), height * 0.07, 6, p.dark());
    svg.rect(x + pad, y + pad * 0.8 + height * 0.12, width * 0.25, height * 0.035, 4, p.middle());
    double base = y + height - pad * 0.8;
    switch (random.nextInt(4)) {
      case 0 -> bars(x + pad, base, width - 2 * pad, height * 0.5);
      case 1 -> rings(x + width * 0.68, y + height * 0.56, height * 0.33);
      case 2 -> waves(x + pad, base, width - 2 * pad, height * 0.45);
      default -> boxes(x + pad, y + height * 0.45, width - 2 * pad, height * 0.36);
    }
  }

  private void bars(double x, double base, double width, double height) {
    int bars = 5 + random.nextInt(4);
    double step = width / bars;
    int best = random.nextInt(bars);
    for (int i = 0; i < bars; i++) {
      double tall = i == best ? height : height * between(0.2, 0.8);
      String fill = i == best ? p.accent() : p.middle();
      svg.rect(x + i * step, base - tall, step * 0.7, tall, 6, fill);
    }
  }

  private void rings(double x, double y, double radius) {
    svg.circle(x, y, radius, p.accent());
    svg.circle(x, y, radius * 0.72, p.pale());
    svg.circle(x, y, radius * 0.5, p.bright());
    svg.circle(x, y, radius * 0.22, p.dark());
  }

  private void waves(double x, double base, double width, double height) {
    for (int i = 0; i < 3; i++) {
      StringBuilder line = new StringBuilder(
          "M" + Math.round(x) + " " + Math.round(base - height * between(0, 0.9)));
      for (int step = 1; step <= 6; step++) {
        line.append(" L").append(Math.round(x + width * step / 6));
        line.append(' ').append(Math.round(base - height * between(0, 1)));
      }
      svg.stroke(i == 0 ? p.accent() : i == 1 ? p.middle() : p.dark(), 8, line.toString());
    }
  }

  private void boxes(double x, double y, double width, double height) {
    int boxes = 3 + random.nextInt(2);
    double step = width / boxes;
    for (int i = 0; i < boxes; i++) {
      double left = x + i * step;
      if (i > 0)
        svg.stroke(p.dark(), 6, "M%.0f %.0f h%.0f", left - step * 0.3, y + height / 2, step * 0.3);
      svg.rect(left, y, step * 0.7, height, 16, i == boxes - 1 ? p.accent() : p.middle());
    }
  }

  private void person(double x, double foot, double tall, String body, String shirt) {
    svg.rect(x - tall * 0.12, foot - tall * 0.45, tall * 0.1, tall * 0.45, 6, body);
    svg.rect(x + tall * 0.02, foot - tall * 0.45, tall * 0.1, tall * 0.45, 6, body);
    svg.rect(x - tall * 0.16, foot - tall * 0.8, tall * 0.32, tall * 0.42, tall * 0.1, shirt);
    svg.stroke(
        shirt,
        tall * 0.08,
        "M%.0f %.0f l%.0f %.0f",
        x + tall * 0.14,
        foot - tall * 0.72,
        tall * 0.2,
        -tall * between(0.05, 0.2));
    svg.circle(x, foot - tall * 0.9, tall * 0.11, body);
  }

  /** Heads and shoulders of a row of seats. */
  private void row(double y, double size, String fill) {
    for (double x = -size; x < w + size; x += size * between(2.4, 3.1)) {
      double nod = between(-0.3, 0.3) * size;
      svg.circle(x, y - size * 2.1 + nod, size * between(0.72, 0.9), fill);
      svg.rect(x - size * 1.2, y - size * 1.4 + nod, size * 2.4, size * 3, size * 0.9, fill);
    }
  }

  private void audience() {
    hall();
    screen(w * 0.28, h * 0.08, w * 0.44, h * 0.32);
    for (int i = 0; i < 5; i++) {
      row(h * (0.58 + 0.13 * i), w * (0.014 + 0.007 * i), p.colour(i * 6, 36, 30 - 5 * i));
    }
    double hand = between(0.2, 0.8) * w;
    svg.stroke(p.night(), w * 0.018, "M%.0f %.0f v%.0f", hand, h * 0.95, -h * 0.28);
    svg.circle(hand, h * 0.66, w * 0.016, p.night());
  }

  private void slide() {
    svg.rect(0, 0, w, h, 0, p.pale());
    svg.rect(0, 0, w * 0.018, h, 0, p.accent());
    figure(w * 0.04, h * 0.04, w * 0.92, h * 0.92);
  }

  private void coffee() {
    table();
    svg.circle(w * 0.5, h * 0.52, w * 0.33, p.colour(30, 30, 96));
    svg.circle(w * 0.5, h * 0.52, w * 0.29, p.colour(30, 25, 88));
    svg.stroke(
        p.bright(),
        w * 0.045,
        "M%.0f %.0f a%.0f %.0f 0 1 1 0 %.0f",
        w * 0.72,
        h * 0.44,
        w * 0.09,
        w * 0.09,
        h * 0.15);
    svg.circle(w * 0.5, h * 0.52, w * 0.235, p.bright());
    svg.circle(w * 0.5, h * 0.52, w * 0.205, "hsl(24 55% 26%)");
    double y = h * 0.52;
    for (double size = 0.12; size > 0.02; size -= 0.035) {
      svg.path(
          "hsl(34 60% " + Math.round(88 - size * 150) + "%)",
          "M%.0f %.0f c%.0f %.0f %.0f %.0f 0 %.0f c%.0f %.0f %.0f %.0f 0 %.0f z",
          w * 0.5,
          y - w * size * 0.5,
          -w * size * 1.6,
          -w * size * 1.4,
          -w * size * 1.2,
          w * size * 0.9,
          w * size * 1.6,
          w * size * 1.2,
          -w * size * 0.7,
          w * size * 1.6,
          -w * size * 3,
          -w * size * 1.6);
    }
  }

  private void table() {
    svg.gradient("wood", "hsl(28 38% 52%)", "hsl(24 40% 38%)");
    svg.rect(0, 0, w, h, 0, "url(#wood)");
    for (int i = 0; i < 9; i++) {
      double y = h * (i + between(0.1, 0.9)) / 9;
      svg.stroke("hsl(24 40% 34%)", 3, "M0 %.0f q%.0f %.0f %d 0", y, w / 2.0, between(-40, 40), w);
    }
  }

  private void sketch() {
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

  private void city() {
    svg.gradient("sky", p.colour(-20, 55, 32), p.colour(50, 85, 72)).glow("sun", p.pale());
    svg.rect(0, 0, w, h, 0, "url(#sky)");
    double sun = between(0.2, 0.8) * w;
    svg.circle(sun, h * 0.62, w * 0.24, "url(#sun)").circle(sun, h * 0.62, w * 0.055, p.pale());
    for (int layer = 0; layer < 3; layer++) skyline(h * (0.7 + 0.05 * layer), 44 - 15 * layer);
    svg.rect(0, h * 0.86, w, h * 0.14, 0, p.colour(10, 45, 16));
    for (int i = 0; i < 26; i++) {
      double width = between(0.02, 0.12) * w;
      svg.rect(between(0, w), h * between(0.87, 0.99), width, 4, 2, p.colour(45, 70, 58));
    }
  }

  private void skyline(double base, int lightness) {
    String wall = p.colour(10, 40, lightness);
    for (double x = 0; x < w; ) {
      double width = between(0.04, 0.1) * w;
      double top = base - between(0.04, 0.26) * h;
      svg.rect(x, top, width, h * 0.88 - top, 0, wall);
      if (random.nextInt(4) == 0) {
        svg.path(
            wall,
            "M%.0f %.0f l%.0f %.0f l%.0f %.0f z",
            x,
            top,
            width / 2,
            -width * 0.6,
            width / 2,
            width * 0.6);
      }
      for (int i = 0; lightness < 40 && i < 5; i++) {
        svg.rect(x + between(0.1, 0.8) * width, top + between(12, 90), 9, 13, 1, "hsl(46 95% 70%)");
      }
      x += width * between(0.9, 1.3);
    }
  }

  private void badge() {
    svg.gradient("cloth", p.middle(), p.dark());
    svg.rect(0, 0, w, h, 0, "url(#cloth)");
    svg.stroke(
        p.accent(), w * 0.045, "M%.0f 0 L%.0f %.0f L%.0f 0", w * 0.2, w * 0.5, h * 0.3, w * 0.8);
    svg.rect(w * 0.16, h * 0.28, w * 0.68, h * 0.62, 36, p.colour(30, 30, 97));
    svg.rect(w * 0.42, h * 0.3, w * 0.16, h * 0.02, 10, p.dark());
    svg.rect(w * 0.16, h * 0.36, w * 0.68, h * 0.13, 0, p.accent());
    svg.circle(w * 0.5, h * 0.58, w * 0.09, p.bright());
    svg.path(
        p.bright(),
        "M%.0f %.0f a%.0f %.0f 0 0 1 %.0f 0 z",
        w * 0.36,
        h * 0.71,
        w * 0.14,
        w * 0.14,
        w * 0.28);
    svg.rect(w * 0.26, h * 0.75, w * between(0.3, 0.48), h * 0.035, 10, p.dark());
    svg.rect(w * 0.26, h * 0.81, w * between(0.2, 0.4), h * 0.022, 8, p.middle());
  }

  private void food() {
    table();
    svg.circle(w * 0.5, h * 0.52, h * 0.42, p.colour(30, 25, 97));
    svg.circle(w * 0.5, h * 0.52, h * 0.33, p.colour(30, 22, 90));
    for (int i = 0; i < 24; i++) {
      double angle = between(0, Math.PI * 2);
      double distance = Math.sqrt(random.nextDouble()) * h * 0.25;
      double size = h * between(0.03, 0.075);
      double x = w * 0.5 + Math.cos(angle) * distance;
      double y = h * 0.52 + Math.sin(angle) * distance;
      String[] fills = {"hsl(8 75% 52%)", "hsl(96 48% 42%)", "hsl(44 88% 58%)", "hsl(28 70% 48%)"};
      svg.ellipse(x, y, size, size * between(0.6, 1), fills[random.nextInt(fills.length)]);
    }
    svg.rect(w * 0.08, h * 0.2, 18, h * 0.6, 9, "hsl(210 8% 82%)");
    svg.rect(w * 0.06, h * 0.16, w * 0.04, h * 0.16, 14, "hsl(210 8% 82%)");
    svg.rect(w * 0.91, h * 0.2, 18, h * 0.6, 9, "hsl(210 8% 82%)");
  }
}
