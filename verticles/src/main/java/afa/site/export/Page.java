package afa.site.export;

import afa.site.Validated;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A small document that is checked again before it is used again: what was taken away since is
 * never shown from a cache.
 *
 * @param modified for people and programs to know, absent where nobody knows. It decides nothing:
 *     what is taken away may leave a document whose newest post is older
 */
record Page(String type, String content, @Nullable Instant modified) {
  Future<Void> send(RoutingContext request) {
    if (modified != null) {
      request
          .response()
          .putHeader(
              HttpHeaders.LAST_MODIFIED,
              DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC)));
    }
    return Validated.send(request, type, Validated.CHECK_AGAIN, Buffer.buffer(content));
  }
}
