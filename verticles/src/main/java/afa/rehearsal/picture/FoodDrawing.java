package afa.rehearsal.picture;

import afa.rehearsal.Photo;
import java.util.Random;

/** A plate on a table, from above. */
final class FoodDrawing extends Drawing {

  FoodDrawing(Photo.Scene scene, Random random, Palette palette) {
    super(scene, random, palette);
  }

  @Override
  void draw() {
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
