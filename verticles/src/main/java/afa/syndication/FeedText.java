package afa.syndication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The text of a feed's bytes. */
final class FeedText {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([^\\s;\"']+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DECLARATION =
      Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)");
  private static final int DECLARATION_BYTES = 200;

  /** Characters that no XML may hold, and many a database does. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

  private FeedText() {}

  /**
   * Unpacks and decodes. The byte order mark counts most, as RFC 7303 asks, then the header, then
   * what the XML says of itself; UTF-8 otherwise.
   *
   * @param contentType the header, null when there was none
   * @param mostBytes of the feed once it is unpacked
   */
  static String of(byte[] body, String contentType, int mostBytes) throws FeedDefect {
    byte[] plain = unpacked(body, mostBytes);
    Charset charset = Stream.of(mark(plain), named(CHARSET, contentType), declared(plain))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(StandardCharsets.UTF_8);
    String text = new String(plain, charset);
    return FORBIDDEN
        .matcher(text.startsWith("\uFEFF") ? text.substring(1) : text)
        .replaceAll("");
  }

  /** By its first bytes, as many a server forgets to say that it packed a file. */
  private static byte[] unpacked(byte[] body, int mostBytes) throws FeedDefect {
    boolean packed = body.length > 2 && body[0] == 0x1F && body[1] == (byte) 0x8B;
    if (!packed) return body;
    try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] plain = unpacking.readNBytes(mostBytes + 1);
      if (plain.length <= mostBytes) return plain;
      throw new FeedDefect("is larger than " + mostBytes + " bytes");
    } catch (IOException broken) {
      throw new FeedDefect("is packed and cannot be unpacked", broken);
    }
  }

  private static Optional<Charset> mark(byte[] body) {
    if (startsWith(body, 0xEF, 0xBB, 0xBF)) return Optional.of(StandardCharsets.UTF_8);
    if (startsWith(body, 0xFE, 0xFF) || startsWith(body, 0, '<')) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    boolean littleEnd = startsWith(body, 0xFF, 0xFE) || startsWith(body, '<', 0);
    return littleEnd ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
  }

  private static boolean startsWith(byte[] body, int... mark) {
    if (body.length < mark.length) return false;
    for (int i = 0; i < mark.length; i++) if (body[i] != (byte) mark[i]) return false;
    return true;
  }

  private static Optional<Charset> declared(byte[] body) {
    int length = Math.min(body.length, DECLARATION_BYTES);
    return named(DECLARATION, new String(body, 0, length, StandardCharsets.ISO_8859_1));
  }

  /** As browsers do, Latin-1 is read as the larger set that its users mean. */
  private static Optional<Charset> named(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text == null ? "" : text);
    if (!found.find()) return Optional.empty();
    try {
      Charset charset = Charset.forName(found.group(1));
      boolean latin = charset.equals(StandardCharsets.ISO_8859_1);
      return Optional.of(latin ? Charset.forName("windows-1252") : charset);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
