package afa.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.EventInfo;
import afa.feed.Post;
import afa.testkit.ArchiveSite;
import afa.testkit.ArchivedEvent;
import afa.testkit.Http;
import afa.testkit.Posts;
import afa.testkit.RealServers;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SearchSectionIT {
  private static ArchiveSite site;
  private static ArchivedEvent aea;
  private static int posted;

  @BeforeAll
  static void open() throws Exception {
    String database = RealServers.migratedDatabase();
    site = new ArchiveSite(database);
    aea = new ArchivedEvent(site.vertx(), database, "aea2010");
    LocalDateTime begin = LocalDateTime.parse("2010-05-24T08:00");
    aea.describe(new EventInfo(
        "aea2010", "An Event Apart", "America/Los_Angeles", begin, begin.plusDays(1), null));
  }

  @AfterAll
  static void close() throws Exception {
    aea.close();
    site.close();
  }

  @BeforeEach
  void fill() throws Exception {
    if (posted == 0) {
      for (int i = 0; i < 45; i++) aea.post(say("Responsive <b>grids</b> & more"));
    }
  }

  @Test
  void resultsAreCardsWithMarksAndWhatStrangersWroteStaysText() throws Exception {
    String page = get("/search?q=grid").body();
    assertThat(page)
        .contains("Responsive &lt;b&gt;<mark>grids</mark>&lt;/b&gt; &amp; more")
        .contains("<option value=\"aea2010\">An Event Apart</option>")
        .contains("/events/aea2010/days/2010-05-24?after=");
    assertThat(page.split("<article", -1)).hasSize(21);
  }

  @Test
  void pagesFollowEachOtherToTheEnd() throws Exception {
    String first = get("/search?q=grid&event=aea2010").body();
    String second = get(next(first)).body();
    String third = get(next(second)).body();
    assertThat(second).contains("Back to the newest");
    assertThat(third.split("<article", -1)).hasSize(6);
    assertThat(third).doesNotContain("rel=\"next\"");
  }

  @Test
  void eachSearchIsAnAtomAndAJsonFeedThatItsPageNames() throws Exception {
    assertThat(get("/search?q=%22responsive%20grids%22").body())
        .contains("type=\"application/atom+xml\" title=\"This search as Atom\""
            + " href=\"/search.atom?q=%22responsive+grids%22\"");
    HttpResponse<String> atom = get("/search.atom?q=grid");
    assertThat(atom.headers().firstValue("Content-Type"))
        .contains("application/atom+xml; charset=utf-8");
    assertThat(atom.body().split("<entry>", -1)).hasSize(46);
    JsonObject json = new JsonObject(get("/search.json?q=grid").body());
    assertThat(json.getJsonArray("items")).hasSize(45);
    assertThat(json.getString("home_page_url")).endsWith("/search?q=grid");
  }

  @Test
  void nobodyIsSentTheSamePageTwice() throws Exception {
    for (String path :
        new String[] {"/search?q=grids", "/search.atom?q=grids", "/search.json?q=x"}) {
      HttpResponse<String> first = get(path);
      String tag = first.headers().firstValue("ETag").orElseThrow();
      assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
      assertThat(first.headers().firstValue("X-Robots-Tag")).contains("noindex");
    }
  }

  @Test
  void whateverIsTypedGetsAPage() throws Exception {
    for (String query : new String[] {
      "",
      "%00",
      "%F0%9F%8E%89",
      "%22",
      "-",
      "has:beer",
      "a%20%7C%20!%20(",
      "%27%3B--",
      "before:x",
      "x&after=nonsense",
      "x&event=%27",
      "x&after=99999999999999-1-aea"
    }) {
      assertThat(get("/search?q=" + query).statusCode()).as(query).isEqualTo(200);
    }
    assertThat(get("/search?q=has:beer").body()).contains("has:beer means nothing here");
    assertThat(get("/search?q=nosuchword").body()).contains("Nothing was found");
    assertThat(get("/search").body()).contains("What can be looked for");
  }

  @Test
  void aPostThatIsTakenAwayIsInNoResultAndNoFeed() throws Exception {
    long n = aea.post(say("Quixotic zeppelin"));
    assertThat(get("/search?q=zeppelin").body()).contains("<mark>zeppelin</mark>");
    aea.retract(n);
    for (String path :
        new String[] {"/search?q=zeppelins", "/search.atom?q=zeppelin", "/search.json?q=zeppelin"
        }) {
      assertThat(get(path).body()).doesNotContain("Quixotic");
    }
  }

  private static String next(String page) {
    String before = page.substring(0, page.indexOf("\" rel=\"next\">"));
    return before.substring(before.lastIndexOf('"') + 1).replace("&amp;", "&");
  }

  private static Post say(String text) {
    posted++;
    return Post.builder("x", "p" + posted)
        .author(Posts.post(1).author())
        .lang("en")
        .text(text)
        .receivedAt(Instant.parse("2010-05-24T20:00:00Z").plusSeconds(posted));
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    if (headers.length == 0) return Http.get(site.port(), path);
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + site.port() + path))
        .headers(headers)
        .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
