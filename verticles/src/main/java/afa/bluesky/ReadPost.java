package afa.bluesky;

import afa.feed.Author;
import afa.feed.Original;
import afa.feed.Post;
import afa.feed.PostBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a post of the network. */
sealed interface ReadPost {

  /** Neither tag nor word: one of the many. */
  record NotOurs() implements ReadPost {}

  /** Ours, and not to be shown. */
  record Filtered(String reason) implements ReadPost {}

  /** Should have been a post and cannot be read. */
  record Malformed(String reason) implements ReadPost {}

  /**
   * Ours, still without its author's name and without what it quotes: Jetstream sends neither.
   *
   * @param quoteOf address of the post that it quotes, absent for most
   */
  record Shown(AtUri uri, @Nullable String quoteOf, @Nullable String warning, PostBuilder parts)
      implements ReadPost {

    /** The whole of it. */
    Post with(Profile author, @Nullable Original quoted, Instant receivedAt) {
      String why = warning == null ? author.warning().orElse(null) : warning;
      Author name = author.author();
      return parts.author(name).original(quoted).warning(why).receivedAt(receivedAt);
    }
  }
}
