package afa.x;

import afa.feed.Post;
import afa.source.SourceContext;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the parts of a reader of X share. */
record XParts(
    SourceContext context,
    XConfig config,
    XClient client,
    XBudget budget,
    XPurse purse,
    XIntake intake,
    XCoverage coverage) {

  static XParts of(SourceContext context, XConfig config, XClient client) {
    XBudget budget = new XBudget(config.limit());
    XPurse purse = new XPurse(context.tenure(), client, budget);
    boolean reposts = !config.rules().stream().allMatch(XRules::excludesReposts);
    return new XParts(
        context,
        config,
        client,
        budget,
        purse,
        new XIntake(context.event(), context.counters(), budget, config.policy()),
        new XCoverage(context.coverage(), config.tuning().late(), reposts, client::ours));
  }

  /**
   * Brings in what a search found, one by one, to learn which of it was new.
   *
   * @param cursor goes behind all of it; null leaves the cursor
   */
  Future<List<Post>> bring(XTaken taken, String cursor) {
    List<Post> fresh = new ArrayList<>();
    Set<String> known = new HashSet<>();
    List<Future<?>> stored = new ArrayList<>();
    for (Post post : taken.posts()) {
      stored.add(context.bring(List.of(post), List.of(), null).onSuccess(done -> {
        if (done.added() > 0 && known.add(post.id())) fresh.add(post);
      }));
    }
    stored.add(context.bring(List.of(), taken.retracted(), cursor));
    return Future.join(stored).map(fresh);
  }

  /** What a search works with. */
  XSearch.Parts search() {
    return new XSearch.Parts(client, intake, budget, purse);
  }
}
