package afa.supervisor;

import io.vertx.core.json.DecodeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people want, in a file of the node: for the time when no other node remembers. */
final class WishFile {
  private static final Logger log = LoggerFactory.getLogger(WishFile.class);

  private final Path file;

  WishFile(Path file) {
    this.file = file;
  }

  /** What it says; nothing where there is none. */
  Wishes read() {
    try {
      return Files.exists(file) ? Wishes.parse(Files.readString(file)) : Wishes.NONE;
    } catch (IOException | DecodeException unreadable) {
      log.warn("What people wanted cannot be read, so all is started: file={}", file, unreadable);
      return Wishes.NONE;
    }
  }

  /** By rename, so that a crash leaves the old one or the new one. */
  void write(Wishes wishes) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    ByteBuffer bytes = ByteBuffer.wrap(wishes.toJson().getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel = FileChannel.open(
        fresh,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      while (bytes.hasRemaining()) channel.write(bytes);
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
