package afa.chaos;

import afa.chaos.Strike.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Plans faults: the same seed gives the same ones at the same times. Of what can stand in for each
 * other at most one is away at a time, so that something always lives. Pure.
 */
final class Storm {
  /** How often each kind comes, in the long run. */
  private static final List<Kind> DECK = List.of(
      Kind.KILL,
      Kind.PAUSE,
      Kind.RESTART,
      Kind.CUT,
      Kind.KILL_REDIS,
      Kind.KILL,
      Kind.PAUSE,
      Kind.RESTART,
      Kind.CUT,
      Kind.KILL_POSTGRES,
      Kind.KILL,
      Kind.PAUSE,
      Kind.RESTART);

  /** Times in which what was hit becomes itself again; a node needs some seconds of both cores. */
  private static final Map<Kind, Integer> RECOVERY_MILLIS = Map.of(
      Kind.KILL, 15_000,
      Kind.PAUSE, 8_000,
      Kind.RESTART, 5_000,
      Kind.KILL_REDIS, 5_000,
      Kind.KILL_POSTGRES, 5_000,
      Kind.CUT, 1_000);

  private final Random random;
  private final List<String> verticles;
  private final Map<String, Long> busyUntil = new HashMap<>(); // by group, in milliseconds
  private final List<Kind> deck = new ArrayList<>();

  private Storm(long seed, List<String> verticles) {
    this.random = new Random(seed);
    this.verticles = verticles;
  }

  /**
   * The faults of a run.
   *
   * @param every mean time between two
   * @param verticles {@code node/verticle}, those that may be restarted
   */
  static List<Strike> plan(long seed, Duration length, Duration every, List<String> verticles) {
    return new Storm(seed, verticles).plan(length.toMillis(), every.toMillis());
  }

  private List<Strike> plan(long length, long every) {
    List<Strike> strikes = new ArrayList<>();
    for (long at = interval(every); at < length; at += interval(every)) {
      Strike strike = draw(at);
      if (strike != null) strikes.add(strike);
    }
    return strikes;
  }

  private long interval(long every) {
    return (long) (every * (0.5 + random.nextDouble()));
  }

  /** The first kind of the deck for which somebody is free; null when nobody is. */
  private Strike draw(long at) {
    if (deck.isEmpty()) {
      deck.addAll(DECK);
      Collections.shuffle(deck, random);
    }
    for (Kind kind : List.copyOf(deck)) {
      String target = target(kind);
      long length = length(kind);
      if (busyUntil.getOrDefault(group(kind, target), 0L) > at) continue;
      busyUntil.put(group(kind, target), at + length + RECOVERY_MILLIS.get(kind));
      deck.remove(kind);
      return new Strike(Duration.ofMillis(at), kind, target, Duration.ofMillis(length));
    }
    return null;
  }

  private String target(Kind kind) {
    return switch (kind) {
      case KILL, PAUSE -> any(Topology.names());
      case RESTART -> any(verticles);
      case CUT -> any(Topology.relays());
      default -> "";
    };
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }

  private long length(Kind kind) {
    return switch (kind) {
      case PAUSE -> random.nextInt(2_000, 20_000);
      case KILL, KILL_REDIS, KILL_POSTGRES -> random.nextInt(500, 4_000);
      default -> 0;
    };
  }

  /** What shares a group is never away together: nodes of one role, and Redis with its writers. */
  private static String group(Kind kind, String target) {
    return switch (kind) {
      case KILL_REDIS -> "ingest";
      case KILL_POSTGRES -> "archive";
      case CUT -> "cut " + target;
      default -> target.replaceFirst("-.*", "");
    };
  }
}
