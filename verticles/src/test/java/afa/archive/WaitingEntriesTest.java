package afa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import afa.message.Happened;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WaitingEntriesTest {
  private final WaitingEntries waiting = new WaitingEntries();

  @Test
  void theOldestGoWhenTooMuchWaitsEvenWhileTheyAreBeingKept() {
    for (int i = 0; i < WaitingEntries.MOST; i++) waiting.add(entry(i));
    List<Happened> first = waiting.next();
    assertThat(first).hasSize(500).startsWith(entry(0));
    for (int i = 0; i < 600; i++) waiting.add(entry(WaitingEntries.MOST + i));
    waiting.kept(first);
    assertThat(waiting.size()).isEqualTo(WaitingEntries.MOST);
    assertThat(waiting.lost()).isEqualTo(600);
    assertThat(waiting.next()).startsWith(entry(600));
  }

  @Test
  void whatIsKeptWaitsNoLonger() {
    for (int i = 0; i < 3; i++) waiting.add(entry(i));
    List<Happened> first = waiting.next();
    waiting.add(entry(3));
    waiting.kept(first);
    assertThat(waiting.next()).containsExactly(entry(3));
  }

  private static Happened entry(int id) {
    return new Happened("h" + id, Instant.EPOCH, null, null, "me", "test", false, "It happened.");
  }
}
