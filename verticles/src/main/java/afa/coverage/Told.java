package afa.coverage;

import afa.message.IntegrityRead;
import io.vertx.core.buffer.Buffer;

/**
 * An answer that many get.
 *
 * @param json the same for programs; encoded once, never changed
 */
record Told(IntegrityRead read, Buffer json) {
  static Told of(IntegrityRead read) {
    return new Told(read, CoverageJson.of(read));
  }
}
