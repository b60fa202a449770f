package afa.site.report;

import afa.bus.Shared;
import afa.library.talk.ListedTalk;
import afa.library.talk.Reports;
import afa.library.talk.TalkPost;
import afa.library.talk.TalkPosts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks through all that was said about a talk for what is folded. All who ask within a while share
 * an answer, and the words are looked at on workers. Used on one event loop only.
 */
final class Judge {
  private static final Duration A_WHILE = Duration.ofSeconds(5);
  private static final int PAGE = 500;

  private final Vertx vertx;
  private final TalkPosts posts;
  private final Shared<Reports.About, Judged> judged = new Shared<>(A_WHILE, System::nanoTime);

  Judge(Vertx vertx, TalkPosts posts) {
    this.vertx = vertx;
    this.posts = posts;
  }

  Future<Judged> of(Reports.About about, ListedTalk listed) {
    Gentle gentle = new Gentle(listed.talk().speakers());
    return judged.get(about, () -> more(about, gentle, new Judged(Map.of(), 0)));
  }

  private Future<Judged> more(Reports.About about, Gentle gentle, Judged before) {
    return posts.after(about.event(), about.talk(), before.upTo(), PAGE).compose(page -> {
      if (page.posts().isEmpty()) return Future.succeededFuture(before);
      long last = page.posts().get(page.posts().size() - 1).n();
      Future<Judged> now =
          vertx.executeBlocking(() -> before.and(reasons(gentle, page.posts()), last), false);
      return page.more() ? now.compose(far -> more(about, gentle, far)) : now;
    });
  }

  /** Of those that are folded. */
  static Map<Long, String> reasons(Gentle gentle, List<TalkPost> posts) {
    Map<Long, String> reasons = new HashMap<>();
    for (TalkPost each : posts) {
      String reason = gentle.reason(each.post());
      if (reason != null) reasons.put(each.n(), reason);
    }
    return reasons;
  }
}
