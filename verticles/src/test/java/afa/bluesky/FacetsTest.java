package afa.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import afa.bluesky.Facets.Linked;
import afa.feed.Link;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class FacetsTest {

  @Test
  void offsetsInBytesBecomeOffsetsInUnits() {
    String text = "🧵 Zürich #Ropewalk26 — @tobi 🎈 quay.example/…";
    Linked linked = linked(
        text,
        Frames.facet(text, "quay.example/…", Frames.link("https://quay.example/a/b")),
        Frames.facet(text, "#Ropewalk26", Frames.tag("Ropewalk26")),
        Frames.facet(text, "@tobi", Frames.mention(Frames.OTHER)));
    assertThat(linked.text()).isEqualTo(text);
    assertThat(linked.links())
        .extracting(link -> shown(linked, link))
        .containsExactly("#Ropewalk26", "@tobi", "quay.example/…");
    assertThat(linked.links())
        .extracting(Link::url)
        .containsExactly(
            "https://bsky.app/hashtag/Ropewalk26",
            "https://bsky.app/profile/" + Frames.OTHER,
            "https://quay.example/a/b");
    assertThat(linked.links())
        .extracting(Link::kind)
        .containsExactly(Link.Kind.TAG, Link.Kind.MENTION, Link.Kind.LINK);
  }

  @Test
  void whatIsImpossibleIsLeftOut() {
    JsonObject link = Frames.link("https://quay.example/");
    assertThat(linked("rope 🧵", Frames.facet(0, 9_000, link)).links()).isEmpty();
    assertThat(linked("rope 🧵", Frames.facet(3, 3, link)).links()).isEmpty();
    assertThat(linked("rope 🧵", Frames.facet(4, 2, link)).links()).isEmpty();
    assertThat(linked("rope 🧵", Frames.facet(-1, 2, link)).links()).isEmpty();
    assertThat(linked("rope 🧵", Frames.facet(5, 7, link)).links()).isEmpty();
    assertThat(linked("rope 🧵", Frames.facet(6, 9, link)).links()).isEmpty();
    assertThat(linked("rope 🧵", Frames.facet(5, 9, link)).links()).hasSize(1);
  }

  @Test
  void ofThoseThatOverlapTheFirstNamedCounts() {
    Linked linked = linked(
        "knots and ropes",
        Frames.facet(6, 15, Frames.link("https://first.example/")),
        Frames.facet(0, 9, Frames.link("https://second.example/")),
        Frames.facet(0, 5, Frames.link("https://third.example/")));
    assertThat(linked.links())
        .extracting(Link::url)
        .containsExactly("https://third.example/", "https://first.example/");
  }

  @Test
  void onlyAddressesOfTheWebAreLinks() {
    assertThat(linked("rope", Frames.facet(0, 4, Frames.link("javascript:alert(1)")))
            .links())
        .isEmpty();
    assertThat(linked("rope", Frames.facet(0, 4, Frames.link("https://"))).links())
        .isEmpty();
    assertThat(linked("rope", Frames.facet(0, 4, Frames.mention("nobody"))).links())
        .isEmpty();
  }

  @Test
  void ofSeveralFeaturesTheFirstThatIsUnderstoodCounts() {
    JsonObject facet = Frames.facet(0, 4, new JsonObject().put("$type", "some.other#thing"));
    facet.getJsonArray("features").add(7).add(Frames.tag("rope")).add(Frames.tag("knot"));
    assertThat(linked("rope", facet).links())
        .extracting(Link::url)
        .containsExactly("https://bsky.app/hashtag/rope");
  }

  @Test
  void textIsShownAsItIsButHarmless() {
    Linked linked = linked(
        "a\u0000b &amp; <b> \uD83D #x  \n",
        Frames.facet("a\u0000b &amp; <b> ? #x", "#x", Frames.tag("x")));
    assertThat(linked.text()).isEqualTo("ab &amp; <b> ? #x");
    assertThat(shown(linked, linked.links().get(0))).isEqualTo("#x");
  }

  @Test
  void aHashtagCountsEvenWhereItsPlaceIsImpossible() {
    JsonArray facets = new JsonArray().add(Frames.facet(5, 5_000, Frames.tag("ropewalk26")));
    assertThat(Facets.tags(json(facets))).containsExactly("ropewalk26");
  }

  private static String shown(Linked linked, Link link) {
    return linked.text().substring(link.start(), link.end());
  }

  private static Linked linked(String text, JsonObject... facets) {
    JsonArray list = new JsonArray();
    for (JsonObject facet : facets) list.add(facet);
    return Facets.linked(text, json(list));
  }

  private static com.fasterxml.jackson.databind.JsonNode json(JsonArray list) {
    return Frames.json(new JsonObject().put("facets", list)).path("facets");
  }
}
