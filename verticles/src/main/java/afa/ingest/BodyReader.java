package afa.ingest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads the body of a request up to a bound. */
final class BodyReader {
  private BodyReader() {}

  /** The body is larger than we take. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** The whole body; fails with {@link TooLarge} as soon as it is. */
  static Future<Buffer> read(HttpServerRequest request, int maxBytes) {
    Promise<Buffer> body = Promise.promise();
    Buffer read = Buffer.buffer();
    request.handler(part -> {
      if (read.length() + part.length() > maxBytes) {
        request.handler(rest -> {}); // what is still under way is thrown away
        body.tryFail(new TooLarge());
      } else {
        read.appendBuffer(part);
      }
    });
    request.endHandler(end -> body.tryComplete(read));
    request.exceptionHandler(body::tryFail);
    return body.future();
  }
}
