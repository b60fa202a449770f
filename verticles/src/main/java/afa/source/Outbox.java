package afa.source;

import afa.feed.Coverage;
import afa.feed.Post;
import afa.message.AppendPosts;
import afa.message.Appended;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source has read and the store has not confirmed, in order. A cursor and a coverage stand
 * behind the posts they vouch for, and leave in one batch with the last of them or in a later one.
 */
final class Outbox {

  /** Something that waits. */
  sealed interface Entry {}

  /** A post, and the delivery it belongs to. */
  record Brought(Post post, Delivery delivery) implements Entry {}

  /** The identity of a post to take away. */
  record Gone(String identity) implements Entry {}

  /** How far the source is; either may be absent. */
  record Progress(@Nullable String cursor, @Nullable Coverage coverage) implements Entry {}

  /** Behind the last of a delivery. */
  record End(Delivery delivery) implements Entry {}

  /** What was brought at one time: its end is waited for, what was new of it is counted. */
  static final class Delivery {
    final Promise<Stored> stored = Promise.promise();
    int added;
  }

  /**
   * What leaves in one request.
   *
   * @param entries all of it, in order
   */
  record Batch(AppendPosts request, List<Entry> entries) {

    /** Posts and retractions, of which each may be the one that the store minds. */
    int size() {
      return request.posts().size() + request.retracted().size();
    }

    /** Posts or retractions, whichever are more. */
    int longest() {
      return Math.max(request.posts().size(), request.retracted().size());
    }

    /** What people call it, by the first in it. */
    String name() {
      if (!request.posts().isEmpty()) return request.posts().get(0).id();
      return request.retracted().isEmpty() ? "a cursor" : request.retracted().get(0);
    }

    /** Tells those who wait; they may bring more at once. */
    void settle(Appended answer) {
      int post = 0;
      for (Entry entry : entries) {
        if (entry instanceof Brought brought) {
          boolean isNew =
              answer.numbers().size() > post && answer.numbers().get(post) > answer.before();
          if (isNew) brought.delivery().added++;
          post++;
        }
      }
      for (Entry entry : entries) {
        if (entry instanceof End end)
          end.delivery().stored.complete(new Stored(end.delivery().added));
      }
    }

    /** What is left of it without those. */
    List<Entry> rest() {
      return entries.stream()
          .filter(entry -> entry instanceof Progress || entry instanceof End)
          .toList();
    }
  }

  private final Deque<Entry> entries = new ArrayDeque<>();
  private int posts;

  Delivery add(
      List<Post> more,
      List<String> retracted,
      @Nullable String cursor,
      @Nullable Coverage coverage) {
    Delivery delivery = new Delivery();
    for (Post post : more) entries.add(new Brought(post, delivery));
    for (String identity : retracted) entries.add(new Gone(identity));
    posts += more.size();
    if (cursor != null || coverage != null) progress(cursor, coverage);
    entries.add(new End(delivery));
    return delivery;
  }

  /** Of two in a row only the later one says anything. */
  private void progress(@Nullable String cursor, @Nullable Coverage coverage) {
    Deque<Entry> ends = new ArrayDeque<>();
    while (!entries.isEmpty() && entries.getLast() instanceof End end) {
      ends.addFirst(end);
      entries.removeLast();
    }
    @Nullable String latestCursor = cursor;
    @Nullable Coverage latestCoverage = coverage;
    if (!entries.isEmpty() && entries.getLast() instanceof Progress earlier) {
      entries.removeLast();
      if (cursor == null) latestCursor = earlier.cursor();
      if (coverage == null) latestCoverage = earlier.coverage();
    }
    entries.add(new Progress(latestCursor, latestCoverage));
    entries.addAll(ends);
  }

  /**
   * Takes the oldest, at most {@code most} posts and as many retractions behind them.
   *
   * @param epoch the life of the log that cursors and coverages belong to; null before one is known
   */
  Batch take(String event, String source, int most, @Nullable String epoch) {
    List<Entry> taken = new ArrayList<>();
    List<Post> batch = new ArrayList<>(Math.min(most, posts));
    List<String> gone = new ArrayList<>();
    @Nullable String cursor = null;
    @Nullable Coverage coverage = null;
    while (!entries.isEmpty()) {
      Entry next = entries.getFirst();
      // The store appends before it retracts, so a post behind a retraction has to wait.
      if (next instanceof Brought && (batch.size() == most || !gone.isEmpty())) break;
      if (next instanceof Gone && gone.size() == most) break;
      taken.add(entries.removeFirst());
      if (next instanceof Brought brought) batch.add(brought.post());
      if (next instanceof Gone identity) gone.add(identity.identity());
      if (next instanceof Progress progress) {
        if (progress.cursor() != null) cursor = progress.cursor();
        if (progress.coverage() != null) coverage = progress.coverage();
      }
    }
    posts -= batch.size();
    return new Batch(new AppendPosts(event, source, batch, gone, cursor, coverage, epoch), taken);
  }

  /** Takes entries back that were taken last, to their place in front of all others. */
  void putBack(List<Entry> taken) {
    for (int i = taken.size() - 1; i >= 0; i--) entries.addFirst(taken.get(i));
    posts += (int) taken.stream().filter(Brought.class::isInstance).count();
  }

  /** Drops all of it. */
  void clear() {
    entries.clear();
    posts = 0;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** How many posts it holds. */
  int size() {
    return posts;
  }
}
