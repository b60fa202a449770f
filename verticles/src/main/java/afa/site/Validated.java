package afa.site;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Sends what was rendered, or only says that the browser has it already. */
public final class Validated {
  /** Asked for again at each use, and then mostly not sent again. */
  public static final String CHECK_AGAIN = "no-cache";

  private static final int DIGEST_BYTES = 12;

  private Validated() {}

  /** Answers with that content, or with 304. */
  public static Future<Void> send(
      RoutingContext request, String type, String caching, Buffer content) {
    String etag = etag(content);
    request
        .response()
        .putHeader(HttpHeaders.ETAG, etag)
        .putHeader(HttpHeaders.CACHE_CONTROL, caching);
    if (isKnown(request.request().getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
      return request.response().setStatusCode(304).end();
    }
    return request.response().putHeader(HttpHeaders.CONTENT_TYPE, type).end(content);
  }

  /** Weak, as a proxy may compress it. */
  static String etag(Buffer content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes());
      return "W/\"" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static boolean isKnown(@Nullable String ifNoneMatch, String etag) {
    if (ifNoneMatch == null) return false;
    return Arrays.stream(ifNoneMatch.split(","))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag : "W/" + tag)
        .anyMatch(tag -> tag.equals(etag) || tag.equals("W/*"));
  }
}
