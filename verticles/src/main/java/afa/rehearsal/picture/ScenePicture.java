package afa.rehearsal.picture;

import afa.rehearsal.Photo;
import java.util.Random;

/** Draws the pictures of the rehearsal; the same photo always looks the same. */
public final class ScenePicture {
  private ScenePicture() {}

  /** The picture as SVG. */
  public static String draw(Photo.Scene scene, int seed) {
    Random random = new Random(seed * 31L + scene.id().hashCode());
    // Dusk has its own colours, everything else has any.
    boolean dusk = scene == Photo.Scene.CITY;
    Palette palette = new Palette(dusk ? 200 + random.nextInt(120) : random.nextInt(360));
    Drawing drawing =
        switch (scene) {
          case STAGE, AUDIENCE -> new HallDrawing(scene, random, palette);
          case SLIDE -> new SlideDrawing(scene, random, palette);
          case COFFEE -> new CoffeeDrawing(scene, random, palette);
          case SKETCH -> new SketchDrawing(scene, random, palette);
          case CITY -> new CityDrawing(scene, random, palette);
          case BADGE -> new BadgeDrawing(scene, random, palette);
          case FOOD -> new FoodDrawing(scene, random, palette);
        };
    drawing.draw();
    return drawing.svg.toString();
  }
}
