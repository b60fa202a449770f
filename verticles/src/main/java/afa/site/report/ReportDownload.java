package afa.site.report;

import afa.library.talk.Reports;
import afa.library.talk.TalkPost;
import afa.library.talk.TalkPosts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/**
 * A report's file on its way to somebody: a page is read when the one before has gone to the socket,
 * so that a slow reader costs a page of memory and nothing of PostgreSQL.
 */
final class ReportDownload {
  private static final int PAGE = 500;

  private final Vertx vertx;
  private final TalkPosts posts;
  private final Reports.About about;
  private final ReportFile file;
  private final HttpServerResponse response;

  ReportDownload(
      Vertx vertx,
      TalkPosts posts,
      Reports.About about,
      ReportFile file,
      HttpServerResponse response) {
    this.vertx = vertx;
    this.posts = posts;
    this.about = about;
    this.file = file;
    this.response = response;
  }

  /** What stands at the beginning, read before anything is promised. */
  Future<TalkPosts.Page> first() {
    return page(0);
  }

  /** Sends everything; fails when the reader goes or the archive does. */
  Future<Void> send(TalkPosts.Page first) {
    response.setChunked(true);
    return response
        .write(file.head())
        .compose(begun -> pages(first, true))
        .compose(all -> response.end(file.tail()));
  }

  private Future<TalkPosts.Page> page(long after) {
    return posts.after(about.event(), about.talk(), after, PAGE);
  }

  private Future<Void> pages(TalkPosts.Page page, boolean isFirst) {
    List<TalkPost> these = page.posts();
    if (these.isEmpty()) return Future.succeededFuture();
    Future<Void> written =
        vertx.executeBlocking(() -> file.lines(these, isFirst), false).compose(response::write);
    if (!page.more()) return written;
    return written
        .compose(gone -> page(these.get(these.size() - 1).n()))
        .compose(next -> pages(next, false));
  }
}
