package afa.benchmarks.archive;

import static java.util.concurrent.TimeUnit.SECONDS;

import afa.archive.Archive;
import afa.archive.PostgresArchive;
import afa.feed.Author;
import afa.feed.FeedJson;
import afa.feed.Link;
import afa.feed.LogEntry;
import afa.feed.Media;
import afa.feed.Post;
import afa.feed.PostBuilder;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Fills an archive with a conference of three days, by the archiver's own hand. */
final class Filler implements AutoCloseable {
  private static final String EVENT = "bench-archive";
  private static final Instant BEGIN = Instant.parse("2010-05-24T08:00:00Z");
  private static final String[] COMMON = {
    "the",
    "of",
    "and",
    "grids",
    "layout",
    "talking",
    "speaker",
    "responsive design",
    "typography",
    "color",
    "really",
    "love",
    "slides",
    "great",
    "website",
    "content first",
    "accessible",
    "mobile",
    "what",
    "is",
    "to",
    "for",
    "with",
    "this",
    "people",
    "session",
    "now",
    "about",
    "on",
    "room"
  };

  private final Vertx vertx = Vertx.vertx();
  private final Archive archive;
  private final int batch;
  private final long fence;
  private final Random random = new Random(6);
  private long head;
  private long filled;
  private long nanos;

  Filler(String databaseUrl, int batch) throws Exception {
    this.batch = batch;
    archive = PostgresArchive.connect(vertx, databaseUrl);
    archive.prepare().await(60, SECONDS);
    archive.checkpoint(EVENT, "life1").await(5, SECONDS);
    fence = archive.claim(EVENT).await(5, SECONDS);
  }

  /** That many posts more; only the archive's part is timed. */
  void fill(int posts) throws Exception {
    for (int done = 0; done < posts; done += batch) {
      List<LogEntry> entries = new ArrayList<>();
      for (int i = 1; i <= batch; i++) entries.add(LogEntry.post(head + i, json(head + i)));
      var run = new Archive.Batch(EVENT, "life1", fence, head, entries);
      long start = System.nanoTime();
      archive.keep(run).await(30, SECONDS);
      nanos += System.nanoTime() - start;
      filled += batch;
      head += batch;
    }
  }

  void forget() {
    filled = 0;
    nanos = 0;
  }

  double rate() {
    return filled / (nanos / 1e9);
  }

  private String json(long n) {
    int person = (int) Math.floor(Math.abs(random.nextGaussian()) * 1_000);
    String words = words();
    String text = words + " #aea" + (random.nextInt(20) == 0 ? "?" : "");
    PostBuilder post = Post.builder("x", "p" + n)
        .url("https://x.example/p" + n)
        .author(
            new Author("Person " + person, "person" + person, "https://x.example/" + person, null))
        .lang("en")
        .text(text)
        .links(List.of(new Link(
            words.length() + 1, words.length() + 5, "https://x.example/t", Link.Kind.TAG)));
    if (random.nextInt(15) == 0) {
      post.media(List.of(new Media(
          Media.Kind.PHOTO, "https://x.example/" + n + ".jpg", null, 800, 600, "A slide of " + n)));
    }
    return FeedJson.encode(post.receivedAt(BEGIN.plusMillis(n * 2_500)));
  }

  private String words() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      words.append(
          random.nextInt(4) == 0
              ? "word" + (int) (1 / (random.nextDouble() + 0.00002))
              : COMMON[random.nextInt(COMMON.length)]);
      words.append(' ');
    }
    return words.toString().strip();
  }

  @Override
  public void close() throws Exception {
    archive.close().await(5, SECONDS);
    vertx.close().await(10, SECONDS);
  }
}
