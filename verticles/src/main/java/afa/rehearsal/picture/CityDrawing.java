package afa.rehearsal.picture;

import afa.rehearsal.Photo;
import java.util.Random;

/** A city by the water at dusk. */
final class CityDrawing extends Drawing {

  CityDrawing(Photo.Scene scene, Random random, Palette palette) {
    super(scene, random, palette);
  }

  @Override
  void draw() {
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
}
