package afa.mastodon;

import afa.feed.Post;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Learns again, after a restart, which ids the posts on display have at a server, by walking back
 * through its hashtags. What is not met on the way is not there any more.
 */
final class IdRecovery {
  private static final int MOST_PAGES = 10; // of each hashtag

  /** Statuses are in the order of their ids, which is about that of their times. */
  static final Duration MARGIN = Duration.ofMinutes(2);

  private final MastodonSite site;
  private boolean done;

  IdRecovery(MastodonSite site) {
    this.site = site;
  }

  /** Whether it has walked already. */
  boolean isDone() {
    return done;
  }

  /**
   * Walks back as far as these posts go; completes with those that were not met although they should
   * have been.
   *
   * @param unknown posts whose ids are not known, at least one
   */
  Future<List<Post>> find(List<Post> unknown) {
    Instant oldest = unknown.stream()
        .map(Post::postedAt)
        .min(Instant::compareTo)
        .orElseThrow()
        .minus(MARGIN);
    Future<Instant> walked = Future.succeededFuture(oldest);
    for (String tag : site.config().tags()) {
      walked = walked.compose(reached ->
          walk(tag, TimelinePlace.NEWEST, oldest, MOST_PAGES).map(here -> later(reached, here)));
    }
    return walked.map(reached -> {
      done = true;
      return covered(unknown, reached).stream()
          .filter(post -> site.ids().id(post.id()) == null)
          .toList();
    });
  }

  /**
   * Those that were passed for sure by who met everything from {@code reached} on, the oldest that was
   * looked for among them.
   */
  static List<Post> covered(List<Post> posts, Instant reached) {
    return posts.stream()
        .filter(post -> !post.postedAt().isBefore(reached.plus(MARGIN)))
        .toList();
  }

  /** Completes with the time from which on every status was met. */
  private Future<Instant> walk(String tag, TimelinePlace place, Instant oldest, int pages) {
    return site.client().timeline(tag, place).compose(page -> {
      Instant reached = remember(page.statuses());
      TimelinePlace next = page.older();
      boolean isEnd = next == null || page.statuses().isEmpty();
      if (isEnd) return Future.succeededFuture(oldest);
      boolean isFar = reached.isBefore(oldest) || pages == 1 || page.spentUntil() != null;
      return isFar ? Future.succeededFuture(reached) : walk(tag, next, oldest, pages - 1);
    });
  }

  /** The time of the oldest of them. */
  private Instant remember(JsonNode statuses) {
    Instant oldest = Instant.MAX;
    for (JsonNode status : statuses) {
      String id = MastodonJson.text(status, "id");
      String uri = MastodonJson.text(status, "uri");
      if (!id.isEmpty() && !uri.isEmpty()) site.ids().remember(id, uri);
      Instant created = MastodonJson.time(status, "created_at");
      if (created != null && created.isBefore(oldest)) oldest = created;
    }
    return oldest;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
