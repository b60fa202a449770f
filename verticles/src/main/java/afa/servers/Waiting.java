package afa.servers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits of a blocking thread, each with a bound. */
final class Waiting {
  private Waiting() {}

  static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  /** Whether the process has ended within that time. */
  static boolean ended(ProcessHandle process, Duration most) throws IOException {
    try {
      process.onExit().get(most.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return !process.isAlive();
    } catch (ExecutionException unknown) {
      return !process.isAlive();
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  static IOException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    InterruptedIOException failure = new InterruptedIOException("interrupted while waiting");
    failure.initCause(cause);
    return failure;
  }
}
