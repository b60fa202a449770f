package afa.supervisor;

import afa.bus.Pulse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the verticles of a crew say of themselves, summed up. */
final class Health {
  /** Longer than a collection of garbage takes. */
  private static final Duration HELD = Duration.ofSeconds(3);

  private Health() {}

  private static Stream<Pulse> pulses(Crew crew) {
    return crew.members().stream().map(Member::pulse);
  }

  /** Why it is to be restarted though nothing was thrown. */
  static Optional<String> silence(Crew crew) {
    return pulses(crew)
        .map(Pulse::overdue)
        .filter(silent -> silent.compareTo(Duration.ZERO) > 0)
        .max(Comparator.naturalOrder())
        .map(silent -> "it has given no sign of life for " + silent.toSeconds() + " s");
  }

  /** What keeps it from its work, by its own word or by that of others on its event loop. */
  static @Nullable String trouble(Crew crew) {
    Duration held = crew.unanswered();
    if (held.compareTo(HELD) > 0) {
      return "its event loop has been held for " + held.toSeconds() + " s";
    }
    return pulses(crew).map(Pulse::trouble).filter(Objects::nonNull).findFirst().orElse(null);
  }

  static boolean standsBy(Crew crew) {
    return !crew.members().isEmpty() && pulses(crew).allMatch(Pulse::standsBy);
  }

  static @Nullable Instant worked(Crew crew) {
    return pulses(crew)
        .map(Pulse::worked)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  static long work(Crew crew) {
    return pulses(crew).mapToLong(Pulse::work).sum();
  }

  /** That of the slowest. */
  static @Nullable Long lag(Crew crew) {
    return pulses(crew)
        .map(Pulse::lag)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
