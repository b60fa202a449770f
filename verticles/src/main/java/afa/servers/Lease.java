package afa.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Says, for as long as the process lives, that it uses a server; several may. */
final class Lease implements AutoCloseable {
  private final FileChannel channel;
  private FileLock lock;

  private Lease(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Joins the users of a server.
   *
   * @throws IllegalStateException when this very process uses it already
   */
  static Lease join(Path file) throws IOException {
    FileChannel channel = FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      return new Lease(channel, channel.lock(0, Long.MAX_VALUE, true));
    } catch (OverlappingFileLockException twice) {
      // The channel stays open: closing it would give the other lock of this process away.
      throw new IllegalStateException("this process uses " + file.getParent() + " already", twice);
    }
  }

  void leave() throws IOException {
    lock.release();
  }

  /** After leaving: whether nobody else uses the server. Ask while no one may join. */
  boolean isLast() throws IOException {
    lock = channel.tryLock();
    return lock != null;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
