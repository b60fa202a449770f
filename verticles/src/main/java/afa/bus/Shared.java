package afa.bus;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets all who ask the same within a moment share one answer, failures included: a thousand
 * browsers that come back at once cost one read. Used on one event loop only.
 */
public final class Shared<K, V> {
  /** Nobody notices, as the page goes on from its number anyway. */
  public static final Duration MOMENT = Duration.ofMillis(250);

  private record Answer<V>(long askedAt, Future<V> future) {}

  private final long maxAgeNanos;
  private final LongSupplier nanoTime;
  private final Map<K, Answer<V>> answers = new HashMap<>();

  /**
   * @param maxAge of an answer that is given again, counted from its question
   * @param nanoTime {@link System#nanoTime}, or a test's clock
   */
  public Shared(Duration maxAge, LongSupplier nanoTime) {
    this.maxAgeNanos = maxAge.toNanos();
    this.nanoTime = nanoTime;
  }

  /** The answer that is under way or still fresh, else a new one. */
  public Future<V> get(K key, Supplier<Future<V>> ask) {
    long now = nanoTime.getAsLong();
    answers.values().removeIf(answer -> isStale(answer, now));
    return answers.computeIfAbsent(key, absent -> new Answer<>(now, ask.get())).future();
  }

  private boolean isStale(Answer<V> answer, long now) {
    return answer.future().isComplete() && now - answer.askedAt() > maxAgeNanos;
  }
}
