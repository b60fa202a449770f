package afa.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Link;
import afa.feed.Post;
import afa.mastodon.StatusIntake.Taken;
import afa.source.SourceCounters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever becomes of what a server sends on its way, it is counted, and nothing is thrown. */
class StatusMutationTest {
  private static final Instant NOW = Instant.parse("2026-05-24T12:30:00Z");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final StatusIntake intake = new StatusIntake(
      "mastodon",
      new SourceCounters("aea2010", "mastodon", registry),
      new LocalIds(100),
      uri -> true);
  private final StatusParser parser = Statuses.parser(OptOuts.RESPECT);
  private final Random random = new Random(20100524);
  private long posts;

  @Test
  void flippedBytes() {
    for (JsonObject status : Statuses.all()) {
      byte[] bytes = status.encode().getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 1_000; i++) {
        byte[] flipped = bytes.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
          flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        take(parser.read(new String(flipped, StandardCharsets.UTF_8), NOW));
      }
    }
    assertBalanced(10_000);
  }

  @Test
  void fieldsGoneOrOfAnotherType() {
    for (JsonObject status : Statuses.all()) {
      for (int i = 0; i < 500; i++) {
        JsonObject changed = status.copy();
        for (int n = random.nextInt(4); n >= 0; n--) change(changed);
        take(parser.read(changed.encode(), NOW));
      }
    }
    assertBalanced(5_000);
  }

  @Test
  void flippedBytesOfTheStream() {
    StringBuilder stream = new StringBuilder(":)\n:thump\n");
    for (JsonObject status : Statuses.all()) {
      stream.append("event: update\ndata: ").append(status.encode()).append("\n\n:thump\n");
    }
    byte[] bytes = stream.toString().getBytes(StandardCharsets.UTF_8);
    int[] seen = {0};
    for (int i = 0; i < 300; i++) {
      byte[] flipped = bytes.clone();
      for (int n = 0; n < 10; n++)
        flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
      new EventStreamParser(
              new EventStreamParser.Listener() {
                @Override
                public void event(String name, String data) {
                  seen[0]++;
                  take(parser.read(data, NOW));
                }

                @Override
                public void tooLong() {
                  throw new AssertionError("nothing is that long");
                }
              },
              1 << 20)
          .read(flipped);
    }
    assertBalanced(seen[0]);
  }

  private void change(JsonObject anywhere) {
    List<String> names = new ArrayList<>(anywhere.fieldNames());
    if (names.isEmpty()) return;
    String name = names.get(random.nextInt(names.size()));
    Object value = anywhere.getValue(name);
    if (value instanceof JsonObject inner && random.nextInt(3) > 0) {
      change(inner);
      return;
    }
    switch (random.nextInt(8)) {
      case 0 -> anywhere.remove(name);
      case 1 -> anywhere.putNull(name);
      case 2 -> anywhere.put(name, random.nextLong());
      case 3 -> anywhere.put(name, "\u0000\u202e\ud83d :gull: <b");
      case 4 -> anywhere.put(name, new JsonArray().add(1).addNull().add(new JsonObject()));
      case 5 -> anywhere.put(name, new JsonObject().put("id", new JsonArray()));
      case 6 -> anywhere.put(name, true);
      default -> anywhere.put(name, 1e300);
    }
  }

  private void take(StatusResult result) {
    Taken taken = new Taken();
    intake.takeEdited(result, taken);
    taken.posts().forEach(this::assertSound);
    posts += taken.posts().size();
  }

  private void assertSound(Post post) {
    int end = 0;
    for (Link link : post.links()) {
      assertThat(link.start()).isGreaterThanOrEqualTo(end).isLessThan(link.end());
      end = link.end();
    }
    assertThat(end).isLessThanOrEqualTo(post.text().length());
    post.emoji()
        .forEach(e -> assertThat(e.end()).isLessThanOrEqualTo(post.text().length()));
    assertThat(post.text() + post.author().name()).doesNotContain("\u0000", "\u202e");
  }

  private void assertBalanced(long received) {
    assertThat(count("received")).isEqualTo(received);
    assertThat(count("filtered") + count("malformed") + posts).isEqualTo(received);
    assertThat(posts).isPositive();
  }

  private long count(String what) {
    return (long) registry.get("afa.source." + what).counter().count();
  }
}
