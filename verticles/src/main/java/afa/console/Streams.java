package afa.console;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The pages that follow what happens, by server-sent events. Nothing is kept for one that does not
 * read: it misses what will be said anew anyway, and is closed when it would miss anything else.
 */
final class Streams {
  /** Each costs a few kilobytes a second. */
  static final int MOST = 100;

  /** Beats for which a page may not read before it is given up. */
  private static final int PATIENCE = 15;

  /** One of them, on the event loop of its connection. */
  private static final class Page {
    final HttpServerResponse response;
    final Context context;
    final @Nullable SessionCookie session; // absent for a program
    private int full; // beats, one after the other

    Page(HttpServerResponse response, Context context, @Nullable SessionCookie session) {
      this.response = response;
      this.context = context;
      this.session = session;
    }

    void write(Buffer event, boolean mayMiss) {
      if (response.closed() || response.ended()) return;
      if (!response.writeQueueFull()) {
        full = 0;
        response.write(event);
      } else if (!mayMiss || ++full > PATIENCE) {
        response.reset();
      }
    }
  }

  private final Set<Page> pages = new LinkedHashSet<>();

  boolean isEmpty() {
    return pages.isEmpty();
  }

  boolean isFull() {
    return pages.size() >= MOST;
  }

  /**
   * Takes a response that nothing was written to yet.
   *
   * @param connection where the response belongs
   * @param first what the page gets at once
   */
  void add(
      Vertx vertx,
      Context connection,
      HttpServerResponse response,
      @Nullable SessionCookie session,
      JsonObject first) {
    Page page = new Page(response, connection, session);
    pages.add(page);
    Context home = vertx.getOrCreateContext();
    Buffer begin = Buffer.buffer("retry: 1000\n\n").appendBuffer(event("nodes", first));
    connection.runOnContext(there -> {
      response.closeHandler(gone -> home.runOnContext(here -> pages.remove(page)));
      response.exceptionHandler(broken -> home.runOnContext(here -> pages.remove(page)));
      if (response.closed()) home.runOnContext(here -> pages.remove(page));
      page.write(begin, true);
    });
  }

  /** Something that will be said anew in a moment. */
  void tellNow(String name, JsonObject json) {
    send(event(name, json), true);
  }

  /** Something that is said once. */
  void tellOnce(String name, JsonObject json) {
    send(event(name, json), false);
  }

  private void send(Buffer event, boolean mayMiss) {
    for (Page page : pages) {
      page.context.runOnContext(there -> page.write(event, mayMiss));
    }
  }

  private static Buffer event(String name, JsonObject json) {
    return Buffer.buffer("event: " + name + "\ndata: ")
        .appendBuffer(json.toBuffer())
        .appendString("\n\n");
  }

  /** Ends those whose session is over. */
  void endIf(Predicate<SessionCookie> isOver) {
    pages.removeIf(page -> {
      if (page.session == null || !isOver.test(page.session)) return false;
      end(page);
      return true;
    });
  }

  /** Ends all; they come again by themselves, here or elsewhere. */
  void endAll() {
    pages.forEach(Streams::end);
    pages.clear();
  }

  private static void end(Page page) {
    page.context.runOnContext(there -> {
      if (!page.response.ended() && !page.response.closed()) page.response.end();
    });
  }
}
