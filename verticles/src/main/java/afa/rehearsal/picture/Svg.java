package afa.rehearsal.picture;

import java.util.Locale;

/** Writes a picture. Coordinates are its pixels. */
final class Svg {
  private final StringBuilder out = new StringBuilder();

  Svg(int width, int height) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">",
        width, height, width, height);
  }

  Svg rect(double x, double y, double width, double height, double round, String fill) {
    return add(
        "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"%.0f\" fill=\"%s\"/>",
        x, y, width, height, round, fill);
  }

  Svg circle(double x, double y, double radius, String fill) {
    return add("<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\" fill=\"%s\"/>", x, y, radius, fill);
  }

  Svg ellipse(double x, double y, double rx, double ry, String fill) {
    return add(
        "<ellipse cx=\"%.0f\" cy=\"%.0f\" rx=\"%.0f\" ry=\"%.0f\" fill=\"%s\"/>",
        x, y, rx, ry, fill);
  }

  Svg path(String fill, String data, Object... numbers) {
    return add("<path fill=\"%s\" d=\"%s\"/>", fill, String.format(Locale.ROOT, data, numbers));
  }

  /** A line without a filled inside. */
  Svg stroke(String colour, double width, String data, Object... numbers) {
    return add(
        "<path fill=\"none\" stroke=\"%s\" stroke-width=\"%.0f\" stroke-linecap=\"round\""
            + " stroke-linejoin=\"round\" d=\"%s\"/>",
        colour, width, String.format(Locale.ROOT, data, numbers));
  }

  /** A gradient from top to bottom, to be used as {@code url(#id)}. */
  Svg gradient(String id, String top, String bottom) {
    return add(
        "<defs><linearGradient id=\"%s\" x2=\"0\" y2=\"1\"><stop stop-color=\"%s\"/>"
            + "<stop offset=\"1\" stop-color=\"%s\"/></linearGradient></defs>",
        id, top, bottom);
  }

  /** A light that fades outwards, to be used as {@code url(#id)}. */
  Svg glow(String id, String colour) {
    return add(
        "<defs><radialGradient id=\"%s\"><stop stop-color=\"%s\" stop-opacity=\".75\"/>"
            + "<stop offset=\"1\" stop-color=\"%s\" stop-opacity=\"0\"/></radialGradient></defs>",
        id, colour, colour);
  }

  private Svg add(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
    return this;
  }

  @Override
  public String toString() {
    return out + "</svg>";
  }
}
