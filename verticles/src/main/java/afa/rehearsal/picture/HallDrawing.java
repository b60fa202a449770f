package afa.rehearsal.picture;

import afa.rehearsal.Photo;
import java.util.Random;

/** The hall, seen from the seats: the stage with its speaker, or the audience from behind. */
final class HallDrawing extends SlideDrawing {
  private final Photo.Scene scene;

  HallDrawing(Photo.Scene scene, Random random, Palette palette) {
    super(scene, random, palette);
    this.scene = scene;
  }

  @Override
  void draw() {
    hall();
    if (scene == Photo.Scene.STAGE) stage();
    else audience();
  }

  private void stage() {
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

  private void audience() {
    screen(w * 0.28, h * 0.08, w * 0.44, h * 0.32);
    for (int i = 0; i < 5; i++) {
      row(h * (0.58 + 0.13 * i), w * (0.014 + 0.007 * i), p.colour(i * 6, 36, 30 - 5 * i));
    }
    double hand = between(0.2, 0.8) * w;
    svg.stroke(p.night(), w * 0.018, "M%.0f %.0f v%.0f", hand, h * 0.95, -h * 0.28);
    svg.circle(hand, h * 0.66, w * 0.016, p.night());
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

  /** Heads and shoulders of a row of seats. */
  private void row(double y, double size, String fill) {
    for (double x = -size; x < w + size; x += size * between(2.4, 3.1)) {
      double nod = between(-0.3, 0.3) * size;
      svg.circle(x, y - size * 2.1 + nod, size * between(0.72, 0.9), fill);
      svg.rect(x - size * 1.2, y - size * 1.4 + nod, size * 2.4, size * 3, size * 0.9, fill);
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
}
