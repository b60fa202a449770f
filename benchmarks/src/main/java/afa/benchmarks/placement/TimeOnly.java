package afa.benchmarks.placement;

import afa.schedule.Schedule;
import afa.schedule.Talk;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be said by the programme and a clock alone. */
final class TimeOnly {
  private final Schedule schedule;
  private final Random random;

  TimeOnly(Schedule schedule, Random random) {
    this.schedule = schedule;
    this.random = random;
  }

  /** Every talk that is on. */
  Set<String> all(Instant moment) {
    return schedule.talks().stream()
        .filter(talk -> talk.isOn(moment))
        .map(Talk::id)
        .collect(Collectors.toSet());
  }

  /** One of them. */
  Set<String> one(Instant moment) {
    List<String> on = all(moment).stream().sorted().toList();
    return on.isEmpty() ? Set.of() : Set.of(on.get(random.nextInt(on.size())));
  }
}
