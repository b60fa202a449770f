package afa.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets one at a time do something with a directory, across threads and processes. */
final class FileMutex {
  /** File locks hold between processes only; within ours these do, by path. */
  private static final ConcurrentMap<Path, Semaphore> THREADS = new ConcurrentHashMap<>();

  private static final long POLL_MILLIS = 25;

  private final Path file;
  private final Semaphore thread;

  /**
   * @param file made when it is not there, and left there
   */
  FileMutex(Path file) {
    this.file = file;
    this.thread =
        THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new Semaphore(1));
  }

  /** What is done while no one else may. */
  interface Action {
    void run() throws IOException;
  }

  /**
   * Waits for its turn, then acts. A process that dies gives its turn back.
   *
   * @throws IOException of the action, or when the turn does not come within {@code most}
   */
  void hold(Duration most, Action action) throws IOException {
    long deadline = System.nanoTime() + most.toNanos();
    if (!isMyTurn(most)) throw tooLong(most);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Closing the channel gives the lock back.
      while (channel.tryLock() == null) {
        if (System.nanoTime() > deadline) throw tooLong(most);
        Waiting.pause(POLL_MILLIS);
      }
      action.run();
    } finally {
      thread.release();
    }
  }

  private boolean isMyTurn(Duration most) throws IOException {
    try {
      return thread.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw Waiting.interrupted(interrupted);
    }
  }

  private IOException tooLong(Duration most) {
    return new IOException("another node has been busy with " + file.getParent() + " for more than "
        + most.toSeconds() + " s");
  }
}
