package afa.rehearsal;

import java.util.Locale;

/**
 * A picture of a post, drawn by {@link afa.rehearsal.picture.ScenePicture}.
 *
 * @param alt what its author wrote for those who cannot see it; absent for some
 * @param seed the same scene and seed give the same picture
 */
public record Photo(Scene scene, String alt, int seed) {

  /** The same scene, drawn another way. */
  public Photo withSeed(int value) {
    return new Photo(scene, alt, value);
  }

  /** What a picture shows, with its size in pixels. */
  public enum Scene {
    STAGE(1600, 900),
    AUDIENCE(1600, 900),
    SLIDE(1600, 900),
    COFFEE(1200, 1200),
    SKETCH(1200, 1600),
    CITY(1600, 1067),
    BADGE(900, 1200),
    FOOD(1200, 900);

    private final int width;
    private final int height;

    Scene(int width, int height) {
      this.width = width;
      this.height = height;
    }

    public int width() {
      return width;
    }

    public int height() {
      return height;
    }

    /** The name as scripts and addresses write it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The scene of that {@link #id}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Scene of(String id) {
      for (Scene scene : values()) if (scene.id().equals(id)) return scene;
      throw new IllegalArgumentException("there is no picture of " + id);
    }
  }
}
