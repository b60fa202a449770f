package afa.site.export;

import afa.export.Table;
import afa.library.ExportReader;
import afa.library.ExportReader.Scope;
import afa.library.ExportedPost;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/**
 * A file on its way to somebody: a page is read when the one before has gone to the socket, so that
 * a slow reader costs a page of memory and nothing of PostgreSQL.
 */
final class Download {
  private static final int PAGE = 500;

  private final Vertx vertx;
  private final ExportReader reader;
  private final Scope scope;
  private final Table table;
  private final HttpServerResponse response;

  Download(
      Vertx vertx, ExportReader reader, Scope scope, Table table, HttpServerResponse response) {
    this.vertx = vertx;
    this.reader = reader;
    this.scope = scope;
    this.table = table;
    this.response = response;
  }

  /** Sends everything; fails when the reader goes or the archive does. */
  Future<Void> send(List<ExportedPost> first) {
    response.setChunked(true);
    return write(table.head()).compose(begun -> pages(first)).compose(all -> response.end());
  }

  /** What stands at the beginning, read before anything is promised. */
  Future<List<ExportedPost>> first() {
    return page(0);
  }

  private Future<List<ExportedPost>> page(long since) {
    return reader.after(scope, since, PAGE);
  }

  private Future<Void> pages(List<ExportedPost> page) {
    if (page.isEmpty()) return Future.succeededFuture();
    Future<Void> written =
        vertx.executeBlocking(() -> table.lines(page), false).compose(this::write);
    if (page.size() < PAGE) return written;
    long last = page.get(page.size() - 1).n();
    return written.compose(gone -> page(last)).compose(this::pages);
  }

  private Future<Void> write(String text) {
    return text.isEmpty() ? Future.succeededFuture() : response.write(text);
  }
}
