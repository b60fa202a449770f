package afa.console;

import afa.message.RollingTold;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rolling restarts of all consoles, as they were told here. */
final class RollingBook {
  /** They are told every second; when for so long nothing came, nobody sees to it any more. */
  static final Duration SILENCE = Duration.ofSeconds(10);

  private static final int MOST = 50;

  private record Heard(RollingTold told, long atMillis) {}

  private final Map<String, Heard> book = new LinkedHashMap<>();

  void heard(RollingTold told, long nowMillis) {
    Heard before = book.get(told.id());
    if (before != null && before.told().state() != RollingTold.State.RUNNING) return;
    book.put(told.id(), new Heard(told, nowMillis));
    if (book.size() > MOST) book.remove(book.keySet().iterator().next());
  }

  Optional<RollingTold> find(String id) {
    return Optional.ofNullable(book.get(id)).map(Heard::told);
  }

  /** One that is under way, whoever sees to it. */
  Optional<RollingTold> running() {
    return book.values().stream()
        .map(Heard::told)
        .filter(told -> told.state() == RollingTold.State.RUNNING)
        .findFirst();
  }

  /** Ends those of which nothing is heard any more; the outcome of each is told once. */
  List<RollingTold> endSilent(long nowMillis) {
    List<RollingTold> silent = book.values().stream()
        .filter(heard -> heard.told().state() == RollingTold.State.RUNNING)
        .filter(heard -> nowMillis - heard.atMillis() > SILENCE.toMillis())
        .map(heard -> unknown(heard.told()))
        .toList();
    silent.forEach(told -> book.put(told.id(), new Heard(told, nowMillis)));
    return silent;
  }

  private static RollingTold unknown(RollingTold last) {
    return new RollingTold(
        last.id(),
        last.verticle(),
        last.runner(),
        last.who(),
        last.at(),
        RollingTold.State.FAILED,
        last.steps(),
        "Its outcome is unknown: " + last.runner() + ", which saw to it, is not heard any more.");
  }
}
