package afa.source;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether a connection is quieter than it should be ({@link SilenceAlarm}): a dead
 * subscription looks like a quiet room.
 */
public final class SilenceWatch {
  private static final Logger log = LoggerFactory.getLogger(SilenceWatch.class);

  private final Vertx vertx;
  private final String source;
  private final Duration quiet;
  private final BooleanSupplier isListening;
  private final BiConsumer<Instant, Instant> alarmed;
  private final SilenceAlarm alarm;
  private long timer = -1;

  /**
   * @param quiet least silence that is looked after
   * @param isListening whether posts could come now
   * @param alarmed told since when, and until when, it was too quiet
   */
  public SilenceWatch(
      SourceContext context,
      Duration quiet,
      BooleanSupplier isListening,
      BiConsumer<Instant, Instant> alarmed) {
    this.vertx = context.vertx();
    this.source = context.source();
    this.quiet = quiet;
    this.isListening = isListening;
    this.alarmed = alarmed;
    this.alarm = new SilenceAlarm(Instant.now(), quiet);
  }

  public void start() {
    timer = vertx.setPeriodic(Math.max(10, quiet.toMillis() / 6), tick -> look());
  }

  public void stop() {
    vertx.cancelTimer(timer);
  }

  /** A post came. */
  public void post(Instant at) {
    alarm.post(at);
  }

  private void look() {
    Instant now = Instant.now();
    if (!isListening.getAsBoolean() || !alarm.isTooQuiet(now)) return;
    log.warn("Quieter than it should be: source={} since={}", source, alarm.since());
    alarm.wasReal(); // unless the next connection brings something
    alarmed.accept(alarm.since(), now);
  }
}
