package afa.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import afa.syndication.FeedParser.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds that something happened to: nothing but {@link FeedDefect} comes of them, or posts. */
class FeedMutationsTest {
  private static final URI ADDRESS = URI.create("https://www.harbour.example/feed.xml");
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final long SEED = 4;
  private static final int TIMES = 1_000;

  static List<String> feeds() {
    return List.of(Feeds.RSS, Feeds.ATOM, Feeds.RDF, Feeds.JSON);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("feeds")
  void flippedBytes(String feed) {
    Random random = new Random(SEED);
    byte[] whole = feed.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < TIMES; i++) {
      byte[] broken = whole.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
      }
      check(broken);
    }
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("feeds")
  void cutAnywhere(String feed) {
    byte[] whole = feed.getBytes(StandardCharsets.UTF_8);
    for (int end = 0; end < whole.length; end += 1 + whole.length / TIMES) {
      check(java.util.Arrays.copyOf(whole, end));
    }
  }

  /** Attributes, elements, fields and values left out, doubled, or replaced by another one. */
  @ParameterizedTest(name = "{index}")
  @MethodSource("feeds")
  void partsChanged(String feed) {
    Random random = new Random(SEED);
    String[] parts = feed.split("(?<=[>,\"{}\\[\\]])|(?=[<\"{}\\[\\]])");
    for (int i = 0; i < TIMES; i++) {
      List<String> changed = new ArrayList<>(List.of(parts));
      int at = random.nextInt(changed.size());
      switch (random.nextInt(4)) {
        case 0 -> changed.remove(at);
        case 1 -> changed.add(at, changed.get(at));
        case 2 -> changed.set(at, changed.get(random.nextInt(changed.size())));
        default -> changed.set(at, List.of("7", "null", "[]", "x", "&amp;").get(random.nextInt(5)));
      }
      check(String.join("", changed).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void mostOfTheseAreStillFeeds() {
    flippedBytes(Feeds.RSS);
    assertThat(readable).isGreaterThan(TIMES / 4);
  }

  private int readable;

  private void check(byte[] body) {
    try {
      String text = FeedText.of(body, null, 1 << 20);
      Page page = FeedParser.parse(text, ADDRESS, ADDRESS, NOW);
      for (FeedEntry entry : page.entries()) {
        assertThat(entry.post().receivedAt(NOW).text()).isNotEmpty();
        assertThat(entry.digest()).hasSize(12);
      }
      assertThat(page.malformed()).isNotNegative();
      readable++;
    } catch (FeedDefect told) {
      assertThat(told.getMessage()).startsWith("is ");
    }
  }
}
