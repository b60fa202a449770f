package afa.rehearsal.picture;

import java.util.Locale;

/**
 * The colours of a picture: a hue and its neighbours, so that what stands side by side is in tune.
 *
 * @param hue 0 to 359 degrees
 */
record Palette(int hue) {

  /**
   * A colour.
   *
   * @param turn degrees away from the hue
   * @param saturation percent
   * @param lightness percent
   */
  String colour(int turn, int saturation, int lightness) {
    return String.format(
        Locale.ROOT, "hsl(%d %d%% %d%%)", Math.floorMod(hue + turn, 360), saturation, lightness);
  }

  String night() {
    return colour(0, 40, 10);
  }

  String dark() {
    return colour(8, 38, 20);
  }

  String middle() {
    return colour(16, 45, 42);
  }

  String bright() {
    return colour(30, 75, 66);
  }

  String pale() {
    return colour(40, 55, 90);
  }

  String accent() {
    return colour(180, 70, 60);
  }
}
