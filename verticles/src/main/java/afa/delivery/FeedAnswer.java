package afa.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** The answers to those who ask by long-poll, around updates that are encoded already. */
final class FeedAnswer {
  /** What an update takes on average; the buffer grows when it was more. */
  private static final int UPDATE_BYTES = 700;

  private FeedAnswer() {}

  /**
   * Updates after {@code since}.
   *
   * @param updates holds them; it may end before the head
   * @param head of the log
   * @param since from the base of {@code updates}; at or behind its head for an empty answer
   * @param reset whether the reader's number belonged to another life of the log
   */
  static Buffer of(String event, Tail updates, long head, long since, int limit, boolean reset) {
    long next = Math.max(since, Math.min(updates.head(), since + limit));
    ByteBuf out = Unpooled.buffer(160 + (int) (next - since) * UPDATE_BYTES);
    begin(out, event, updates.epoch(), Math.max(head, next), next, reset);
    for (long n = since + 1; n <= next; n++) {
      if (n > since + 1) out.writeByte(',');
      out.writeBytes(updates.json(n));
    }
    return end(out);
  }

  /** Updates after {@code since} from a page of the log. */
  static PollAnswer page(String event, Tail page, long head, long since, int limit) {
    long updates = Math.max(0, Math.min(page.head() - since, limit));
    return new PollAnswer(of(event, page, head, since, limit, false), updates);
  }

  /** No updates; goes on at the start after a reset. */
  static Buffer empty(String event, String epoch, long head, boolean reset) {
    ByteBuf out = Unpooled.buffer(160);
    begin(out, event, epoch, head, reset ? 0 : head, reset);
    return end(out);
  }

  /** About the log as a whole. */
  static Buffer head(String event, String epoch, long head, boolean live) {
    return new JsonObject()
        .put("event", event)
        .put("epoch", epoch)
        .put("head", head)
        .put("live", live)
        .toBuffer();
  }

  private static void begin(
      ByteBuf out, String event, String epoch, long head, long next, boolean reset) {
    text(out, "{\"event\":\"" + event + "\",\"epoch\":\"" + epoch + "\",\"head\":" + head);
    text(out, ",\"next\":" + next + (reset ? ",\"reset\":true" : "") + ",\"updates\":[");
  }

  private static Buffer end(ByteBuf out) {
    text(out, "]}");
    return BufferInternal.buffer(out);
  }

  private static void text(ByteBuf out, String text) {
    out.writeCharSequence(text, StandardCharsets.UTF_8);
  }
}
