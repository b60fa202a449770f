package afa.export.folder;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What some bytes are, whatever a server calls them. */
enum PictureKind {
  JPG("\u00FF\u00D8\u00FF", 0),
  PNG("\u0089PNG\r\n\u001A\n", 0),
  GIF("GIF8", 0),
  WEBP("WEBP", 8),
  AVIF("ftypavif", 4),
  /** May hold scripts: only from those whom the event's file names. */
  SVG("<svg", 0);

  private final String sign;
  private final int at;

  PictureKind(String sign, int at) {
    this.sign = sign;
    this.at = at;
  }

  /** Empty when it is none that browsers show. */
  static Optional<PictureKind> of(byte[] content) {
    return Arrays.stream(values()).filter(kind -> kind.is(content)).findFirst();
  }

  private boolean is(byte[] content) {
    int end = at + sign.length();
    if (content.length <= end) return false;
    return new String(content, at, sign.length(), StandardCharsets.ISO_8859_1).equals(sign);
  }

  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
