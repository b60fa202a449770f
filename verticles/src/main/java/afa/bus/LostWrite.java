package afa.bus;

import io.vertx.core.Handler;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Vert.x 5.0 throws when a message could not be written to another node. The promise of such a
 * write says that it was completed already whenever it is failed ({@code OutboundDeliveryContext}),
 * so a peer that dies looks like a defect of whichever verticle the connection began in. Nothing is
 * lost by it but the message, which nobody counts on.
 */
public final class LostWrite {
  private static final Logger log = LoggerFactory.getLogger(LostWrite.class);

  private static final String PROMISE = "io.vertx.core.Promise";
  private static final String CONNECTION =
      "io.vertx.core.eventbus.impl.clustered.OutboundConnection";
  private static final String OURS = "afa.";

  private LostWrite() {}

  /** Whether Vert.x threw this by itself, or to whoever just sent a message. */
  public static boolean is(Throwable thrown) {
    if (!(thrown instanceof IllegalStateException)) return false;
    List<StackTraceElement> frames = List.of(thrown.getStackTrace());
    if (frames.isEmpty() || !isFailing(frames.get(0))) return false;
    return frames.stream().anyMatch(frame -> frame.getClassName().equals(CONNECTION))
        || frames.stream().noneMatch(frame -> frame.getClassName().startsWith(OURS));
  }

  private static boolean isFailing(StackTraceElement frame) {
    return frame.getClassName().equals(PROMISE) && frame.getMethodName().equals("fail");
  }

  /** Hears what escaped, and lets another one hear what is not of this kind. */
  public static Handler<Throwable> apartFrom(Handler<Throwable> other) {
    return escaped -> {
      if (is(escaped)) log.debug("A message could not be written", escaped);
      else other.handle(escaped);
    };
  }
}
