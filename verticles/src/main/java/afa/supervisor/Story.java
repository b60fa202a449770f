package afa.supervisor;

import afa.message.VerticleState;
import afa.message.VerticleStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is told of a unit: its state as it is shown, its restarts, its last error. */
final class Story {
  private final Unit unit;
  private VerticleState shown = VerticleState.STOPPED;
  private Instant since = Instant.now();
  private int byPeople;
  private int byFailures;
  private @Nullable String error;
  private @Nullable Instant errorAt;

  Story(Unit unit) {
    this.unit = unit;
  }

  /** Something went wrong. */
  void error(String sentence) {
    error = sentence;
    errorAt = Instant.now();
  }

  void restartedByPerson() {
    byPeople++;
  }

  void restartedAfterFailure() {
    byFailures++;
  }

  /**
   * The state is shown, or degraded where the verticle says of itself that something hinders it.
   *
   * @return whether that is news
   */
  boolean shows(VerticleState state, Crew crew) {
    String trouble = state == VerticleState.RUNNING ? Health.trouble(crew) : null;
    VerticleState now = trouble == null ? state : VerticleState.DEGRADED;
    if (now == shown) return false;
    if (trouble != null) error(trouble);
    shown = now;
    since = Instant.now();
    return true;
  }

  VerticleStatus told(boolean wanted, Crew crew) {
    boolean runs = shown == VerticleState.RUNNING || shown == VerticleState.DEGRADED;
    return new VerticleStatus(
        unit.verticle(),
        wanted,
        shown,
        since,
        runs && Health.standsBy(crew),
        Health.worked(crew),
        Health.work(crew),
        runs ? Health.lag(crew) : null,
        unit.lagMeaning(),
        byPeople,
        byFailures,
        error,
        errorAt);
  }
}
