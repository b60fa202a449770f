package afa.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken frames: nothing escapes, and everything that came is counted once. */
class MutationTest {
  private static final int FLIPS = 1_000;

  private final IntakeHouse house =
      IntakeHouse.open(did -> Future.succeededFuture(Optional.of(Profile.unknown(did))));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void flippedBytesDoNoHarm(long seed) {
    Random random = new Random(seed);
    for (String frame : frames()) {
      for (int i = 0; i < FLIPS; i++) {
        byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
        for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        house.take(new String(bytes, StandardCharsets.UTF_8));
      }
    }
    assertBalance();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void missingFieldsAndOtherTypesDoNoHarm(long seed) {
    Random random = new Random(seed);
    for (String frame : frames()) {
      for (int i = 0; i < FLIPS; i++) {
        JsonObject json = new JsonObject(frame);
        mutate(json, random);
        house.take(json.encode());
      }
    }
    assertBalance();
  }

  private void assertBalance() {
    house.line.tick();
    assertThat(house.count("received"))
        .isPositive()
        .isEqualTo(house.posts.size() + house.count("filtered") + house.count("malformed"));
    assertThat(house.posts).isNotEmpty().allSatisfy(post -> assertThat(post.links())
        .allSatisfy(link -> assertThat(link.start())
            .isNotNegative()
            .isLessThan(link.end())
            .isLessThan(post.text().length() + 1)));
  }

  /** Goes down a random way and spoils what is there. */
  private static void mutate(JsonObject json, Random random) {
    List<String> names = new ArrayList<>(json.fieldNames());
    if (names.isEmpty()) return;
    String name = names.get(random.nextInt(names.size()));
    Object value = json.getValue(name);
    boolean deeper = random.nextInt(5) > 0;
    if (deeper && value instanceof JsonObject object && !object.isEmpty()) mutate(object, random);
    else if (deeper && value instanceof JsonArray array && !array.isEmpty()) mutate(array, random);
    else if (random.nextInt(3) == 0) json.remove(name);
    else json.put(name, anything(random));
  }

  private static void mutate(JsonArray array, Random random) {
    int at = random.nextInt(array.size());
    if (array.getValue(at) instanceof JsonObject object && !object.isEmpty())
      mutate(object, random);
    else array.set(at, anything(random));
  }

  private static Object anything(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> -1;
      case 1 -> Long.MAX_VALUE;
      case 2 -> 1e300;
      case 3 -> "\uD800 #ropewalk26";
      case 4 -> "";
      case 5 -> new JsonArray().add(1).add("x").add(new JsonObject());
      case 6 -> new JsonObject().put("$type", "x");
      case 7 -> true;
      case 8 -> "x".repeat(5_000);
      default -> new JsonArray();
    };
  }

  private static List<String> frames() {
    String text = "👩‍🚀 Zürich #Ropewalk26 @tobi quay.example/…";
    JsonObject rich = Frames.record(text)
        .put(
            "facets",
            new JsonArray()
                .add(Frames.facet(text, "#Ropewalk26", Frames.tag("Ropewalk26")))
                .add(Frames.facet(text, "@tobi", Frames.mention(Frames.OTHER)))
                .add(Frames.facet(text, "quay.example/…", Frames.link("https://quay.example/a"))))
        .put("reply", new JsonObject().put("parent", Frames.reference("p")))
        .put("tags", new JsonArray().add("knots"))
        .put("labels", Frames.labels("nudity"))
        .put(
            "embed",
            new JsonObject()
                .put("$type", "app.bsky.embed.images")
                .put(
                    "images",
                    new JsonArray()
                        .add(Frames.picture("one", 3, 2))
                        .add(Frames.picture("two", 0, -2))));
    JsonObject card = Frames.record("card #ropewalk26")
        .put(
            "embed",
            new JsonObject()
                .put("$type", "app.bsky.embed.external")
                .put(
                    "external",
                    new JsonObject()
                        .put("uri", "https://quay.example/")
                        .put("title", "T")
                        .put("thumb", Frames.blob())));
    return List.of(
        Frames.v1("create", "k", rich),
        Frames.v2("create", "k", rich),
        Frames.v1("create", "k", card),
        Frames.v1("update", "k", card),
        Frames.v1("delete", "k", null),
        Frames.v1("account", new JsonObject().put("active", false)),
        Frames.v1("identity", new JsonObject().put("handle", "x.example")));
  }
}
