package afa.source;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether it is quieter than it should be: compares the time since the last post with the rate of
 * the last minutes. Posts come in bursts and stop when a talk begins, so it waits for a silence in
 * which {@code EXPECTED} posts should have come, and longer each time somebody looked and the
 * silence was real. Pure; to be used by one thread.
 */
public final class SilenceAlarm {
  /** By chance alone a silence of 20 expected posts comes once in 500 million; people are moodier. */
  private static final double EXPECTED = 20;

  private static final Duration LEAST = Duration.ofSeconds(60);
  private static final Duration LONGEST_MEMORY = Duration.ofMinutes(60);
  private static final Duration MEMORY = Duration.ofMinutes(10);
  private static final int MOST_PATIENCE = 64;

  private final Duration least;
  private final double scale;
  private final Decaying shortTerm;
  private final Decaying longTerm;
  private Instant lastPost;
  private int patience = 1;

  /** Listens from {@code start} on. */
  public SilenceAlarm(Instant start) {
    this(start, LEAST);
  }

  /** The same with another least silence; all other times follow it. */
  public SilenceAlarm(Instant start, Duration least) {
    this.least = least;
    this.scale = (double) least.toMillis() / LEAST.toMillis();
    this.shortTerm = new Decaying(MEMORY.toMillis() * scale, start);
    this.longTerm = new Decaying(LONGEST_MEMORY.toMillis() * scale, start);
    this.lastPost = start;
  }

  /** A post came over the connection. */
  public void post(Instant at) {
    shortTerm.add(at);
    longTerm.add(at);
    lastPost = at;
    patience = 1;
  }

  /** Whether posts should have come since the last one. */
  public boolean isTooQuiet(Instant now) {
    Duration quiet = Duration.between(lastPost, now);
    if (quiet.compareTo(least.multipliedBy(patience)) < 0) return false;
    double perMilli = Math.min(shortTerm.perMilli(lastPost), longTerm.perMilli(lastPost));
    return quiet.toMillis() * perMilli >= EXPECTED * patience;
  }

  /** Somebody looked, and there was nothing: it may be as quiet as this for longer. */
  public void wasReal() {
    patience = Math.min(MOST_PATIENCE, patience * 2);
  }

  /** Since when it is quiet. */
  public Instant since() {
    return lastPost;
  }

  /** A count in which each post weighs less the longer it is ago. */
  private static final class Decaying {
    private final double memoryMillis;
    private final Instant start;
    private double weight;
    private Instant at;

    Decaying(double memoryMillis, Instant start) {
      this.memoryMillis = memoryMillis;
      this.start = start;
      this.at = start;
    }

    void add(Instant moment) {
      weight = weight * fading(at, moment) + 1;
      at = moment;
    }

    /** Mean posts a millisecond; of a young source only the time that it exists counts. */
    double perMilli(Instant moment) {
      double seen = memoryMillis * (1 - fading(start, moment));
      return seen <= 0 ? 0 : weight * fading(at, moment) / seen;
    }

    private double fading(Instant from, Instant to) {
      return Math.exp(-Math.max(0, Duration.between(from, to).toMillis()) / memoryMillis);
    }
  }
}
