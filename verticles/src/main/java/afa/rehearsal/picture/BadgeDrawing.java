package afa.rehearsal.picture;

import afa.rehearsal.Photo;
import java.util.Random;

/** A name badge on its lanyard. */
final class BadgeDrawing extends Drawing {

  BadgeDrawing(Photo.Scene scene, Random random, Palette palette) {
    super(scene, random, palette);
  }

  @Override
  void draw() {
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
}
