package afa.site.export;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A small document that is checked again before it is used again: what was taken away since is
 * never shown from a cache.
 *
 * @param modified for people and programs to know, absent where nobody knows. It decides nothing:
 *     what is taken away may leave a document whose newest post is older
 */
record Page(String type, String content, @Nullable Instant modified) {
  private static final int DIGEST_BYTES = 12;

  Future<Void> send(RoutingContext request) {
    HttpServerResponse response = request.response();
    response.putHeader(HttpHeaders.ETAG, etag()).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    if (modified != null) {
      response.putHeader(
          HttpHeaders.LAST_MODIFIED,
          DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC)));
    }
    if (isKnown(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      return response.setStatusCode(304).end();
    }
    return response.putHeader(HttpHeaders.CONTENT_TYPE, type).end(content);
  }

  private boolean isKnown(@Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) return false;
    return Arrays.stream(ifNoneMatch.split(",", -1))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals(etag()) || tag.equals("*"));
  }

  private String etag() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return '"' + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
