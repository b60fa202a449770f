package afa.mastodon;

import afa.mastodon.StatusIntake.Taken;
import afa.source.Backoff.Cause;
import afa.source.Harvest;
import afa.source.SourceFailure;
import afa.source.SourceProblem;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A hashtag at a server, asked over REST. With a cursor it walks forward page by page, from a little
 * before it, so that there is no hole; without one it walks back. A walk that a failure interrupts
 * goes on where it stopped, or limits would keep a long one from ever ending. One with more pages
 * than may be read at once hands on what it has; the rest is missing until the next look.
 */
final class HashtagTimeline {
  private final MastodonSite site;
  private final String tag;
  private final StatusIntake intake;
  private TimelineWalk unfinished; // null when the last one came to its end
  private String unfinishedFrom;
  private String cutAt; // where the last walk ended, if there was more

  HashtagTimeline(MastodonSite site, String tag, StatusIntake intake) {
    this.site = site;
    this.tag = tag;
    this.intake = intake;
  }

  /**
   * Everything from a little before the cursor on; the harvest's cursor is the newest id.
   *
   * @param cursor null for the first look
   */
  Future<Harvest> look(String cursor, Instant now) {
    return site.parser().compose(parser -> {
      // One that walks back began at a present that is past.
      boolean goesOn = unfinished != null && cursor != null && cursor.equals(unfinishedFrom);
      TimelineWalk walk = goesOn ? unfinished : begin(cursor, now);
      unfinished = walk;
      unfinishedFrom = cursor;
      return step(walk, parser).map(done -> harvest(walk));
    });
  }

  private TimelineWalk begin(String cursor, Instant now) {
    MastodonTuning tuning = site.config().tuning();
    if (cursor == null) return TimelineWalk.back(now, tuning);
    return cursor.equals(cutAt)
        ? TimelineWalk.goingOn(cursor, now, tuning)
        : TimelineWalk.from(cursor, now, tuning);
  }

  private Future<Void> step(TimelineWalk walk, StatusParser parser) {
    return site.client().timeline(tag, walk.place()).compose(page -> {
      walk.add(page, parser, Instant.now());
      if (walk.isOver()) return Future.succeededFuture();
      return page.spentUntil() == null ? step(walk, parser) : spent(page.spentUntil());
    });
  }

  private Future<Void> spent(Instant until) {
    String sentence = site.server().name() + " lets no more requests in for now";
    return Future.failedFuture(new SourceFailure(new SourceProblem(Cause.LIMIT, sentence, until)));
  }

  private Harvest harvest(TimelineWalk walk) {
    unfinished = null;
    cutAt = walk.isCut() ? walk.newest() : null;
    String more = site.server().name() + " has more posts than are read at once";
    Taken taken = new Taken();
    walk.results().forEach(result -> intake.take(result, taken));
    taken.posts().sort(Comparator.comparing(post -> post.postedAt()));
    return new Harvest(
        taken.posts(),
        taken.retracted(),
        walk.newest(),
        walk.isCut() ? List.of(more) : List.of(),
        walk.reachedBackTo());
  }
}
