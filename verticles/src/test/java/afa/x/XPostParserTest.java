package afa.x;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Author;
import afa.feed.Link;
import afa.feed.Media;
import afa.feed.Post;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class XPostParserTest {
  private static final Instant NOW = Instant.parse("2026-05-24T12:00:06.500Z");

  // ---- what a line is

  @Test
  void anEmptyLineIsAKeepAlive() {
    assertThat(List.of(read(""), read("   "), read("\t")))
        .allMatch(XLine.KeepAlive.class::isInstance);
  }

  @Test
  void whatIsNoJsonObjectIsMalformed() {
    String[] lines = {"<html>502</html>", "{\"data\":", "[1]", "12", "null", "{}{}", "{\"a\":1} x"};
    for (String line : lines) {
      assertThat(read(line)).as(line).isInstanceOf(XLine.Malformed.class);
    }
  }

  @Test
  void errorsWithoutAPostEndTheConnection() {
    XLine line =
        read("{\"errors\":[{\"type\":\"https://api.x.com/2/problems/operational-disconnect\","
            + "\"disconnect_type\":\"SlowReader\",\"detail\":\"too slow\"}]}");
    assertThat(line).isInstanceOfSatisfying(XLine.Disconnect.class, told -> {
      assertThat(told.problem().kind()).isEqualTo(XProblem.Kind.SLOW_READER);
      assertThat(told.problem().sentence()).contains("too slow");
    });
  }

  @Test
  void errorsBesideAPostAreAboutAPartOfIt() {
    XLines post = XLines.post("hello").refers("quoted", "19");
    post.line
        .putArray("errors")
        .addObject()
        .put("title", "Not Found Error")
        .put("type", "https://api.twitter.com/2/problems/resource-not-found");
    assertThat(post(post).quoteOf()).isEqualTo("19");
  }

  @Test
  void noErrorsAndUnknownMessagesAreIgnored() {
    assertThat(read("{\"errors\":[]}")).isInstanceOf(XLine.Ignored.class);
    assertThat(read("{\"future\":{\"kind\":1}}")).isInstanceOf(XLine.Ignored.class);
    assertThat(read("{\"data\":null}")).isInstanceOf(XLine.Ignored.class);
  }

  @Test
  void aPostNeedsAnIdAndAText() {
    assertThat(read("{\"data\":{\"text\":\"a\"}}")).isInstanceOf(XLine.Malformed.class);
    assertThat(read("{\"data\":{\"id\":\"abc\",\"text\":\"a\"}}"))
        .isInstanceOf(XLine.Malformed.class);
    assertThat(read("{\"data\":{\"id\":\"12\"}}")).isInstanceOf(XLine.Malformed.class);
  }

  @Test
  void aPostWithNothingElseIsShown() {
    Post post = post("{\"data\":{\"text\":\"hi\",\"id\":12}}");
    assertThat(post.id()).isEqualTo("12");
    assertThat(post.author()).isEqualTo(Author.UNKNOWN);
    assertThat(post.url()).isEqualTo("https://x.com/i/web/status/12");
    assertThat(post.postedAt()).isEqualTo(NOW);
  }

  @Test
  void fieldsAndKindsThatNobodyKnowsDoNoHarm() {
    XLines line = XLines.post("hello");
    line.line.putObject("future").putArray("a").addNull();
    line.data.putObject("future").put("deep", 1.5e300);
    line.includes.putArray("holograms").addObject();
    assertThat(post(line).text()).isEqualTo("hello");
  }

  @Test
  void aPostThatOnlyTheRulesOfOthersAskedForIsNotOurs() {
    XLines line = XLines.post("hello");
    line.line
        .putArray("matching_rules")
        .addObject()
        .put("id", 1529736824088072193L)
        .putNull("tag");
    Set<String> foreign = Set.of("1529736824088072193");
    assertThat(XLines.read(line.toString(), foreign)).isInstanceOf(XLine.Filtered.class);
    line.line.withArray("matching_rules").addObject().put("id", "5");
    assertThat(XLines.read(line.toString(), foreign)).isInstanceOf(XLine.Shown.class);
  }

  // ---- the text

  @Test
  void escapesAreUndoneExactlyOnce() {
    assertThat(post(XLines.post("R&amp;D &lt;b&gt; &amp;lt; &quot; &amp;amp;")).text())
        .isEqualTo("R&D <b> &lt; &quot; &amp;");
  }

  @Test
  void offsetsCountCodePointsBeforeAndUtf16UnitsAfter() {
    Post post = post(XLines.post("👩‍👩‍👧‍👦 𝒦 #afa!").entity("hashtags", 10, 14, "tag", "afa"));
    assertThat(shown(post)).containsExactly("#afa → https://x.com/hashtag/afa");
  }

  @Test
  void offsetsCountTheEscapedText() {
    Post post = post(XLines.post("R&amp;D &lt;3 #afa @ada_l")
        .entity("hashtags", 14, 18, "tag", "afa")
        .entity("mentions", 19, 25, "username", "ada_l"));
    assertThat(post.text()).isEqualTo("R&D <3 #afa @ada_l");
    assertThat(shown(post))
        .containsExactly("#afa → https://x.com/hashtag/afa", "@ada_l → https://x.com/ada_l");
  }

  @Test
  void linksShowTheirDisplayFormAndLeadThroughTheShortener() {
    Post post = post(XLines.post("see https://t.co/abcdefghij and #afa")
        .link(4, 27, "conf.example/lo…")
        .entity("hashtags", 32, 36, "tag", "afa"));
    assertThat(post.text()).isEqualTo("see conf.example/lo… and #afa");
    assertThat(shown(post))
        .containsExactly(
            "conf.example/lo… → https://t.co/abcdefghij", "#afa → https://x.com/hashtag/afa");
  }

  @Test
  void entitiesBehindTheEndAreClippedOrDropped() {
    Post post = post(XLines.post("cut off #af")
        .entity("hashtags", 8, 12, "tag", "afa")
        .entity("hashtags", 40, 44, "tag", "gone"));
    assertThat(shown(post)).containsExactly("#af → https://x.com/hashtag/afa");
  }

  @Test
  void overlappingAndSenselessOffsetsDoNoHarm() {
    XLines line = XLines.post("a #afa b")
        .entity("hashtags", 2, 6, "tag", "afa")
        .entity("mentions", 3, 6, "username", "afa")
        .entity("hashtags", 5, 5, "tag", "none")
        .entity("hashtags", 7, 2, "tag", "back");
    line.data
        .withObject("entities")
        .withArray("hashtags")
        .add(7)
        .addNull()
        .addObject()
        .put("start", -3);
    assertThat(shown(post(line))).containsExactly("#afa → https://x.com/hashtag/afa");
  }

  @Test
  void offsetsMayBeWrittenAsStrings() {
    XLines line = XLines.post("#afa");
    line.data
        .withObject("entities")
        .withArray("hashtags")
        .addObject()
        .put("start", "0")
        .put("end", "4")
        .put("tag", "afa");
    assertThat(shown(post(line))).hasSize(1);
  }

  @Test
  void onlyWebAddressesBecomeLinks() {
    XLines line = XLines.post("see https://t.co/abcdefghij");
    ObjectNode link = line.data.withObject("entities").withArray("urls").addObject();
    link.put("start", 4).put("end", 27).put("url", "javascript:alert(1)").put("display_url", "x");
    assertThat(post(line).links()).isEmpty();
    line.data
        .withObject("entities")
        .withArray("mentions")
        .addObject()
        .put("start", 0)
        .put("end", 3)
        .put("username", "../evil?");
    assertThat(post(line).links()).isEmpty();
  }

  @Test
  void aTagInAnyScriptBecomesAnAddress() {
    Post post = post(XLines.post("#שלום").entity("hashtags", 0, 5, "tag", "שלום"));
    assertThat(post.links().get(0).url())
        .isEqualTo("https://x.com/hashtag/%D7%A9%D7%9C%D7%95%D7%9D");
  }

  @Test
  void aLongPostIsShownWhole() {
    XLines line =
        XLines.post("the begin of it… https://t.co/abcdefghij").link(17, 40, "x.com/i/web/…");
    ObjectNode note = line.data.putObject("note_tweet").put("text", "the begin &amp; end #afa");
    line.entity(note, "hashtags", 20, 24, "tag", "afa");
    Post post = post(line);
    assertThat(post.text()).isEqualTo("the begin & end #afa");
    assertThat(shown(post)).containsExactly("#afa → https://x.com/hashtag/afa");
  }

  @Test
  void nothingInvisibleSurvives() {
    Post post = post(
        "{\"data\":{\"id\":\"1\",\"text\":\"a\\r\\nb\\u0000\\u0007c\\u2028d\\ufeffe \\ud83d f\\u009b\\tg\"}}");
    assertThat(post.text()).isEqualTo("a\nbc\nde \uFFFD f\tg");
  }

  @Test
  void codesOfLanguagesAreThoseOfToday() {
    assertThat(lang("de")).isEqualTo("de");
    assertThat(lang("zh-TW")).isEqualTo("zh-TW");
    assertThat(lang("iw")).isEqualTo("he");
    assertThat(lang("in")).isEqualTo("id");
    for (String none : new String[] {"und", "zxx", "qme", "qht", "qst", "qam", "qct", "", "<b>"}) {
      assertThat(lang(none)).as(none).isNull();
    }
  }

  // ---- what belongs to it

  @Test
  void theAuthorIsKnownByNameHandlePageAndFace() {
    Author author = post(XLines.post("hi")).author();
    assertThat(author)
        .isEqualTo(new Author(
            "Grace H 🚢",
            "grace_h",
            "https://x.com/grace_h",
            "https://pbs.twimg.com/profile_images/7/face_400x400.jpg"));
    assertThat(post(XLines.post("hi")).url())
        .isEqualTo("https://x.com/grace_h/status/2000000000000000001");
  }

  @Test
  void picturesStandInTheAuthorsOrderAndTheirLinkIsCutOut() {
    XLines line =
        XLines.post("Two #afa https://t.co/abcdefghij").entity("hashtags", 4, 8, "tag", "afa");
    line.photo("3_1").put("width", 1200).put("height", 800).put("alt_text", "the \"stage\"");
    line.photo("3_2").put("alt_text", " ");
    line.link(line.data, 9, 32, "pic.x.com/abcdefghij", "3_1");
    line.link(line.data, 9, 32, "pic.x.com/abcdefghij", "3_2");
    Post post = post(line);
    assertThat(post.text()).isEqualTo("Two #afa");
    assertThat(shown(post)).hasSize(1);
    assertThat(post.media())
        .containsExactly(
            new Media(
                Media.Kind.PHOTO,
                "https://pbs.twimg.com/media/3_1.jpg",
                "https://pbs.twimg.com/media/3_1.jpg?format=jpg&name=small",
                1200,
                800,
                "the \"stage\""),
            new Media(
                Media.Kind.PHOTO,
                "https://pbs.twimg.com/media/3_2.jpg",
                "https://pbs.twimg.com/media/3_2.jpg?format=jpg&name=small",
                null,
                null,
                null));
  }

  @Test
  void theLinkOfAPictureThatDidNotComeAlongStays() {
    XLines line = XLines.post("One https://t.co/abcdefghij");
    line.data.putObject("attachments").putArray("media_keys").add("3_9");
    line.link(line.data, 4, 27, "pic.x.com/abcdefghij", "3_9");
    Post post = post(line);
    assertThat(post.text()).isEqualTo("One pic.x.com/abcdefghij");
    assertThat(post.media()).isEmpty();
    assertThat(post.links()).hasSize(1);
  }

  @Test
  void ofAFilmTheMp4OfModerateSizeIsTaken() {
    XLines line = XLines.post("film");
    ObjectNode film =
        line.media("7_1", "video").put("preview_image_url", "https://pbs.twimg.com/p.jpg");
    variant(film, "video/mp4", 256_000);
    film.withArray("variants")
        .addObject()
        .put("content_type", "application/x-mpegURL")
        .put("url", "https://video.twimg.com/list.m3u8");
    variant(film, "video/mp4", 2_176_000);
    variant(film, "video/mp4", 832_000);
    assertThat(post(line).media())
        .containsExactly(new Media(
            Media.Kind.VIDEO,
            "https://video.twimg.com/832000.mp4",
            "https://pbs.twimg.com/p.jpg",
            null,
            null,
            null));
  }

  @Test
  void aFilmThatNoBrowserPlaysIsShownAsItsPicture() {
    XLines line = XLines.post("gif");
    line.media("16_1", "animated_gif").put("preview_image_url", "https://pbs.twimg.com/p.jpg");
    line.media("16_2", "animated_gif");
    line.media("99_1", "hologram").put("url", "https://pbs.twimg.com/h");
    assertThat(post(line).media()).singleElement().satisfies(media -> {
      assertThat(media.kind()).isEqualTo(Media.Kind.PHOTO);
      assertThat(media.url()).isEqualTo("https://pbs.twimg.com/p.jpg");
    });
  }

  @Test
  void aRepostHasTheTextOfTheOriginalThatCameAlong() {
    XLines line = XLines.post("RT @ada_l: a long text that is cut #a…");
    ObjectNode original = line.with("retweeted", "1999", "a long text that is not cut #afa", "72");
    line.entity(original, "hashtags", 28, 32, "tag", "afa");
    line.user("72", "ada_l", "Ada");
    Post post = post(line);
    assertThat(post.repostOf()).isEqualTo("1999");
    assertThat(post.text()).isEqualTo("a long text that is not cut #afa");
    assertThat(shown(post)).hasSize(1);
    assertThat(post.author().handle()).isEqualTo("grace_h");
    assertThat(post.original().author().handle()).isEqualTo("ada_l");
    assertThat(post.original().url()).isEqualTo("https://x.com/ada_l/status/1999");
  }

  @Test
  void ofAnOriginalThatDidNotComeAlongTheRepostTellsWhatItCan() {
    Post post = post(XLines.post("RT @ada_l: so &amp; so #afa and m…")
        .refers("retweeted", "1999")
        .entity("mentions", 3, 9, "username", "ada_l")
        .entity("hashtags", 23, 27, "tag", "afa"));
    assertThat(post.text()).isEqualTo("so & so #afa and m…");
    assertThat(shown(post)).containsExactly("#afa → https://x.com/hashtag/afa");
    assertThat(post.original().author().name()).isEqualTo("ada_l");
  }

  @Test
  void aQuoteShowsBothAndNotTheLinkBetweenThem() {
    XLines line = XLines.post("so true https://t.co/abcdefghij");
    line.with("quoted", "1998", "Testing &lt;3", "71");
    line.link(8, 31, "x.com/grace_h/status/…");
    ((ObjectNode) line.data.at("/entities/urls/0"))
        .put("expanded_url", "https://twitter.com/grace_h/status/1998");
    Post post = post(line);
    assertThat(post.quoteOf()).isEqualTo("1998");
    assertThat(post.text()).isEqualTo("so true");
    assertThat(post.original().text()).isEqualTo("Testing <3");
  }

  @Test
  void aReplyMayQuoteAsWell() {
    Post post =
        post(XLines.post("@ada_l see").refers("quoted", "1998").refers("replied_to", "1997"));
    assertThat(post.replyTo()).isEqualTo("1997");
    assertThat(post.quoteOf()).isEqualTo("1998");
    assertThat(post.original()).isNull();
  }

  @Test
  void theNewNamesMeanTheSame() {
    String line = XLines.post("cut")
        .refers("quoted", "1998")
        .toString()
        .replace("referenced_tweets", "referenced_posts");
    XLines other = XLines.post("cut");
    other.data.putObject("note_post").put("text", "not cut");
    other.data.putArray("referenced_posts").addObject().put("type", "quoted").put("id", "1998");
    other.includes.putArray("posts").addObject().put("id", "1998").put("text", "quoted");
    assertThat(post(line).quoteOf()).isEqualTo("1998");
    assertThat(post(other).text()).isEqualTo("not cut");
    assertThat(post(other).original().text()).isEqualTo("quoted");
  }

  @Test
  void aTimeThatCannotBeIsNotBelieved() {
    for (String time : new String[] {"soon", "2999-01-01T00:00:00Z", "1970-01-01T00:00:00Z", ""}) {
      XLines line = XLines.post("b");
      line.data.put("created_at", time);
      assertThat(post(line).postedAt()).as(time).isEqualTo(NOW);
    }
  }

  // ---- whatever comes

  @Test
  void noMutationOfALineMakesItThrow() {
    XLines line = XLines.post("R&amp;D 👩‍👩‍👧‍👦 #afa https://t.co/abcdefghij");
    line.entity("hashtags", 16, 20, "tag", "afa").link(21, 44, "conf.example");
    line.photo("3_1").put("width", 12);
    line.with("quoted", "1998", "Testing", "71");
    String whole = line.toString();
    for (int seed = 0; seed < 30_000; seed++) {
      String mutated = mutated(whole, new Random(seed));
      XLine read = read(mutated);
      if (read instanceof XLine.Shown shown) assertSound(shown.post(), mutated);
    }
  }

  private static String mutated(String line, Random random) {
    StringBuilder out = new StringBuilder(line);
    String noise = "0123456789-\"{}[],:\\nul&;@# \uD83D";
    for (int i = random.nextInt(3); i >= 0 && out.length() > 2; i--) {
      int at = random.nextInt(out.length() - 1);
      switch (random.nextInt(3)) {
        case 0 -> out.deleteCharAt(at);
        case 1 -> out.insert(at, noise.charAt(random.nextInt(noise.length())));
        default -> out.setCharAt(at, noise.charAt(random.nextInt(noise.length())));
      }
    }
    return out.toString();
  }

  private static void assertSound(Post post, String line) {
    int done = 0;
    for (Link link : post.links()) {
      assertThat(link.start()).as(line).isGreaterThanOrEqualTo(done);
      assertThat(link.end()).as(line).isBetween(link.start() + 1, post.text().length());
      assertThat(link.url()).as(line).startsWith("http");
      done = link.end();
    }
  }

  private static List<String> shown(Post post) {
    return post.links().stream()
        .map(link -> post.text().substring(link.start(), link.end()) + " → " + link.url())
        .toList();
  }

  private static String lang(String code) {
    XLines line = XLines.post("a");
    line.data.put("lang", code);
    return post(line).lang();
  }

  private static void variant(ObjectNode film, String type, int bitsPerSecond) {
    film.withArray("variants")
        .addObject()
        .put("content_type", type)
        .put("bit_rate", bitsPerSecond)
        .put("url", "https://video.twimg.com/" + bitsPerSecond + ".mp4");
  }

  private static Post post(XLines line) {
    return post(line.toString());
  }

  private static Post post(String line) {
    XLine read = read(line);
    assertThat(read).as(line).isInstanceOf(XLine.Shown.class);
    return ((XLine.Shown) read).post();
  }

  private static XLine read(String line) {
    return XLines.read(line, Set.of());
  }
}
