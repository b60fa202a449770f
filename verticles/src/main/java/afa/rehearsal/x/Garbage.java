package afa.rehearsal.x;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.random.RandomGenerator;

/** Lines that no reader can take for a post, and that none may stumble over. */
final class Garbage {
  private static final int OVERLONG_BYTES = 3_000_000;
  private static final List<Buffer> LINES = List.of(
      Buffer.buffer("<html><head><title>503</title></head><body>Over capacity</body></html>"),
      Buffer.buffer("{\"data\":{\"id\":\"19000000000000"),
      Buffer.buffer("{\"data\":null}"),
      Buffer.buffer("[]"),
      Buffer.buffer("null"),
      Buffer.buffer("42"),
      Buffer.buffer("\"a text alone\""),
      Buffer.buffer("{\"errors\":[]}"),
      Buffer.buffer("{\"hologram\":{\"id\":\"7\",\"depth\":[1,2,{\"far\":true}]}}"),
      Buffer.buffer("{\"data\":{\"drop\":{\"tweet\":{\"id\":\"1\",\"author_id\":\"2\"}}}}"),
      Buffer.buffer("{\"delete\":{\"status\":{\"id_str\":\"1\",\"user_id_str\":\"2\"}}}"),
      Buffer.buffer("   \t  "),
      Buffer.buffer(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, 0, 1, (byte) 0x80}));

  private Garbage() {}

  static Buffer any(RandomGenerator random) {
    return LINES.get(random.nextInt(LINES.size()));
  }

  static Buffer overlong() {
    return Buffer.buffer("{\"padding\":\"" + "x".repeat(OVERLONG_BYTES) + "\"}");
  }
}
