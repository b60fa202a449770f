package afa.bus;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * How a verticle is doing, by its own word: when it last did something, whether it stands by, how
 * far it is behind and what hinders it. Written on its event loop, read by whoever supervises it.
 */
public final class Pulse {
  private static final String KEY = Pulse.class.getName();

  private final LongAdder work = new LongAdder();
  private final Map<String, String> troubles = new ConcurrentHashMap<>();
  private volatile long workedMillis; // 0: never
  private volatile long beatNanos = System.nanoTime();
  private volatile Duration patience = Duration.ZERO;
  private volatile boolean standby;
  private volatile long lag = -1;

  /** That of the verticle whose code calls; one that nobody reads where nobody supervises it. */
  public static Pulse here() {
    Context context = Vertx.currentContext();
    Pulse known = context == null ? null : context.get(KEY);
    return known == null ? new Pulse() : known;
  }

  /** Gives the verticle of that context one. */
  public static Pulse giveTo(Context context) {
    Pulse pulse = new Pulse();
    context.put(KEY, pulse);
    return pulse;
  }

  /** It did so many things: posts, updates, requests. */
  public void worked(long things) {
    workedMillis = System.currentTimeMillis();
    if (things > 0) work.add(things);
  }

  /** Promises {@link #beat} at least so often, whatever the weather; who fails to is restarted. */
  public void beatsWithin(Duration promised) {
    beat();
    patience = promised;
  }

  /** What it does again and again was just done, or was just seen to fail. */
  public void beat() {
    beatNanos = System.nanoTime();
  }

  /** Whether another node does the work, and this one would take over. */
  public void standby(boolean waits) {
    standby = waits;
  }

  /** How far it is behind, in the unit that the console names; 0 when it is up to date. */
  public void lag(long behind) {
    lag = behind;
  }

  /**
   * What keeps it from doing all of its work.
   *
   * @param about what hinders it, so that several do not take each other's words back
   * @param sentence for people; null when that is over
   */
  public void trouble(String about, @Nullable String sentence) {
    if (sentence == null) troubles.remove(about);
    else troubles.put(about, sentence);
  }

  /** When it last did something, null before the first time. */
  public @Nullable Instant worked() {
    long millis = workedMillis;
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }

  public long work() {
    return work.sum();
  }

  /** Null where it never said so. */
  public @Nullable Long lag() {
    long behind = lag;
    return behind < 0 ? null : behind;
  }

  public boolean standsBy() {
    return standby;
  }

  /** One of its troubles, null when there is none. */
  public @Nullable String trouble() {
    return troubles.values().stream().sorted().findFirst().orElse(null);
  }

  /** How much longer it is silent than it promised; zero where it is not, or promised nothing. */
  public Duration overdue() {
    if (patience.isZero()) return Duration.ZERO;
    Duration silent = Duration.ofNanos(System.nanoTime() - beatNanos);
    return silent.compareTo(patience) > 0 ? silent : Duration.ZERO;
  }
}
