package afa.export.folder;

import afa.export.folder.Pictures.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Brings the pictures of posts into {@code media/}, each once, named by what is in it. */
final class PictureFetch {
  private static final int AT_ONCE = 4;
  private static final long MOST_BYTES = 4L << 30;
  private static final int PATIENCE_SECONDS = 60;

  private final Path folder;
  private final Before before;
  private final Optional<PictureClient> client;
  private final AtomicLong bytes = new AtomicLong();

  /**
   * What earlier folders tell, by address.
   *
   * @param files pictures that are there already, which are not asked for again
   * @param reasons why others were not to be had; these are asked for again, where any is
   */
  record Before(Map<String, Path> files, Map<String, String> reasons) {
    Before {
      files = Map.copyOf(files);
      reasons = Map.copyOf(reasons);
    }
  }

  /**
   * @param client absent: nothing is fetched
   */
  PictureFetch(Path folder, Before before, Optional<PictureClient> client) {
    this.folder = folder;
    this.before = before;
    this.client = client;
  }

  /** All of them, or why not. */
  Pictures fetch(Collection<String> addresses) throws IOException {
    Files.createDirectories(folder.resolve("media"));
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Map<String, Future<Picture>> asked = new HashMap<>();
      for (String address : addresses) {
        asked.put(address, workers.submit((Callable<Picture>) () -> picture(address)));
      }
      Pictures pictures = new Pictures();
      for (Map.Entry<String, Future<Picture>> each : asked.entrySet()) {
        pictures.put(each.getKey(), each.getValue().get());
      }
      return pictures;
    } catch (InterruptedException | ExecutionException failure) {
      throw new IOException("pictures cannot be kept: " + failure.getMessage(), failure);
    } finally {
      workers.shutdownNow();
    }
  }

  private Picture picture(String address) throws IOException {
    Path kept = before.files().get(address);
    if (kept != null) return keep(kept.getFileName().toString(), Files.readAllBytes(kept));
    if (client.isEmpty()) {
      return missing(before.reasons().getOrDefault(address, "was not asked for"));
    }
    if (bytes.get() > MOST_BYTES) return missing("found no room");
    try {
      byte[] content =
          client.get().fetch(address).await(PATIENCE_SECONDS, TimeUnit.SECONDS).getBytes();
      return sorted(address, content);
    } catch (PictureClient.NoPicture reason) {
      return missing(String.valueOf(reason.getMessage()));
    } catch (TimeoutException silent) {
      return missing("gave no answer");
    }
  }

  private Picture sorted(String address, byte[] content) throws IOException {
    Optional<PictureKind> kind = PictureKind.of(content);
    boolean isDrawing = kind.equals(Optional.of(PictureKind.SVG));
    if (kind.isEmpty() || (isDrawing && !client.orElseThrow().isKnown(address))) {
      return missing("is no picture of a kind that is kept");
    }
    return keep(Checksums.of(content) + "." + kind.get().extension(), content);
  }

  private Picture keep(String name, byte[] content) throws IOException {
    bytes.addAndGet(content.length);
    Files.write(folder.resolve("media").resolve(name), content);
    return new Picture("media/" + name, "");
  }

  private static Picture missing(String reason) {
    return new Picture("", reason);
  }
}
