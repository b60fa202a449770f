package afa.site.report;

import afa.library.talk.TalkPost;
import afa.library.talk.TalkPosts;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** All that was said about a talk, for a page and files that hold it at once. */
final class ReportPosts {
  private static final int PAGE = 1_000;

  /** More about one talk was never seen; who has them finds the rest on the talk's page. */
  private static final int MOST = 10_000;

  private final TalkPosts posts;

  ReportPosts(TalkPosts posts) {
    this.posts = posts;
  }

  /** The first {@value #MOST}, oldest first. */
  Future<List<TalkPost>> all(String event, String talk) {
    return more(event, talk, 0, new ArrayList<>());
  }

  private Future<List<TalkPost>> more(String event, String talk, long after, List<TalkPost> all) {
    return posts.after(event, talk, after, PAGE).compose(page -> {
      all.addAll(page.posts());
      boolean isEnough = !page.more() || page.posts().isEmpty() || all.size() >= MOST;
      if (isEnough) return Future.succeededFuture(all);
      return more(event, talk, page.posts().get(page.posts().size() - 1).n(), all);
    });
  }
}
