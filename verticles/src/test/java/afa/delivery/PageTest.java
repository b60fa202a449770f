package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PageTest {
  private static final byte[] PREFIX = "data: ".getBytes(StandardCharsets.US_ASCII);

  private final Page page = new Page(100, 1 << 20);

  @Test
  void anUpdateIsAnEventInAChunk() {
    append("{\"n\":101}");
    assertThat(page.copy(page.begin(100), page.end(101)).toString(StandardCharsets.UTF_8))
        .isEqualTo("11\r\ndata: {\"n\":101}\n\n\r\n");
    assertThat(page.events(100, 101).toString(StandardCharsets.UTF_8))
        .isEqualTo("data: {\"n\":101}\n\n");
    assertThat(page.json(101).toString(StandardCharsets.UTF_8)).isEqualTo("{\"n\":101}");
  }

  @Test
  void anUpdateTakesWhatItWasSaidToTake() {
    for (int length : new int[] {1, 6, 7, 8, 247, 248, 249, 4_088, 70_000}) {
      int before = page.last() == 100 ? 0 : page.end(page.last());
      append("x".repeat(length));
      assertThat(page.end(page.last()) - before).isEqualTo(Page.framed(PREFIX.length, length));
    }
  }

  @Test
  void everyByteIsOfOneUpdate() {
    fill(600);
    for (long n = 101; n <= page.last(); n++) {
      assertThat(page.begin(n - 1)).isEqualTo(n == 101 ? 0 : page.end(n - 1));
      assertThat(page.at(page.begin(n - 1))).isEqualTo(n);
      assertThat(page.at(page.end(n) - 1)).isEqualTo(n);
    }
  }

  @Test
  void aRunIsAsLongAsItMayBeAndOneUpdateAtLeast() {
    fill(600);
    Random random = new Random(2);
    for (long since = 100; since < page.last(); since++) {
      int bytes = 1 + random.nextInt(8_000);
      long last = page.lastWithin(since, bytes);
      int limit = page.begin(since) + bytes;
      assertThat(last).isBetween(since + 1, page.last());
      if (last > since + 1) assertThat(page.end(last)).isLessThanOrEqualTo(limit);
      if (last < page.last()) assertThat(page.end(last + 1)).isGreaterThan(limit);
      long exact = Math.min(page.last(), since + 3);
      assertThat(page.lastWithin(since, page.end(exact) - page.begin(since))).isEqualTo(exact);
    }
  }

  private void fill(int count) {
    Random random = new Random(1);
    for (int i = 0; i < count; i++) append("y".repeat(1 + random.nextInt(1_500)));
  }

  private void append(String json) {
    page.append(PREFIX, json.getBytes(StandardCharsets.UTF_8));
  }
}
