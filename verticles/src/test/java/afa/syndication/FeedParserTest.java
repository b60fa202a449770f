package afa.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.feed.Author;
import afa.feed.Link;
import afa.feed.Media;
import afa.feed.Post;
import afa.syndication.FeedParser.Page;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
  private static final URI ADDRESS = URI.create("https://www.harbour.example/feed.xml");
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void rssIsReadWithAllThatBlogsPutThere() throws Exception {
    Page page = parse(Feeds.RSS);
    assertThat(page.entries())
        .extracting(FeedEntry::id)
        .containsExactly(
            "tag:harbour.example,2026:rope",
            "www.harbour.example/feed.xml#4711",
            "https://www.harbour.example/3",
            "https://www.harbour.example/4",
            "www.harbour.example/feed.xml#" + Digest.of("Only a titlenull", 32));
    assertThat(page.malformed()).isEqualTo(1); // there is nothing to show and no id
    Post rope = post(page, 0);
    assertThat(rope.text())
        .isEqualTo("Rope <and> knots & more 🪢\n\nRead all about knots\u00a0today.\n\nSecond.");
    assertThat(rope.links())
        .containsExactly(new Link(33, 48, "https://www.harbour.example/knots", Link.Kind.LINK));
    assertThat(rope.url()).isEqualTo("https://www.harbour.example/rope?a=1&b=2");
    assertThat(rope.author())
        .isEqualTo(new Author(
            "Ida Quay",
            "harbour.example",
            "https://www.harbour.example/",
            "https://www.harbour.example/icon.png"));
    assertThat(rope.media())
        .containsExactly(new Media(
            Media.Kind.PHOTO,
            "https://img.example/rope.jpg",
            "https://img.example/rope-small.jpg",
            800,
            600,
            "A coil of rope"));
    assertThat(rope.lang()).isEqualTo("en-GB");
    assertThat(page.entries().get(0).published()).isEqualTo("2026-11-21T09:00:00Z");
  }

  @Test
  void namesAreShownAndMailAddressesAreNot() throws Exception {
    assertThat(post(parse(Feeds.RSS), 1).author().name()).isEqualTo("Bob Bollard");
    assertThat(post(parse(Feeds.ATOM), 1).author().name()).isEqualTo("Mo");
    assertThat(
            post(parse(rss("<author>only@mail.example</author>")), 0).author().name())
        .isEqualTo("T");
  }

  @Test
  void aPictureInTheTextIsUsedWhereThereIsNoOther() throws Exception {
    assertThat(post(parse(Feeds.RSS), 1).media()).singleElement().satisfies(media -> {
      assertThat(media.url()).isEqualTo("https://www.harbour.example/tide.png");
      assertThat(media.alt()).isEqualTo("A table");
    });
    String counter =
        "<description>&lt;img src=\"/c.gif\" width=\"1\" height=\"1\"&gt;x</description>";
    assertThat(post(parse(rss(counter)), 0).media()).isEmpty();
  }

  @Test
  void atomIsReadWithItsBasesAndKindsOfText() throws Exception {
    Page page = parse(Feeds.ATOM);
    Post lift = post(page, 0);
    assertThat(lift.text()).isEqualTo("Lift <high> & low\n\nUp we go.\nDown.");
    assertThat(lift.url()).isEqualTo("https://quay.example/blog/2026/lift");
    assertThat(lift.links().get(0).url()).isEqualTo("https://quay.example/blog/about");
    assertThat(lift.media().get(0).url()).isEqualTo("https://quay.example/blog/2026/crane.png");
    assertThat(lift.author().name()).isEqualTo("The crane crew");
    assertThat(lift.author().url()).isEqualTo("https://quay.example/blog/");
    assertThat(page.entries().get(0).published()).isEqualTo("2026-11-20T08:00:00Z");
    assertThat(page.entries().get(0).updated()).isEqualTo("2026-11-21T08:00:00Z");
    assertThat(post(page, 1).text()).isEqualTo("Text <b> and words\n\n1 < 2 & 3");
  }

  @Test
  void rdfAndRssWithoutAVersionAreRead() throws Exception {
    assertThat(post(parse(Feeds.RDF), 0).text()).isEqualTo("One\n\nBody");
    assertThat(parse(Feeds.RDF).entries().get(0).published()).isEqualTo("2026-11-21T09:00:00Z");
    assertThat(parse(Feeds.RSS.replace(" version=\"2.0\"", "")).entries()).hasSize(5);
    assertThat(parse(Feeds.RSS.replace("version=\"2.0\"", "version=\"0.92\"")).entries())
        .isNotEmpty();
  }

  @Test
  void jsonFeedsAreReadAndWhatIsNoneIsCounted() throws Exception {
    Page page = parse(Feeds.JSON);
    assertThat(page.malformed()).isEqualTo(2);
    assertThat(post(page, 0).text()).isEqualTo("Rot & grün\n\nLinks rot");
    assertThat(post(page, 0).author().name()).isEqualTo("Gast");
    assertThat(page.entries().get(0).updated()).isEqualTo("2026-11-21T08:30:00Z");
    assertThat(post(page, 1).id()).isEqualTo("www.harbour.example/feed.xml#2");
    assertThat(post(page, 1).text()).isEqualTo("1 < 2\nzwei");
    assertThat(post(page, 1).author().name()).isEqualTo("Bo Uy");
    assertThat(post(page, 3).media().get(0).kind()).isEqualTo(Media.Kind.VIDEO);
  }

  @Test
  void theSameEntryHasTheSameDigestUntilSomethingChanges() throws Exception {
    String before = parse(Feeds.RSS).entries().get(0).digest();
    assertThat(parse(Feeds.RSS).entries().get(0).digest()).isEqualTo(before);
    assertThat(parse(Feeds.RSS.replace("Second.", "2nd.")).entries().get(0).digest())
        .isNotEqualTo(before);
  }

  @Test
  void aLongBodyIsCutBetweenWordsAndLinksStayWhole() throws Exception {
    String words = "eleven bits ".repeat(32) + "<a href='https://a.example/'>" + "link ".repeat(9);
    Post post = post(parse(rss("<description><![CDATA[" + words + "</a>]]></description>")), 0);
    assertThat(post.text()).hasSizeLessThanOrEqualTo(403).endsWith("link …");
    assertThat(post.links()).isEmpty();
  }

  @Test
  void aTitleThatOnlyRepeatsTheTextIsLeftOut() throws Exception {
    String body =
        "<title>Tide is in, come…</title><description>Tide is in, come down</description>";
    String feed = rss("").replace("<title>One</title>", body);
    assertThat(post(parse(feed), 0).text()).isEqualTo("Tide is in, come down");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "null",
        "<",
        "{",
        "{}",
        "[]",
        "<html><body>hi</body></html>",
        "<!DOCTYPE html><p>Log in to the conference's wireless",
        "<opml version=\"2.0\"/>",
        "<rss version=\"2.0\"/>",
        "<rss version=\"2.0\"><channel><item>",
        "{\"version\": \"https://jsonfeed.org/",
        "\u0000\u0001"
      })
  void whatIsNoFeedIsToldInWords(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(FeedDefect.class)
        .hasMessageMatching("is .+");
  }

  @Test
  void feedsWithoutEntriesAreFeeds() throws Exception {
    assertThat(parse("<rss version=\"2.0\"><channel><title>x</title></channel></rss>")
            .entries())
        .isEmpty();
    assertThat(parse("<feed xmlns=\"http://www.w3.org/2005/Atom\"/>").entries()).isEmpty();
    assertThat(parse("{\"version\": \"https://jsonfeed.org/version/1\"}").entries())
        .isEmpty();
  }

  @Test
  void namesOfHtmlAreNoReasonToGiveUp() throws Exception {
    Post post = post(parse(rss("<description>caf&eacute;&nbsp;&hellip;</description>")), 0);
    assertThat(post.text()).endsWith("café\u00a0…");
  }

  // ---- attacks

  @Test
  void noFileIsReadAndNoAddressIsAsked(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "the password");
    try (ServerSocket bait = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String web = "http://127.0.0.1:" + bait.getLocalPort() + "/x.dtd";
      for (String attack : List.of(
          "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
          "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + web + "\">]>",
          "<!DOCTYPE r SYSTEM \"" + web + "\">",
          "<!DOCTYPE r [<!ENTITY % p SYSTEM \"" + web + "\"> %p;]>")) {
        String feed = attack + rss("<description>&x;</description>");
        assertThatThrownBy(() -> parse(feed)).isInstanceOf(FeedDefect.class);
      }
      String included = rss("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\""
          + secret.toUri() + "\" parse=\"text\"/>");
      assertThat(post(parse(included), 0).text()).doesNotContain("password");
      bait.setSoTimeout(50);
      assertThatThrownBy(bait::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void entitiesDoNotMultiply() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
    }
    String feed = laughs + "]>" + rss("<description>&a29;</description>");
    assertThatThrownBy(() -> parse(feed)).isInstanceOf(FeedDefect.class);
  }

  @Test
  void depthIsBounded() throws Exception {
    String deep = "<div>".repeat(50_000) + "x" + "</div>".repeat(50_000);
    String xhtml = Feeds.ATOM.replace("<em>", deep + "<em>");
    assertThatThrownBy(() -> parse(xhtml)).isInstanceOf(FeedDefect.class);
    assertThat(parse(rss("<description><![CDATA[" + deep + "]]></description>")).entries())
        .hasSize(1);
    assertThatThrownBy(() -> parse("{\"a\":" + "[".repeat(50_000))).isInstanceOf(FeedDefect.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a/>", "<item/>", "<item b=''/>"})
  void partsAreBounded(String part) {
    String many = rss("").replace("<item>", part.repeat(1_000_000) + "<item>");
    assertThatThrownBy(() -> parse(many)).isInstanceOf(FeedDefect.class);
    String fewer = rss("").replace("<item>", "<item/>".repeat(6_000) + "<item>");
    assertThatThrownBy(() -> parse(fewer)).hasMessageContaining("too many entries");
    String json = Feeds.JSON.replace("\"nonsense\"", "[],".repeat(1_000_000) + "1");
    assertThatThrownBy(() -> parse(json)).isInstanceOf(FeedDefect.class);
  }

  @Test
  void scriptsAndTheirAddressesDoNotGetThrough() throws Exception {
    Post post = post(
        parse(rss("<description><![CDATA[<a href='javascript:x()'>a</a><script>b</script>"
                + "<img src='data:image/png;base64,x'><iframe src='https://c.example/'></iframe>]]>"
                + "</description><enclosure url='javascript:y()' type='image/png' length='1'/>")
            .replace("<link>https://e.example/1</link>", "<link>javascript:z()</link>")),
        0);
    assertThat(post.text()).isEqualTo("One\n\na");
    assertThat(post.links()).isEmpty();
    assertThat(post.media()).isEmpty();
    assertThat(post.url()).isNull();
  }

  private static String rss(String inItem) {
    return "<rss version=\"2.0\"><channel><title>T</title><item><title>One</title>"
        + "<link>https://e.example/1</link>" + "<guid isPermaLink=\"false\">1</guid>" + inItem
        + "</item></channel></rss>";
  }

  private static Page parse(String text) throws FeedDefect {
    return FeedParser.parse(text, ADDRESS, ADDRESS, NOW);
  }

  private static Post post(Page page, int at) {
    return page.entries().get(at).post().receivedAt(NOW);
  }
}
