package afa.site;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.FeedJson;
import afa.feed.Post;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FoldingTest {
  private static final Path CASES = Path.of("../webtests/cases/folding.json");

  @TestFactory
  Stream<DynamicTest> browsersAndServerFoldTheSame() throws Exception {
    JsonArray cases = new JsonArray(Files.readString(CASES));
    return cases.stream()
        .map(JsonObject.class::cast)
        .map(one -> DynamicTest.dynamicTest(one.getString("name"), () -> check(one)));
  }

  @Test
  void aLikenessIsWrittenAsBrowsersWriteIt() {
    Post post = post(new JsonObject()
        .put("n", 1)
        .put("id", "1")
        .put("text", "Engines weave patterns, as looms do"));
    assertThat(Likeness.of(post).json())
        .isEqualTo(
            "{\"id\":\"x:1\",\"person\":\"ada\",\"words\":\"30.ee196b0a\",\"at\":1779624000000}");
  }

  private static void check(JsonObject one) {
    SortedMap<Long, Likeness> posts = new TreeMap<>();
    one.getJsonArray("posts").stream()
        .map(JsonObject.class::cast)
        .forEach(json -> posts.put(json.getLong("n"), Likeness.of(post(json))));
    List<Folding.Group> expected = one.getJsonArray("cards").stream()
        .map(JsonObject.class::cast)
        .map(card ->
            new Folding.Group(card.getLong("n"), numbers(card, "reposts"), numbers(card, "also")))
        .toList();
    assertThat(Folding.fold(posts).values()).containsExactlyElementsOf(expected);
  }

  private static List<Long> numbers(JsonObject card, String name) {
    return card.getJsonArray(name, new JsonArray()).stream()
        .map(number -> ((Number) number).longValue())
        .toList();
  }

  private static Post post(JsonObject json) {
    JsonObject usual = new JsonObject()
        .put("source", "x")
        .put("id", "p" + json.getLong("n"))
        .put("author", new JsonObject().put("name", "Ada").put("handle", "ada"))
        .put("postedAt", "2026-05-24T12:00:00Z")
        .put("receivedAt", "2026-05-24T12:00:00Z");
    return FeedJson.post(usual.mergeIn(json).encode());
  }
}
