package afa.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that browsers get.
 *
 * @param etag of its content, in its quotation marks
 * @param content never changed
 */
@SuppressWarnings("ArrayRecordComponent") // one array shared by all responses, nobody compares
record Asset(String type, String etag, byte[] content) {
  /** Enough that two versions of a file never meet: 64 bits. */
  private static final int DIGEST_BYTES = 8;

  static Asset of(String path, byte[] content) {
    return new Asset(type(path), '"' + hex(content) + '"', content);
  }

  /** Whether a browser that sends this {@code If-None-Match} has it already. */
  boolean isKnownTo(@Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) return false;
    return Arrays.stream(ifNoneMatch.split(","))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
  }

  /** One short name for several texts together. */
  static String digest(List<String> texts) {
    return hex(String.join("\n", texts).getBytes(StandardCharsets.UTF_8));
  }

  private static String hex(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static String type(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "txt" -> "text/plain; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "html" -> "text/html; charset=utf-8";
      case "webmanifest" -> "application/manifest+json";
      default -> "application/octet-stream";
    };
  }
}
