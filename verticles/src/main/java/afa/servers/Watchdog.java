package afa.servers;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a server back at its port whenever it dies, waiting longer each time it does not last. */
final class Watchdog implements AutoCloseable {
  static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
  static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);

  /** A server that lasted so long was well. */
  static final Duration WELL = Duration.ofSeconds(30);

  private static final long LOOK_MILLIS = 150;
  private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

  private final ManagedServer server;
  private final Counter restarts;
  private final Thread thread;

  private Watchdog(ManagedServer server) {
    this.server = server;
    this.restarts = Metrics.counter("afa.servers.restarts", "server", server.name());
    this.thread = new Thread(this::run, "watchdog-" + server.name());
  }

  /** Watches a running server until closed. */
  static Watchdog over(ManagedServer server) {
    Watchdog watchdog = new Watchdog(server);
    watchdog.thread.setDaemon(true);
    watchdog.thread.start();
    return watchdog;
  }

  /** The wait before the next start of a server that lasted for {@code lived}. */
  static Duration nextBackoff(Duration backoff, Duration lived) {
    if (lived.compareTo(WELL) >= 0) return FIRST_BACKOFF;
    Duration doubled = backoff.multipliedBy(2);
    return doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF;
  }

  private void run() {
    Duration backoff = FIRST_BACKOFF;
    try {
      while (true) {
        long start = System.nanoTime();
        while (Waiting.isAlive(server.process())) Thread.sleep(LOOK_MILLIS);
        log.warn("{} died and is started again: address={}", server.name(), server.endpoint());
        backoff = revive(nextBackoff(backoff, Duration.ofNanos(System.nanoTime() - start)));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tries until it is there; the wait that was the last. */
  private Duration revive(Duration first) throws InterruptedException {
    Duration backoff = first;
    for (boolean told = false; ; told = true) {
      Thread.sleep(backoff.toMillis());
      try {
        server.restart();
        restarts.increment();
        return backoff;
      } catch (IOException | RuntimeException failure) {
        if (Thread.interrupted()) throw new InterruptedException("closed");
        if (!told) log.warn("{} does not come back yet, trying on", server.name(), failure);
        backoff = nextBackoff(backoff, Duration.ZERO);
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
