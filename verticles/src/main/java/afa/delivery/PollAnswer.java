package afa.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer to all long-polls that ask the same, encoded once. */
final class PollAnswer {
  private static final String HEAD = String.join(
      "\r\n",
      "HTTP/1.1 200 OK",
      "content-type: application/json",
      "cache-control: no-store",
      "access-control-allow-origin: *",
      "content-length: ");

  private final Buffer json;
  private final long updates;
  private @Nullable ByteBuf raw;

  /**
   * @param updates how many are in it
   */
  PollAnswer(Buffer json, long updates) {
    this.json = json;
    this.updates = updates;
  }

  Buffer json() {
    return json;
  }

  long updates() {
    return updates;
  }

  /** All of it as it goes over a connection of HTTP/1.1; valid until {@link #release}. */
  ByteBuf raw() {
    if (raw == null) {
      byte[] body = json.getBytes();
      String head = HEAD + body.length + "\r\n\r\n";
      raw = Unpooled.directBuffer(head.length() + body.length);
      raw.writeCharSequence(head, StandardCharsets.US_ASCII);
      raw.writeBytes(body);
    }
    return raw;
  }

  /** Gives its memory back; nobody is sent it any more. */
  void release() {
    if (raw != null) raw.release();
    raw = null;
  }
}
