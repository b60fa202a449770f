package afa.bluesky;

import afa.feed.Post;
import afa.source.StreamReader.Listener;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read and waits to be handed on, in order, with the cursor that may follow. Nothing
 * overtakes: the first that is not ready holds all behind it.
 */
final class Line {
  /** The replay has come to the present. */
  static final Item CAUGHT_UP = new Item(null, List.of(), true, () -> {});

  private static final int MOST_LATER = 500;

  private final Listener listener;
  private final Replay replay;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final List<String> later = new ArrayList<>();
  private List<Post> posts = new ArrayList<>();
  private List<String> gone = new ArrayList<>();
  private long beforeUs; // the greatest time of all events but the last one
  private long reachedUs;
  private long handedUs;
  private boolean draining;
  private boolean closed;

  /**
   * What is handed on.
   *
   * @param caughtUp whether this says that the replay is over
   * @param leaving called when it is handed on
   */
  record Item(@Nullable Post post, List<String> gone, boolean caughtUp, Runnable leaving) {
    Item(@Nullable Post post, List<String> gone, Runnable leaving) {
      this(post, gone, false, leaving);
    }
  }

  /**
   * @param beforeUs the greatest time of an event when this came
   */
  private record Waiting(long beforeUs, Future<Item> item) {}

  Line(Listener listener, Replay replay) {
    this.listener = listener;
    this.replay = replay;
  }

  /** Identities of posts that are gone. */
  static Item gone(List<String> identities) {
    return new Item(null, identities, () -> {});
  }

  /** An event of that time came; those that follow belong to it. Times do not always rise. */
  void reached(long timeUs) {
    beforeUs = reachedUs;
    reachedUs = Math.max(reachedUs, timeUs);
  }

  /** Something stands in line from now on. */
  void add(Future<Item> item) {
    waiting.add(new Waiting(beforeUs, item));
    item.onComplete(ready -> drain());
  }

  /** Something that can wait for the next cursor, in whatever order. */
  void later(String identity) {
    later.add(identity);
    if (later.size() >= MOST_LATER) handOn();
  }

  /** A post of that identity is there again, as some programs edit by deleting. */
  void notLater(String identity) {
    later.remove(identity);
  }

  /** The connection has ended: what still waits comes again with the next one. */
  void close() {
    closed = true;
    waiting.clear();
  }

  /** Hands on the cursor, which foreign events move too. */
  void tick() {
    handOn();
  }

  private void drain() {
    if (draining || closed)
      return; // an item that is ready at once is added while another one leaves
    draining = true;
    while (!waiting.isEmpty() && waiting.peek().item().isComplete())
      leave(waiting.poll().item());
    draining = false;
    if (!posts.isEmpty() || !gone.isEmpty()) handOn();
  }

  private void leave(Future<Item> ready) {
    Item item = ready.result();
    item.leaving().run();
    if (item.caughtUp()) {
      handOn();
      replay.caughtUp(listener);
      return;
    }
    // The store takes posts first: what is gone must not be followed by a post in one request.
    if (item.post() != null && !gone.isEmpty()) handOn();
    if (item.post() != null) posts.add(item.post());
    gone.addAll(item.gone());
  }

  private void handOn() {
    if (closed) return;
    long cursor = waiting.isEmpty() ? reachedUs : waiting.peek().beforeUs();
    boolean moved = cursor > handedUs && replay.mayMove();
    gone.addAll(later);
    if (posts.isEmpty() && gone.isEmpty() && !moved) return;
    if (moved) handedUs = cursor;
    listener.bring(posts, gone, moved ? Long.toString(cursor) : null);
    posts = new ArrayList<>();
    gone = new ArrayList<>();
    later.clear();
  }
}
