package afa.store;

import afa.message.AppendPosts;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * The appends of one event on their way to Redis. One script runs at a time, so that bells ring in
 * the order of the log; whatever came meanwhile shares the next one, and its sync to disk. May be
 * used from any thread.
 */
final class AppendLane {
  /** Posts that share a run: 5 ms of Redis, in which nobody else is served. */
  static final int MOST_SHARED = 250;

  /** Of posts that wait: 50,000 of a usual size, which Redis takes in about two seconds. */
  static final long MOST_WAITING = 48 << 20;

  private final Function<AppendScript, Future<List<Future<Log.Append>>>> redis;
  private final Deque<AppendPart> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private boolean running;

  /**
   * @param redis runs a script and gives an answer for each of its parts, which may be a refusal
   */
  AppendLane(Function<AppendScript, Future<List<Future<Log.Append>>>> redis) {
    this.redis = redis;
  }

  /** Fails with {@link Log.Busy} at once when too much waits already. */
  Future<Log.Append> append(AppendPosts request) {
    AppendPart part = new AppendPart(request); // encoded while others are on their way
    synchronized (this) {
      if (waitingBytes > MOST_WAITING) return Future.failedFuture(new Log.Busy());
      waiting.add(part);
      waitingBytes += part.bytes();
    }
    runNext();
    return part.done().future();
  }

  private void runNext() {
    AppendScript script = next();
    if (script == null) return;
    Future.succeededFuture(script)
        .compose(redis) // a throw is a failure, too
        .onComplete(ran -> {
          if (ran.succeeded()) stored(script.parts(), ran.result());
          else failed(script.parts(), ran.cause());
          runNext();
        });
  }

  private void stored(List<AppendPart> parts, List<Future<Log.Append>> appends) {
    ended();
    for (int i = 0; i < parts.size(); i++)
      appends.get(i).onComplete(parts.get(i).done());
  }

  private void failed(List<AppendPart> parts, Throwable cause) {
    List<AppendPart> all = withThoseWhoWait(parts);
    ended();
    for (AppendPart part : all) part.done().fail(cause);
  }

  private synchronized AppendScript next() {
    if (running || waiting.isEmpty()) return null;
    running = true;
    List<AppendPart> parts = new ArrayList<>();
    int posts = 0;
    while (!waiting.isEmpty()
        && (parts.isEmpty() || posts + waiting.peek().size() <= MOST_SHARED)) {
      AppendPart part = waiting.remove();
      waitingBytes -= part.bytes();
      posts += part.size();
      parts.add(part);
    }
    return new AppendScript(parts);
  }

  /** They would find the same, only later, and whoever sent them waits no longer than that. */
  private synchronized List<AppendPart> withThoseWhoWait(List<AppendPart> failed) {
    List<AppendPart> all = new ArrayList<>(failed);
    all.addAll(waiting);
    waiting.clear();
    waitingBytes = 0;
    return all;
  }

  private synchronized void ended() {
    running = false;
  }
}
