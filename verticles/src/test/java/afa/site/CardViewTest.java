package afa.site;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Author;
import afa.feed.Emoji;
import afa.feed.FeedJson;
import afa.feed.Media;
import afa.feed.Original;
import afa.feed.Post;
import afa.feed.PostBuilder;
import afa.feed.VenueTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CardViewTest {
  private static final Instant NOW = Instant.parse("2026-05-24T14:30:00Z");
  private static final Author MARA = author("Mara Lindqvist");
  private static final Author ED = author("Ed");

  @Test
  void aPostShowsItsAuthorTextTimeAndSource() {
    CardView card = card(post("x").text("Hello").url("https://x.com/mara/status/70"));
    assertThat(card.author().name()).isEqualTo("Mara Lindqvist");
    assertThat(card.content().text()).containsExactly(new Segment("Hello", null, null));
    assertThat(card.label()).isEqualTo("14:03");
    assertThat(card.source()).isEqualTo("X");
    assertThat(card.url()).isEqualTo("https://x.com/mara/status/70");
    assertThat(card.reposts().posts()).isEmpty();
    assertThat(card.content().quote()).isNull();
    assertThat(card.isReply()).isFalse();
  }

  @Test
  void aRepostShowsTheOriginalBelowTheNameOfWhoPassedItOn() {
    CardView card = card(post("x").text("First").repostOf("5").original(original("First")));
    assertThat(card.reposts().names()).containsExactly(MARA.name());
    assertThat(card.author().name()).isEqualTo("Ed");
    assertThat(card.url()).isEqualTo("https://x.com/ed/status/5");
    assertThat(card.content().quote()).isNull();
  }

  @Test
  void aRepostWhoseOriginalIsEmptyShowsWhatTheRepostBrought() {
    Media photo = new Media(Media.Kind.PHOTO, "https://p/1", null, 4, 3, "A stage");
    CardView card =
        card(post("x").text("First").media(List.of(photo)).repostOf("5").original(original("")));
    assertThat(card.content().text()).extracting(Segment::text).containsExactly("First");
    assertThat(card.content().media()).extracting(MediaView::alt).containsExactly("A stage");
    assertThat(card.author().name()).isEqualTo("Ed");
  }

  @Test
  void aRepostWithoutItsOriginalStillShowsItsText() {
    CardView card = card(post("x").text("First").repostOf("5"));
    assertThat(card.reposts().names()).containsExactly(MARA.name());
    assertThat(card.content().text()).extracting(Segment::text).containsExactly("First");
  }

  @Test
  void aQuoteHoldsThePostItCommentsOn() {
    CardView card = card(post("x").text("Look").quoteOf("5").original(original("First")));
    assertThat(card.content().text()).extracting(Segment::text).containsExactly("Look");
    QuoteView quote = Objects.requireNonNull(card.content().quote());
    assertThat(quote.author().name()).isEqualTo("Ed");
    assertThat(quote.text()).extracting(Segment::text).containsExactly("First");
  }

  @Test
  void aReplyLeadsToThePostItAnswersWhereItsIdIsAnAddress() {
    assertThat(card(post("x").replyTo("12")).replyUrl()).isEqualTo("https://x.com/i/status/12");
    assertThat(card(post("x").replyTo("12/../evil")).replyUrl()).isNull();
    assertThat(card(post("mastodon").replyTo("12")).replyUrl()).isNull();
    assertThat(card(post("mastodon").replyTo("12")).isReply()).isTrue();
    assertThat(card(post("mastodon").replyTo("https://one.example/@ed/12")).replyUrl())
        .isEqualTo("https://one.example/@ed/12");
    assertThat(card(post("bluesky").replyTo("at://did:plc:abc/app.bsky.feed.post/3k"))
            .replyUrl())
        .isEqualTo("https://bsky.app/profile/did:plc:abc/post/3k");
    assertThat(card(post("bluesky").replyTo("at://did:plc:abc/../x")).replyUrl())
        .isNull();
  }

  @Test
  void addressesThatAreNoWebAddressesNeverReachTheCard() {
    Author eve = new Author("Eve", "eve", "javascript:alert(1)", "data:image/png,x");
    Media hostile = new Media(Media.Kind.PHOTO, "javascript:alert(2)", null, 4, 3, null);
    CardView card = card(post("x").author(eve).url("javascript:alert(3)").media(List.of(hostile)));
    assertThat(card.url()).isNull();
    assertThat(card.author().url()).isNull();
    assertThat(card.author().avatar()).isNull();
    assertThat(card.content().media()).isEmpty();
  }

  @Test
  void aPhotoOfAnUnknownKindIsAPhoto() {
    Media media = FeedJson.post(
            """
        {"source":"x","id":"1","receivedAt":"2026-05-24T14:03:11Z",
         "media":[{"url":"https://p/1"}]}""")
        .media()
        .get(0);
    assertThat(card(post("x").media(List.of(media))).content().media().get(0).type())
        .isEqualTo("photo");
  }

  @Test
  void codesThatNameNoLanguageAreLeftOut() {
    assertThat(card(post("x").lang("de")).content().lang()).isEqualTo("de");
    for (String none : List.of("und", "zxx", "qme", "not a tag")) {
      assertThat(card(post("x").lang(none)).content().lang()).isNull();
    }
  }

  @Test
  void aNetworkThatPagesDoNotKnowIsCalledByItsOwnName() {
    assertThat(card(post("flickr")).source()).isEqualTo("Flickr");
    assertThat(card(post("pigeon")).source()).isEqualTo("pigeon");
  }

  @Test
  void aWarningStandsBeforeTheContentAndAFilmBelowItHasNoPicture() {
    Media film = new Media(Media.Kind.VIDEO, "https://p/v.mp4", "https://p/still", 4, 3, "A dog");
    CardView card = card(post("mastodon").text("Boo").warning("Spoilers").media(List.of(film)));
    assertThat(card.content().warning()).isEqualTo("Spoilers");
    assertThat(card.content().media().get(0).still()).isNull();
    assertThat(card(post("mastodon").warning(" ")).content().warning()).isNull();
  }

  @Test
  void aPostThatCameWithAVersionWasEdited() {
    assertThat(card(post("mastodon").edited(true)).isEdited()).isTrue();
    assertThat(card(post("mastodon")).isEdited()).isFalse();
  }

  @Test
  void picturesStandInPlaceOfPartsOfTheText() {
    List<Emoji> emoji = List.of(new Emoji(3, 8, "https://p/cat.png"), new Emoji(9, 11, "data:x"));
    assertThat(card(post("mastodon").text("Hi :cat: :d").emoji(emoji)).content().text())
        .containsExactly(
            new Segment("Hi ", null, null),
            new Segment(":cat:", "https://p/cat.png", "emoji"),
            new Segment(" :d", null, null));
  }

  @Test
  void aTextOfManyLinesOrWordsIsLong() {
    assertThat(card(post("x").text("line\n".repeat(12))).content().isLong()).isTrue();
    assertThat(card(post("x").text("word ".repeat(180))).content().isLong()).isFalse();
    assertThat(card(post("x").text("word ".repeat(181))).content().isLong()).isTrue();
  }

  @Test
  void aFilmThatIsASoundFileIsARecording() {
    Media sound = new Media(Media.Kind.VIDEO, "https://p/talk.mp3?1", null, null, null, null);
    MediaView view =
        card(post("mastodon").media(List.of(sound))).content().media().get(0);
    assertThat(view.type()).isEqualTo("audio");
    assertThat(view.alt()).isEqualTo("Recording without description");
  }

  private static PostBuilder post(String source) {
    return Post.builder(source, "70").author(MARA);
  }

  private static Original original(String text) {
    return new Original("5", "https://x.com/ed/status/5", ED, text, List.of(), List.of());
  }

  private static Author author(String name) {
    return new Author(name, name.toLowerCase(Locale.ROOT), null, null);
  }

  private static CardView card(PostBuilder builder) {
    Post post = builder.receivedAt(Instant.parse("2026-05-24T14:03:11Z"));
    return CardView.of(new Entry(7, post, false), new VenueTime(ZoneOffset.UTC), NOW);
  }
}
