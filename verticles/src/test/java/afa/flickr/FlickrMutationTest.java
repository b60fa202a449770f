package afa.flickr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever strangers send, nothing throws, and each thing that came is one thing. */
class FlickrMutationTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final int ROUNDS = 1_000;

  private final FlickrPhotoParser parser = new FlickrPhotoParser(FlickrHosts.FLICKR, Set.of());

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void flippedBytesThrowNothing(long seed) {
    Random random = new Random(seed);
    for (String body : bodies()) {
      for (int round = 0; round < ROUNDS; round++) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int flips = round % 2 == 0 ? 1 : 1 + random.nextInt(1_000);
        for (int i = 0; i < flips; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        read(new String(bytes, StandardCharsets.UTF_8));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void missingFieldsAndOtherTypesThrowNothing(long seed) {
    Random random = new Random(seed);
    int entries = 0;
    for (int round = 0; round < ROUNDS; round++) {
      ObjectNode photo = Photos.photo();
      ObjectNode item = Photos.item();
      for (int i = random.nextInt(6); i >= 0; i--) {
        change(photo, random);
        change(item, random);
      }
      entries += read(Photos.answer(photo, Photos.photo()).toString());
      entries += read(Photos.feed(item, Photos.item()).toString());
    }
    assertThat(entries).isEqualTo(4 * ROUNDS);
  }

  private static List<String> bodies() {
    return List.of(
        Photos.answer(Photos.photo(), Photos.photo()).toString(),
        "jsonFlickrApi(" + Photos.answer(Photos.photo()) + ")",
        Photos.feed(Photos.item()).toString().replace("'", "\\'"),
        "{\"stat\":\"fail\",\"code\":\"105\",\"message\":\"m\"}",
        "<rsp stat=\"fail\"><err code=\"105\" msg=\"m\" /></rsp>");
  }

  private static void change(ObjectNode object, Random random) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(7)) {
      case 0 -> object.remove(name);
      case 1 -> object.putNull(name);
      case 2 -> object.put(name, random.nextLong());
      case 3 -> object.put(name, -1.5e300);
      case 4 -> object.putArray(name).add(1);
      case 5 -> object.putObject(name).put("_content", "\u0000\ud800 <p>&#x;");
      default -> object.put(name, "<a href='".repeat(random.nextInt(200)));
    }
  }

  /** How many photos came; each is shown, filtered or malformed. */
  private int read(String body) {
    FlickrAnswer answer = new FlickrAnswer(200, null, body);
    assertThat(answer.problem(NOW).sentence()).isNotBlank();
    List<JsonNode> photos = new ArrayList<>();
    List<JsonNode> items = new ArrayList<>();
    answer.good().ifPresent(json -> {
      FlickrStanding.of(json);
      FlickrPage page = FlickrPage.read(json);
      if (page != null) photos.addAll(page.photos());
    });
    FlickrFeed.json(answer).ifPresent(feed -> feed.path("items").forEach(items::add));
    FlickrFound found = new FlickrFound(1);
    photos.forEach(photo -> found.add(checked(parser.read(photo))));
    items.forEach(item -> found.add(checked(FlickrFeed.read(item))));
    found.photos().forEach(photo -> FlickrPosts.of(photo, NOW));
    FlickrCursor.next(NOW, found.photos(), NOW);
    return photos.size() + items.size();
  }

  private static FlickrEntry checked(FlickrEntry entry) {
    assertThat(entry).isNotNull();
    if (entry instanceof FlickrEntry.Shown shown) {
      assertThat(FlickrPosts.of(shown.photo(), NOW).media()).hasSize(1);
    }
    return entry;
  }
}
