package afa.supervisor;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says it when a node is alone that should not be, and again every minute while it stays so. */
final class Company {
  private static final Logger log = LoggerFactory.getLogger(Company.class);
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Supplier<Optional<String>> alone;
  private final Journal journal;
  private final String node;
  private boolean wasAlone;
  private long saidNanos;

  /**
   * @param alone what is wrong, empty where nothing is
   */
  Company(Supplier<Optional<String>> alone, Journal journal, String node) {
    this.alone = alone;
    this.journal = journal;
    this.node = node;
  }

  void look(long nanos) {
    Optional<String> wrong = alone.get();
    if (wrong.isPresent() != wasAlone) tell(wrong, nanos);
    if (!wasAlone || nanos - saidNanos < AGAIN.toNanos()) return;
    saidNanos = nanos;
    wrong.ifPresent(sentence -> log.warn("Still alone: {}", sentence));
  }

  private void tell(Optional<String> wrong, long nanos) {
    wasAlone = wrong.isPresent();
    saidNanos = nanos;
    wrong.ifPresentOrElse(
        sentence -> journal.bad(null, "cluster", "alone", node + ": " + sentence),
        () -> journal.good(null, "cluster", "found", node + " found the other nodes"));
  }
}
