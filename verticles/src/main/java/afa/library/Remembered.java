package afa.library;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that may be a little old: one that is too old is given once more while the next one is
 * fetched. Used on one event loop only.
 */
final class Remembered<K, V> {
  private static final Duration FRESH = Duration.ofSeconds(15);

  private static final Duration OLDEST = Duration.ofSeconds(30);

  /** Some kilobytes each. */
  private static final int MOST = 500;

  private final LongSupplier nanoTime;
  private final Map<K, Answer<V>> answers = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, Answer<V>> eldest) {
      return size() > MOST;
    }
  };

  Remembered(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Known or under way; {@code next} is under way while {@code last} is told. */
  private record Answer<V>(long askedAt, Future<V> last, @Nullable Future<V> next) {}

  Future<V> get(K key, Supplier<Future<V>> ask) {
    long now = nanoTime.getAsLong();
    Answer<V> known = answers.get(key);
    Answer<V> answer =
        known == null ? new Answer<>(now, ask.get(), null) : renewed(known, now, ask);
    answers.put(key, answer);
    return answer.last();
  }

  private Answer<V> renewed(Answer<V> known, long now, Supplier<Future<V>> ask) {
    Answer<V> current = known;
    Future<V> next = known.next();
    if (next != null && next.isComplete()) {
      current = new Answer<>(known.askedAt(), next.succeeded() ? next : known.last(), null);
    }
    if (current.last().failed()) return new Answer<>(now, ask.get(), null);
    long age = now - current.askedAt();
    // Whoever was taken away in the meantime must not be shown once more.
    if (age > OLDEST.toNanos()) return new Answer<>(now, ask.get(), null);
    boolean isOld = age > FRESH.toNanos();
    if (current.next() != null || !isOld || !current.last().isComplete()) return current;
    return new Answer<>(now, current.last(), ask.get());
  }
}
