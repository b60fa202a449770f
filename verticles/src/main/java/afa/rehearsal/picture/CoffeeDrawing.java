package afa.rehearsal.picture;

import afa.rehearsal.Photo;
import java.util.Random;

/** A cup of coffee on a table, from above. */
final class CoffeeDrawing extends Drawing {

  CoffeeDrawing(Photo.Scene scene, Random random, Palette palette) {
    super(scene, random, palette);
  }

  @Override
  void draw() {
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
}
