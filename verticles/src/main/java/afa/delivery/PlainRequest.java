package afa.delivery;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request of a reader in its plainest form, read from the bytes of a packet: one whole
 * {@code GET} of HTTP/1.1 for a feed, with nothing that would need more understanding. This is no
 * parser of HTTP: what differs in the least is not plain, and is left to the one of Vert.x.
 *
 * @param what {@code stream} or {@code updates}
 */
record PlainRequest(String event, String what, FeedQuery query) {
  private static final int MAX_BYTES = 4_096;
  private static final String BEGIN = "GET /events/";
  private static final String VERSION = " HTTP/1.1\r\n";
  private static final String END = "\r\n\r\n";

  private static final Set<String> READ = Set.of("stream", "updates");
  private static final Set<String> PARAMETERS = Set.of("since", "wait", "limit", "epoch");

  /** Nothing that would have to be decoded, or that separates. */
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.-]*+");

  /** A token of HTTP: to others, a line with another name is a mistake or another header. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]++");

  /** These say where the request ends, who answers, or what the connection is afterwards. */
  private static final Set<String> NOT_PLAIN = Set.of(
      "content-length",
      "transfer-encoding",
      "te",
      "trailer",
      "upgrade",
      "http2-settings",
      "expect");

  /** The request that these bytes are, or null. Leaves the bytes as they are. */
  static @Nullable PlainRequest read(ByteBuf bytes) {
    if (bytes.readableBytes() > MAX_BYTES) return null;
    // One byte, one character: what is beyond ASCII is not plain.
    String text = bytes.toString(StandardCharsets.ISO_8859_1);
    int target = text.indexOf(VERSION);
    boolean isWhole = text.indexOf(END) == text.length() - END.length();
    if (!text.startsWith(BEGIN) || target < 0 || !isWhole || !isPrintable(text)) return null;
    int headers = target + VERSION.length();
    if (text.indexOf("\r\n") + 2 != headers) return null;
    return request(text.substring(BEGIN.length(), target), text, headers);
  }

  /** Lines of ASCII, ended as they should be. */
  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f) continue;
      boolean isLineEnd =
          c == '\r' ? text.charAt(i + 1) == '\n' : c == '\n' && text.charAt(i - 1) == '\r';
      if (!isLineEnd) return false;
    }
    return true;
  }

  private static @Nullable PlainRequest request(String target, String text, int headers) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    int slash = path.indexOf('/');
    String what = path.substring(slash + 1);
    if (slash < 1 || !READ.contains(what)) return null;
    FeedQuery query = query(mark < 0 ? "" : target.substring(mark + 1));
    return query == null
        ? null
        : resumed(new PlainRequest(path.substring(0, slash), what, query), text, headers);
  }

  private static @Nullable FeedQuery query(String parameters) {
    Map<String, String> values = new HashMap<>(8);
    for (String parameter : parameters.isEmpty() ? new String[0] : parameters.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals < 0 || !PARAMETERS.contains(parameter.substring(0, equals))) return null;
      String value = parameter.substring(equals + 1);
      if (!VALUE.matcher(value).matches()
          || values.put(parameter.substring(0, equals), value) != null) return null;
    }
    try {
      return FeedQuery.parse(values::get);
    } catch (FeedQuery.Bad bad) {
      return null; // somebody else says what is wrong
    }
  }

  /** The request as its headers say it; null when one of them is not plain. */
  private static @Nullable PlainRequest resumed(PlainRequest asked, String text, int headers) {
    PlainRequest request = asked;
    boolean hasHost = false;
    boolean hasId = false;
    for (int at = headers; at < text.length() - 2; ) {
      int end = text.indexOf("\r\n", at);
      int colon = text.indexOf(':', at);
      if (colon <= at || colon > end) return null;
      String name = text.substring(at, colon).toLowerCase(Locale.ROOT);
      String value = text.substring(colon + 1, end).strip();
      if (!isPlain(name, value)) return null;
      hasHost |= name.equals("host");
      if (name.equals("last-event-id")) {
        if (hasId) return null;
        hasId = true;
        if (!value.isEmpty()) request = request.resumedAt(value);
      }
      at = end + 2;
    }
    return hasHost ? request : null;
  }

  private static boolean isPlain(String name, String value) {
    if (name.equals("connection")) return value.equalsIgnoreCase("keep-alive");
    return !NOT_PLAIN.contains(name) && NAME.matcher(name).matches();
  }

  private PlainRequest resumedAt(String lastEventId) {
    return what.equals("stream")
        ? new PlainRequest(event, what, query.resumedAt(lastEventId))
        : this;
  }
}
