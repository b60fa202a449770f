package afa.mastodon;

import static afa.mastodon.Statuses.BASE;
import static afa.mastodon.Statuses.account;
import static afa.mastodon.Statuses.boost;
import static afa.mastodon.Statuses.content;
import static afa.mastodon.Statuses.media;
import static afa.mastodon.Statuses.quote;
import static afa.mastodon.Statuses.status;
import static org.assertj.core.api.Assertions.assertThat;

import afa.config.Section;
import afa.feed.Author;
import afa.feed.Emoji;
import afa.feed.Link;
import afa.feed.Media;
import afa.feed.Post;
import afa.mastodon.StatusResult.Hidden;
import afa.mastodon.StatusResult.Malformed;
import afa.mastodon.StatusResult.Shown;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusParserTest {
  private static final Instant NOW = Instant.parse("2026-05-24T12:30:00Z");

  @Test
  void aStatusBecomesAPost() {
    Post post = shown(status("123"));
    assertThat(post.source()).isEqualTo("mastodon");
    assertThat(post.id()).isEqualTo(BASE + "/users/nell/statuses/123");
    assertThat(post.url()).isEqualTo(BASE + "/@nell/123");
    assertThat(post.author())
        .isEqualTo(new Author(
            "Nell Quayle", "nell@quay.example", BASE + "/@nell", BASE + "/avatars/still/nell.png"));
    assertThat(post.text()).isEqualTo("Tide is in. #HarbourConf");
    assertThat(post.links())
        .containsExactly(new Link(12, 24, BASE + "/tags/harbourconf", Link.Kind.TAG));
    assertThat(post.lang()).isEqualTo("en");
    assertThat(post.version()).isNull();
    assertThat(post.warning()).isNull();
    assertThat(post.postedAt()).isEqualTo(Instant.parse("2026-05-24T12:00:00Z"));
    assertThat(post.receivedAt()).isEqualTo(NOW);
  }

  @Test
  void anEditOfTheFutureIsOneOfNow() {
    Post post = shown(status("1").put("edited_at", "9999-12-31T00:00:00.000Z"));
    assertThat(post.version()).isEqualTo(Long.toString(NOW.toEpochMilli()));
  }

  @Test
  void anEditIsANewerVersion() {
    Post first = shown(status("1").put("edited_at", "2026-05-24T12:01:00.000Z"));
    Post second = shown(status("1").put("edited_at", "2026-05-24T12:01:00.001Z"));
    assertThat(Post.isNewer(first.version(), null)).isTrue();
    assertThat(Post.isNewer(second.version(), first.version())).isTrue();
    assertThat(Post.isNewer(first.version(), second.version())).isFalse();
  }

  @Test
  void peopleOfOtherServersKeepTheirs() {
    assertThat(shown(status("1").put("account", account().put("acct", "jo@pier.example")))
            .author()
            .handle())
        .isEqualTo("jo@pier.example");
  }

  @Test
  void aNameWithoutLettersIsReplacedByTheUsername() {
    JsonObject nameless = account().put("display_name", ":anchor: \u202e");
    assertThat(shown(status("1").put("account", nameless)).author().name()).isEqualTo("nell");
  }

  @Test
  void customEmojiArePicturesInTheTextAndLeftOutOfNamesAndWarnings() {
    Post post = shown(status("1")
        .put(
            "content",
            content("a :gull: 12:30:45 :gull::anchor: :unknown: "
                + "<a href='https://x.example/:gull:'>x.example/:gull:</a>"))
        .put("spoiler_text", "birds :gull:"));
    assertThat(post.emoji())
        .containsExactly(
            new Emoji(2, 8, BASE + "/emoji/still/gull.png"),
            new Emoji(18, 24, BASE + "/emoji/still/gull.png"),
            new Emoji(24, 32, BASE + "/emoji/still/anchor.png"));
    assertThat(post.text()).contains(":unknown:");
    assertThat(post.warning()).isEqualTo("birds");
  }

  @Test
  void aContentWarningHoldsThePostBack() {
    assertThat(shown(status("1").put("spoiler_text", "seasick")).warning()).isEqualTo("seasick");
    assertThat(shown(status("1").put("sensitive", true)).warning()).isEqualTo("sensitive");
    assertThat(shown(status("1").put("spoiler_text", ":gull:")).warning()).isEqualTo("sensitive");
    JsonObject hot = boost("1");
    hot.getJsonObject("reblog").put("sensitive", true);
    assertThat(shown(hot).warning()).isEqualTo("sensitive");
  }

  @Test
  void mediaOfEachKind() {
    Post post = shown(status("1")
        .put(
            "media_attachments",
            new JsonArray()
                .add(media("image", "https://f.example/1.png", "https://f.example/1s.png"))
                .add(media("image", null, null).put("remote_url", "https://r.example/1.png"))
                .add(media("gifv", "https://f.example/2.mp4", null))
                .add(media("video", "https://f.example/3.mp4", "https://f.example/3.png"))
                .add(media("audio", "https://f.example/4.mp3", "https://f.example/4.png"))
                .add(media("unknown", null, null))
                .add(media("image", "javascript:alert(1)", null))
                .add("nonsense")));
    assertThat(post.media())
        .extracting(Media::kind, Media::url, Media::thumbnail)
        .containsExactly(
            row(Media.Kind.PHOTO, "https://f.example/1.png", "https://f.example/1s.png"),
            row(Media.Kind.PHOTO, "https://r.example/1.png", "https://r.example/1.png"),
            row(Media.Kind.GIF, "https://f.example/2.mp4", null),
            row(Media.Kind.VIDEO, "https://f.example/3.mp4", "https://f.example/3.png"),
            row(Media.Kind.VIDEO, "https://f.example/4.mp3", null));
    assertThat(post.media()).allMatch(m -> m.alt().equals("A gull on a bollard"));
    assertThat(post.media()).allMatch(m -> m.width() == 800 && m.height() == 600);
  }

  private static org.assertj.core.groups.Tuple row(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  @Test
  void onlyMediaIsAPostToo() {
    Post post = shown(status("1")
        .put("content", "")
        .put(
            "media_attachments", new JsonArray().add(media("image", "https://f.example/1", null))));
    assertThat(post.text()).isEmpty();
    assertThat(post.media()).hasSize(1);
  }

  @Test
  void aPollIsListedAndACardLinked() {
    List<JsonObject> all = Statuses.all();
    assertThat(shown(all.get(3)).text()).endsWith("#HarbourConf\n\n○ Port\n○ Starboard");
    Post carded = shown(all.get(4));
    assertThat(carded.text()).endsWith("#HarbourConf\n\nNorth");
    assertThat(carded.links())
        .last()
        .extracting(Link::url)
        .isEqualTo("https://charts.example/north");
    JsonObject linked = all.get(4)
        .copy()
        .put("content", content("<a href='http://charts.example/north/'>charts</a>"));
    assertThat(shown(linked).text()).isEqualTo("charts #HarbourConf");
  }

  @Test
  void aQuoteIsShownOnlyWhereItsAuthorAgreed() {
    String fallback = "<p class=\"quote-inline\">RE: <a href=\"" + BASE + "/@nell/77\">q</a></p>";
    JsonObject status = status("1").put("content", fallback + content("Indeed."));
    Post accepted = shown(status.copy().put("quote", quote("accepted")));
    assertThat(accepted.quoteOf()).isEqualTo(BASE + "/users/nell/statuses/77");
    assertThat(accepted.original().text()).isEqualTo("Mind the gap");
    assertThat(accepted.text()).isEqualTo("Indeed. #HarbourConf");
    for (String state :
        List.of("pending", "revoked", "deleted", "blocked_account", "of tomorrow")) {
      Post other = shown(status.copy().put("quote", quote(state)));
      assertThat(other.original()).isNull();
      assertThat(other.quoteOf()).isNull();
      assertThat(other.text()).startsWith("RE: q");
    }
  }

  @Test
  void aQuoteOfWhatIsNotForAllStaysHidden() {
    for (Map.Entry<String, Object> hiding : Map.<String, Object>of(
            "visibility", "private", "sensitive", true, "account", account().put("noindex", true))
        .entrySet()) {
      JsonObject quote = quote("accepted");
      quote.getJsonObject("quoted_status").put(hiding.getKey(), hiding.getValue());
      assertThat(shown(status("1").put("quote", quote)).original()).isNull();
    }
    JsonObject shallow = new JsonObject().put("state", "accepted").put("quoted_status_id", "77");
    assertThat(shown(status("1").put("quote", shallow)).original()).isNull();
  }

  @Test
  void aBoostPassesOnTheOriginal() {
    Post post = shown(boost("5"));
    assertThat(post.id()).endsWith("/5/activity");
    assertThat(post.repostOf()).isEqualTo(BASE + "/users/nell/statuses/99");
    assertThat(post.text()).isEqualTo("Tide is in. #HarbourConf");
    assertThat(post.original().author().handle()).isEqualTo("jo@pier.example");
    assertThat(post.author().handle()).isEqualTo("nell@quay.example");
    JsonObject hidden = boost("5");
    hidden.getJsonObject("reblog").put("visibility", "private");
    assertThat(read(hidden)).isInstanceOf(Hidden.class);
  }

  @Test
  void anAnswerNamesWhatItAnswersWhereThatIsKnown() {
    assertThat(shown(status("1").put("in_reply_to_id", "70")).replyTo())
        .isEqualTo("https://pier.example/users/jo/statuses/7");
    assertThat(shown(status("1").put("in_reply_to_id", "71")).replyTo()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unlisted", "private", "direct", "", "Public", "limited"})
  void onlyPublicStatusesAreShown(String visibility) {
    assertThat(read(status("1").put("visibility", visibility))).isInstanceOf(Hidden.class);
  }

  @ParameterizedTest
  @CsvSource({"noindex,true", "discoverable,false", "suspended,true", "limited,true"})
  void whoDoesNotWantToBeFoundIsNotShown(String field, boolean value) {
    assertThat(read(status("1").put("account", account().put(field, value))))
        .isInstanceOf(Hidden.class);
    assertThat(read(status("1").put("account", account().put(field, !value))))
        .isInstanceOf(Shown.class);
    assertThat(read(status("1").put("account", account().put(field, (Object) null))))
        .isInstanceOf(Shown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#nobot",
        "No scraping! #NoBot.",
        "<a href='/t' class='hashtag'>#<span>nobot</span></a>",
        "#NOINDEX",
        "x #noarchive y",
        "nobot",
        "#<b>no</b>bot"
      })
  void aNoteThatAsksToBeLeftAloneIsHeeded(String note) {
    assertThat(read(status("1").put("account", account().put("note", "<p>" + note + "</p>"))))
        .isInstanceOf(Hidden.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I like robots", "#nobotany", "knobot", "noindexing", "#nobody"})
  void otherNotesAreNot(String note) {
    assertThat(read(status("1").put("account", account().put("note", note))))
        .isInstanceOf(Shown.class);
  }

  @Test
  void optOutsCanBeConfigured() {
    JsonObject shy = status("1").put("account", account().put("noindex", true));
    JsonObject bot = status("1").put("account", account().put("bot", true));
    assertThat(read(bot)).isInstanceOf(Shown.class);
    assertThat(with(Map.of("optOuts", "ignore")).read(shy.encode(), NOW)).isInstanceOf(Shown.class);
    assertThat(with(Map.of("optOuts", List.of("note", "indexable")))
            .read(status("1").encode(), NOW))
        .isInstanceOf(Hidden.class);
    assertThat(with(Map.of("bots", false)).read(bot.encode(), NOW)).isInstanceOf(Hidden.class);
    assertThat(with(Map.of("block", "@Nell@Quay.example")).read(status("1").encode(), NOW))
        .isInstanceOf(Hidden.class);
    JsonObject suspended = status("1").put("account", account().put("suspended", true));
    assertThat(with(Map.of("optOuts", "ignore")).read(suspended.encode(), NOW))
        .isInstanceOf(Hidden.class);
  }

  @Test
  void whatTheAccountsOwnFiltersHideIsHidden() {
    assertThat(read(status("1").put("filtered", new JsonArray().add(new JsonObject()))))
        .isInstanceOf(Hidden.class);
  }

  @Test
  void tagsAreComparedAsServersDo() {
    assertThat(((Shown) read(status("1"))).tagged()).isTrue();
    JsonObject other = status("1").put("tags", new JsonArray().add(Statuses.tag("boats")));
    assertThat(((Shown) read(other)).tagged()).isFalse();
    other.put("tags", new JsonArray().add(Statuses.tag("UNICODE")));
    assertThat(((Shown) read(other)).tagged()).isTrue();
    other.remove("tags");
    assertThat(((Shown) read(other)).tagged()).isTrue();
  }

  @Test
  void littleIsNeeded() {
    JsonObject old = new JsonObject()
        .put("id", "A1b2")
        .put("uri", "https://old.example/o/1")
        .put("visibility", "public")
        .put("content", "plain")
        .put("account", new JsonObject());
    Post post = shown(old);
    assertThat(post.text()).isEqualTo("plain");
    assertThat(post.author()).isEqualTo(Author.UNKNOWN);
    assertThat(post.url()).isEqualTo("https://old.example/o/1");
    assertThat(post.postedAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "uri", "account", "content"})
  void withoutTheseItIsNoStatus(String field) {
    JsonObject status = status("1");
    status.remove(field);
    assertThat(read(status)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{}", "\"x\"", "{\"id\":\"1\"", "<html>", "{} {}", "undefined"})
  void whatIsNoStatusIsSaidToBeNone(String json) {
    assertThat(Statuses.parser(OptOuts.RESPECT).read(json, NOW)).isInstanceOf(Malformed.class);
  }

  @Test
  void strangeTimesAndLanguagesAreLeftOut() {
    Post post = shown(status("1")
        .put("created_at", "+99999-01-01T00:00:00Z")
        .put("language", "x-not a language")
        .put("edited_at", "yesterday"));
    assertThat(post.postedAt()).isEqualTo(NOW);
    assertThat(post.lang()).isNull();
    assertThat(post.version()).isNull();
  }

  private static StatusResult read(JsonObject status) {
    return Statuses.parser(OptOuts.RESPECT).read(status.encode(), NOW);
  }

  private static Post shown(JsonObject status) {
    StatusResult result = read(status);
    assertThat(result).isInstanceOf(Shown.class);
    return ((Shown) result).post();
  }

  private static StatusParser with(Map<String, Object> settings) {
    List<String> problems = new ArrayList<>();
    OptOuts optOuts = OptOuts.read(Section.root(settings, problems));
    assertThat(problems).isEmpty();
    return Statuses.parser(optOuts);
  }
}
