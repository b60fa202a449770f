package afa.supervisor;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A clock in a thread of its own, as timers of Vert.x stand still with their event loop. */
final class Metronome {
  private static final long EVERY_MILLIS = 200;

  private final ScheduledExecutorService thread;

  private Metronome(ScheduledExecutorService thread) {
    this.thread = thread;
  }

  /**
   * @param beat must not block, nor throw
   */
  static Metronome start(Runnable beat) {
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
      Thread daemon = new Thread(work, "supervisor-clock");
      daemon.setDaemon(true);
      return daemon;
    });
    // With fixed delay: after the process stood still there is one beat to catch up, not hundreds.
    var unused =
        thread.scheduleWithFixedDelay(beat, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return new Metronome(thread);
  }

  void stop() {
    thread.shutdownNow();
  }
}
