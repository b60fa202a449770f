package afa.links;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Finds what a page calls itself in the beginning of its HTML. */
final class PageTitle {
  private static final int LONGEST = 200;

  private PageTitle() {}

  /**
   * The title in one line; null where there is none.
   *
   * @param contentType as the server says it
   * @param beginning of the page; may be cut off anywhere
   */
  static @Nullable String of(@Nullable String contentType, Buffer beginning) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (!type.startsWith("text/html") && !type.startsWith("application/xhtml+xml")) return null;
    try (ByteArrayInputStream bytes = new ByteArrayInputStream(beginning.getBytes())) {
      String title = Jsoup.parse(bytes, charset(type), "").title().strip();
      if (title.isEmpty()) return null;
      int end =
          title.offsetByCodePoints(0, Math.min(LONGEST, title.codePointCount(0, title.length())));
      return end < title.length() ? title.substring(0, end) + "…" : title;
    } catch (IOException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  /** Null: it is told by the page itself. */
  private static @Nullable String charset(String type) {
    int at = type.indexOf("charset=");
    return at < 0 ? null : type.substring(at + 8).replaceAll("[\"'; ].*|^[\"']", "");
  }
}
