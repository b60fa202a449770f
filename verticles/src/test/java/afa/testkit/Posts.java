package afa.testkit;

import afa.feed.Author;
import afa.feed.Post;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Posts for tests. */
public final class Posts {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");

  private Posts() {}

  /** A post of the source {@code x} whose id and text say which. */
  public static Post post(long number) {
    return Post.builder("x", "p" + number)
        .author(new Author("Ada Lovelace", "ada", "https://x.example/ada", null))
        .text("Post number " + number + " 🎉")
        .postedAt(NOON.plusSeconds(number))
        .receivedAt(NOON.plusSeconds(number).plusMillis(480));
  }

  /** Posts {@code first} to {@code last}. */
  public static List<Post> posts(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(Posts::post).toList();
  }
}
