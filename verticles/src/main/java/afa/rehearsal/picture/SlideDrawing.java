package afa.rehearsal.picture;

import afa.rehearsal.Photo;
import java.util.Random;

/** A slide: bars, rings, lines or boxes under a heading. */
class SlideDrawing extends Drawing {

  SlideDrawing(Photo.Scene scene, Random random, Palette palette) {
    super(scene, random, palette);
  }

  @Override
  void draw() {
    svg.rect(0, 0, w, h, 0, p.pale());
    svg.rect(0, 0, w * 0.018, h, 0, p.accent());
    figure(w * 0.04, h * 0.04, w * 0.92, h * 0.92);
  }

  /** What stands on a slide: bars, rings, waves or boxes. */
  final void figure(double x, double y, double width, double height) {
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
}
