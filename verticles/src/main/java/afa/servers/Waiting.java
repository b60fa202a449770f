package afa.servers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Waits of a blocking thread, each with a bound. */
final class Waiting {
  private static final long POLL_MILLIS = 20;

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
    long deadline = System.nanoTime() + most.toNanos();
    while (isAlive(process)) {
      if (System.nanoTime() > deadline) return false;
      pause(POLL_MILLIS);
    }
    return true;
  }

  /**
   * Whether the process can still do something. Asked again and again, as {@code onExit} of a
   * process that we did not start tells us seconds late. The dead may remain listed: in a container
   * whose first process does not collect them, an orphan stays a zombie for ever.
   */
  static boolean isAlive(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException gone) {
      return false;
    }
  }

  static IOException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    InterruptedIOException failure = new InterruptedIOException("interrupted while waiting");
    failure.initCause(cause);
    return failure;
  }
}
