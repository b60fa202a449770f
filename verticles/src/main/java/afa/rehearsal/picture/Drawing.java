package afa.rehearsal.picture;

import afa.rehearsal.Photo;
import java.util.Random;

/** A picture being drawn: its size, its colours and its dice. */
abstract class Drawing {
  final int w;
  final int h;
  final Random random;
  final Palette p;
  final Svg svg;

  Drawing(Photo.Scene scene, Random random, Palette palette) {
    this.w = scene.width();
    this.h = scene.height();
    this.random = random;
    this.p = palette;
    this.svg = new Svg(w, h);
  }

  /** Draws all of it. */
  abstract void draw();

  final double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  /** A wooden table from above. */
  final void table() {
    svg.gradient("wood", "hsl(28 38% 52%)", "hsl(24 40% 38%)");
    svg.rect(0, 0, w, h, 0, "url(#wood)");
    for (int i = 0; i < 9; i++) {
      double y = h * (i + between(0.1, 0.9)) / 9;
      svg.stroke("hsl(24 40% 34%)", 3, "M0 %.0f q%.0f %.0f %d 0", y, w / 2.0, between(-40, 40), w);
    }
  }
}
