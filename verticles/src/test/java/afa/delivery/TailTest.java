package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.feed.LogEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TailTest {
  private final Tail tail = new Tail("e1", 0, 1 << 20);

  @Test
  void aRunHoldsAllThatAReaderLacksAsEvents() {
    append(1, 3);
    Page page = tail.pageAfter(1);
    assertThat(events(page, 1, 3))
        .isEqualTo("id: e1.2\ndata: {\"n\":2}\n\nid: e1.3\ndata: {\"n\":3}\n\n");
    assertThat(page.last()).isEqualTo(3);
  }

  @Test
  void theJsonOfAnUpdateIsWithoutTheEventAroundIt() {
    append(1, 2);
    assertThat(tail.json(2).toString(StandardCharsets.UTF_8)).isEqualTo("{\"n\":2}");
  }

  @Test
  void anUpdateThatIsNotTheNextOneIsRefused() {
    append(1, 2);
    assertThatThrownBy(() -> tail.append(entry(4))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tail.append(entry(2))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOldestPagesGoWhenMemoryIsUsedUpAndTheNewestStays() {
    for (long n = 1; n <= 200; n++) tail.append(large(n));
    assertThat(tail.base()).isGreaterThan(0).isLessThan(200);
    assertThat(readFrom(tail.base())).hasSize((int) (200 - tail.base()));
    assertThatThrownBy(() -> tail.pageAfter(tail.base() - 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePagesThatWentAreWrittenAgainAndTheirOldUpdatesAreGone() {
    Set<Long> addresses = new HashSet<>();
    for (long n = 1; n <= 400; n++) {
      tail.append(large(n));
      addresses.add(tail.pageAfter(n - 1).address());
      assertThat(tail.json(n).toString(StandardCharsets.UTF_8)).startsWith("{\"n\":" + n + ",");
    }
    assertThat(addresses).hasSizeLessThanOrEqualTo((1 << 20) / Tail.PAGE_BYTES + 2);
  }

  @Test
  void anUpdateLargerThanAPageStillFits() {
    String huge = "\"" + "x".repeat(2 * Tail.PAGE_BYTES) + "\"";
    tail.append(new LogEntry(1, huge));
    append(2, 2);
    assertThat(tail.json(1).toString(StandardCharsets.UTF_8)).isEqualTo(huge);
    assertThat(readFrom(0)).hasSize(2);
  }

  @Test
  void whereverAReaderStandsItGetsEveryUpdateOnceAndInOrder() {
    Random random = new Random(7);
    for (long n = 1; n <= 3_000; n++) {
      tail.append(new LogEntry(
          n, "{\"n\":" + n + ",\"text\":\"" + "ü".repeat(random.nextInt(300)) + "\"}"));
    }
    for (long since = tail.base(); since <= 3_000; since += 1 + random.nextInt(40)) {
      List<Long> read = readFrom(since);
      assertThat(read).hasSize((int) (3_000 - since)).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void anotherLifeBeginsEmpty() {
    append(1, 3);
    tail.restart("e2", 40);
    assertThat(tail.base()).isEqualTo(40);
    assertThat(tail.head()).isEqualTo(40);
    append(41, 41);
    assertThat(events(tail.pageAfter(40), 40, 41)).startsWith("id: e2.41\n");
    assertThat(tail.life()).isEqualTo(2);
  }

  @Test
  void whatWasReplacedInTheLogIsServedNoMoreAndTheRestIs() {
    append(1, 3);
    tail.append(LogEntry.revise(4, 2, "{}"));
    append(5, 9);
    tail.forget(2);
    assertThat(tail.base()).isEqualTo(4); // the revision had the old text too
    assertThat(readFrom(4)).containsExactly(5L, 6L, 7L, 8L, 9L);
    assertThatThrownBy(() -> tail.pageAfter(3)).isInstanceOf(IllegalArgumentException.class);
    tail.append(LogEntry.retract(10, 2));
    assertThat(readFrom(8)).containsExactly(9L, 10L);
  }

  @Test
  void forgettingTheNewestLeavesAnEmptyTailThatGoesOn() {
    append(1, 3);
    tail.forget(3);
    assertThat(tail.base()).isEqualTo(3);
    append(4, 5);
    assertThat(tail.base()).isEqualTo(3);
    assertThat(readFrom(3)).containsExactly(4L, 5L);
  }

  @Test
  void forgettingWhatIsNotHereChangesNothing() {
    tail.restart("e1", 10);
    append(11, 12);
    tail.forget(10);
    tail.forget(13);
    assertThat(tail.base()).isEqualTo(10);
    assertThat(readFrom(10)).hasSize(2);
  }

  @Test
  void memoryOfWhatIsForgottenIsThatOfOthersAgain() {
    for (long n = 1; n <= 200; n++) {
      tail.append(large(n));
      if (n % 20 == 0) tail.forget(n);
    }
    for (long n = 201; n <= 220; n++) tail.append(large(n));
    assertThat(tail.base()).isEqualTo(200);
  }

  private List<Long> readFrom(long since) {
    List<Long> numbers = new ArrayList<>();
    long at = since;
    while (at < tail.head()) {
      Page page = tail.pageAfter(at);
      for (String line : events(page, at, page.last()).split("\n", -1)) {
        if (line.startsWith("id: "))
          numbers.add(Long.parseLong(line.substring(line.indexOf('.') + 1)));
      }
      at = page.last();
    }
    return numbers;
  }

  private void append(long first, long last) {
    for (long n = first; n <= last; n++) tail.append(entry(n));
  }

  private static LogEntry entry(long n) {
    return new LogEntry(n, "{\"n\":" + n + "}");
  }

  private static LogEntry large(long n) {
    return new LogEntry(n, "{\"n\":" + n + ",\"text\":\"" + "x".repeat(30_000) + "\"}");
  }

  private static String events(Page page, long since, long upTo) {
    return page.events(since, upTo).toString(StandardCharsets.UTF_8);
  }
}
