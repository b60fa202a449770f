package afa.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import afa.bluesky.JetstreamEvent.Commit;
import afa.bluesky.JetstreamEvent.Operation;
import afa.feed.Media;
import afa.feed.Post;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordParserTest {
  private static final Instant SEEN = Instant.parse("2027-01-15T08:00:00Z");
  private static final String CDN = "https://cdn.example";
  private final RecordParser parser = new RecordParser(Frames.INTEREST, true, new Pages(CDN));

  // ---- the post itself

  @Test
  void aPlainPost() {
    Post post = post(Frames.record("coffee &amp; rope #ropewalk26"));
    assertThat(post.identity())
        .isEqualTo("bluesky:at://" + Frames.DID + "/app.bsky.feed.post/3mrope2222222");
    assertThat(post.url())
        .isEqualTo("https://bsky.app/profile/" + Frames.DID + "/post/3mrope2222222");
    assertThat(post.text()).isEqualTo("coffee &amp; rope #ropewalk26");
    assertThat(post.lang()).isEqualTo("en");
    assertThat(post.version()).isEqualTo("3mquayside22k");
    assertThat(post.postedAt()).isEqualTo(Instant.parse("2027-01-15T07:59:58Z"));
    assertThat(post.warning()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-15T07:00:00Z, 2027-01-15T07:00:00Z",
    "2027-01-15T08:30:00+09:00, 2027-01-14T23:30:00Z",
    "2027-01-15T08:00:01Z, 2027-01-15T08:00:00Z",
    "2027-01-14T07:59:59Z, 2027-01-15T08:00:00Z",
    "1985-10-26T01:21:00Z, 2027-01-15T08:00:00Z",
    "-400000000-01-01T00:00:00Z, 2027-01-15T08:00:00Z",
    "last Tuesday, 2027-01-15T08:00:00Z"
  })
  void theAuthorsTimeIsBelievedWithinADay(String said, Instant shown) {
    assertThat(post(Frames.record("#ropewalk26").put("createdAt", said)).postedAt())
        .isEqualTo(shown);
  }

  @Test
  void aTagBesideTheTextIsEnough() {
    assertThat(post(Frames.record("").put("tags", new JsonArray().add(7).add("RopeWalk26")))
            .text())
        .isEmpty();
  }

  @Test
  void aReplyNamesWhatItAnswersAndCanBeLeftOut() {
    JsonObject record = Frames.record("yes #ropewalk26")
        .put(
            "reply",
            new JsonObject()
                .put("root", Frames.reference("3mroot2222222"))
                .put("parent", Frames.reference("3mparent22222")));
    assertThat(post(record).replyTo()).endsWith("/3mparent22222");
    RecordParser strict = new RecordParser(Frames.INTEREST, false, new Pages(CDN));
    assertThat(strict.read(commit(Frames.json(record)))).isInstanceOf(ReadPost.Filtered.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"porn", "sexual", "nudity", "graphic-media"})
  void whatIsNotForEverybodysEyesIsMarked(String label) {
    assertThat(post(Frames.record("#ropewalk26").put("labels", Frames.labels(label)))
            .warning())
        .isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"!hide", "!warn", "!no-unauthenticated"})
  void whatMustNotBeShownIsFiltered(String label) {
    JsonObject record =
        Frames.record("#ropewalk26").put("labels", Frames.labels("harmless", label));
    assertThat(read(record)).isInstanceOf(ReadPost.Filtered.class);
  }

  @Test
  void whatIsNoPostIsSaidToBeNone() {
    assertThat(read(Frames.record("gulls"))).isInstanceOf(ReadPost.NotOurs.class);
    assertThat(read(Frames.record("x").putNull("text"))).isInstanceOf(ReadPost.Malformed.class);
    assertThat(parser.read(commit(MissingNode.getInstance())))
        .isInstanceOf(ReadPost.Malformed.class);
    assertThat(read(Frames.record("#ropewalk26 " + "x".repeat(40_000))))
        .isInstanceOf(ReadPost.Malformed.class);
  }

  // ---- what hangs on it

  @Test
  void picturesComeWithAltTextAndSize() {
    Post post = post(embedding(new JsonObject()
        .put("$type", "app.bsky.embed.images")
        .put(
            "images",
            new JsonArray()
                .add(Frames.picture("rope \"on\" <deck>", 2_000, 1_500))
                .add(Frames.picture("", 0, 0))
                .add(Frames.picture("a ratio", 3, 2))
                .add(new JsonObject().put("image", 7)))));
    assertThat(post.media()).hasSize(3);
    Media first = post.media().get(0);
    assertThat(first.url())
        .isEqualTo(CDN + "/img/feed_fullsize/plain/" + Frames.DID + "/" + Frames.CID + "@jpeg");
    assertThat(first.thumbnail()).contains("/feed_thumbnail/");
    assertThat(first.alt()).isEqualTo("rope \"on\" <deck>");
    assertThat(first.width()).isEqualTo(2_000);
    assertThat(post.media().get(1).width()).isNull();
    assertThat(post.media().get(1).alt()).isNull();
    assertThat(post.media().get(2).width()).isEqualTo(300);
    assertThat(post.media().get(2).height()).isEqualTo(200);
  }

  @Test
  void aGalleryIsManyPictures() {
    JsonArray items = new JsonArray();
    for (int i = 0; i < 30; i++) items.add(Frames.picture("no " + i, 4, 3));
    Post post = post(
        embedding(new JsonObject().put("$type", "app.bsky.embed.gallery").put("items", items)));
    assertThat(post.media()).hasSize(20);
  }

  @Test
  void aFilmIsShownByItsPicture() {
    Post post = post(embedding(new JsonObject()
        .put("$type", "app.bsky.embed.video")
        .put("alt", "knots, moving")
        .put("video", Frames.blob())));
    assertThat(post.media()).singleElement().satisfies(film -> {
      assertThat(film.url())
          .isEqualTo("https://video.bsky.app/watch/" + Frames.DID.replace(":", "%3A") + "/"
              + Frames.CID + "/thumbnail.jpg");
      assertThat(film.alt()).isEqualTo("knots, moving");
    });
  }

  @Test
  void aCardIsAPictureAndALinkUnlessTheTextHasIt() {
    JsonObject external = new JsonObject()
        .put("uri", "https://www.quay.example/programme/")
        .put("title", "Programme & <more>")
        .put("description", "")
        .put("thumb", Frames.blob());
    Post post = post(embedding(card(external)));
    assertThat(post.text()).isEqualTo("look #ropewalk26\nquay.example/programme");
    assertThat(post.links()).singleElement().satisfies(link -> {
      assertThat(link.url()).isEqualTo("https://www.quay.example/programme/");
      assertThat(post.text().substring(link.start(), link.end()))
          .isEqualTo("quay.example/programme");
    });
    assertThat(post.media()).extracting(Media::alt).containsExactly("Programme & <more>");
    String text = "#ropewalk26 https://www.quay.example/programme/";
    assertThat(post(Frames.record(text).put("embed", card(external))).text()).isEqualTo(text);
  }

  @Test
  void aCardToNowhereIsNone() {
    Post post = post(embedding(card(new JsonObject().put("uri", "javascript:alert(1)"))));
    assertThat(post.text()).isEqualTo("look #ropewalk26");
    assertThat(post.media()).isEmpty();
  }

  @Test
  void aGifComesAsACard() {
    Post post = post(embedding(card(new JsonObject()
        .put("uri", "https://gifs.example/x/knot.gif?hh=200&ww=300")
        .put("title", "Knot")
        .put("description", "ALT: a knot that ties itself")
        .put("thumb", Frames.blob()))));
    assertThat(post.text()).isEqualTo("look #ropewalk26");
    assertThat(post.media()).singleElement().satisfies(gif -> {
      assertThat(gif.kind()).isEqualTo(Media.Kind.GIF);
      assertThat(gif.alt()).isEqualTo("a knot that ties itself");
    });
  }

  @Test
  void aQuoteIsNamedAlsoBesidePictures() {
    JsonObject record =
        new JsonObject().put("$type", "app.bsky.embed.record").put("record", Frames.reference("q"));
    assertThat(post(embedding(record)).quoteOf()).endsWith("/app.bsky.feed.post/q");
    JsonObject both = new JsonObject()
        .put("$type", "app.bsky.embed.recordWithMedia")
        .put("record", record)
        .put(
            "media",
            new JsonObject()
                .put("$type", "app.bsky.embed.images")
                .put("images", new JsonArray().add(Frames.picture("", 1, 1))));
    assertThat(post(embedding(both)).quoteOf()).endsWith("/q");
    assertThat(post(embedding(both)).media()).hasSize(1);
  }

  @Test
  void aListIsNoQuote() {
    JsonObject list = new JsonObject()
        .put("$type", "app.bsky.embed.record")
        .put(
            "record", new JsonObject().put("uri", "at://" + Frames.DID + "/app.bsky.graph.list/x"));
    assertThat(post(embedding(list)).quoteOf()).isNull();
  }

  @Test
  void whatNobodyKnowsYetIsLeftOut() {
    Post post =
        post(embedding(new JsonObject().put("$type", "some.future.embed").put("x", 1)));
    assertThat(post.media()).isEmpty();
    assertThat(post.text()).isEqualTo("look #ropewalk26");
  }

  // ---- who wrote it

  @Test
  void aProfileGivesTheName() {
    Profile profile = Profile.of(
        Frames.DID,
        Frames.json(new JsonObject()
            .put("handle", "mirela.quay.example")
            .put("displayName", "  Mirela\nVoss 🧵 ")
            .put("avatar", "https://cdn.example/a")
            .put("labels", new JsonArray().add(new JsonObject().put("val", "bot")))));
    assertThat(profile.author().name()).isEqualTo("Mirela Voss 🧵");
    assertThat(profile.author().handle()).isEqualTo("mirela.quay.example");
    assertThat(profile.author().avatar()).isEqualTo("https://cdn.example/a");
    assertThat(profile.labels().isBot()).isTrue();
  }

  @Test
  void withoutANameTheHandleAndWithoutThatTheIdentifierStandsThere() {
    JsonObject view = new JsonObject().put("handle", "mirela.quay.example").put("displayName", "");
    assertThat(Profile.of(Frames.DID, Frames.json(view)).author().name())
        .isEqualTo("mirela.quay.example");
    view.put("handle", "handle.invalid").put("avatar", "data:image/png,x");
    Profile nameless = Profile.of(Frames.DID, Frames.json(view));
    assertThat(nameless.author().name()).isEqualTo("did:plc:quayside…");
    assertThat(nameless.author().handle()).isNull();
    assertThat(nameless.author().avatar()).isNull();
  }

  @Test
  void anAccountOfAdultsMarksItsPosts() {
    Profile adult =
        new Profile(Profile.unknown(Frames.DID).author(), new Labels(java.util.Set.of("porn")));
    ReadPost.Shown shown = (ReadPost.Shown) read(Frames.record("#ropewalk26"));
    assertThat(shown.with(adult, null, SEEN).warning()).isEqualTo("adult content");
  }

  private static JsonObject embedding(JsonObject embed) {
    return Frames.record("look #ropewalk26").put("embed", embed);
  }

  private static JsonObject card(JsonObject external) {
    return new JsonObject().put("$type", "app.bsky.embed.external").put("external", external);
  }

  private Post post(JsonObject record) {
    ReadPost read = read(record);
    assertThat(read).isInstanceOf(ReadPost.Shown.class);
    return ((ReadPost.Shown) read).with(Profile.unknown(Frames.DID), null, SEEN);
  }

  private ReadPost read(JsonObject record) {
    return parser.read(commit(Frames.json(record)));
  }

  private static Commit commit(JsonNode record) {
    AtUri uri = AtUri.post(Frames.DID, "3mrope2222222").orElseThrow();
    return new Commit(Frames.TIME, uri, "3mquayside22k", Operation.CREATE, record);
  }
}
