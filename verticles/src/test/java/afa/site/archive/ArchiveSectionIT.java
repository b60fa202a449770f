package afa.site.archive;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.EventInfo;
import afa.feed.Media;
import afa.feed.Post;
import afa.feed.PostBuilder;
import afa.testkit.ArchiveSite;
import afa.testkit.ArchivedEvent;
import afa.testkit.Http;
import afa.testkit.Posts;
import afa.testkit.RealServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ArchiveSectionIT {
  private static final LocalDateTime BEGIN = LocalDateTime.parse("2010-05-24T08:00");
  private static final Pattern CARD = Pattern.compile("<article class=\"card\" id=\"u(\\d+)\"");

  private String database;
  private ArchiveSite site;
  private ArchivedEvent aea;
  private int posted;

  @BeforeEach
  void open() throws Exception {
    database = RealServers.migratedDatabase();
    EventInfo now = new EventInfo(
        "now", "On Now", "UTC", LocalDateTime.MIN.withYear(2000), BEGIN.withYear(2100), null);
    site = new ArchiveSite(database, now);
    aea = new ArchivedEvent(site.vertx(), database, "aea2010");
    aea.describe(new EventInfo(
        "aea2010", "An Event <Apart>", "America/Los_Angeles", BEGIN, BEGIN.plusDays(1), null));
  }

  @AfterEach
  void close() throws Exception {
    aea.close();
    site.close();
  }

  @Test
  void allEventsAreListedWithWhatTheyAmountTo() throws Exception {
    aea.post(say("a", "2010-05-24T20:00:00Z"), photo("2010-05-24T20:00:01Z"));
    new ArchivedEvent(site.vertx(), database, "now").close();
    assertThat(get("/archive").body())
        .contains("24 to 25 May 2010", "An Event &lt;Apart&gt;", "just over", "On Now", "on now")
        .containsPattern("/events/aea2010/days\">2</a>")
        .containsPattern("/events/aea2010/people\">1</a>")
        .containsPattern("/events/aea2010/photos\">1</a>");
  }

  @Test
  void aDayIsPagedFromItsFirstPostToItsLastAndBack() throws Exception {
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < 250; i++) posts.add(say("same moment", "2010-05-25T06:00:00Z"));
    posts.add(say("the next day at the venue", "2010-05-25T07:00:00Z"));
    aea.post(posts.toArray(Post[]::new));
    String path = "/events/aea2010/days/2010-05-24";
    String first = get(path).body();
    String second = get(path + link(first, "next")).body();
    String third = get(path + link(second, "next")).body();
    List<Long> seen = new ArrayList<>(cards(first));
    seen.addAll(cards(second));
    seen.addAll(cards(third));
    assertThat(seen).hasSize(250).isSorted().doesNotHaveDuplicates();
    assertThat(third).doesNotContain("rel=\"next\"", "next day at the venue");
    assertThat(cards(get(path + link(third, "prev")).body())).isEqualTo(cards(second));
    assertThat(cards(get("/events/aea2010/days/2010-05-25").body())).containsExactly(251L);
  }

  @Test
  void daysPeopleAndPhotosHavePages() throws Exception {
    aea.post(say("a", "2010-05-24T20:00:00Z"), photo("2010-05-26T20:00:00Z"));
    assertThat(get("/events/aea2010/days").body())
        .contains("/events/aea2010/days/2010-05-24\">Monday, 24 May 2010", "2010-05-26")
        .contains("\"@type\":\"Event\"", "An Event \\u003cApart\\u003e")
        .contains("<link rel=\"canonical\" href=\"/events/aea2010/days\">");
    assertThat(get("/events/aea2010/people").body())
        .contains("Ada Lovelace", "/search?q=from%3Aada+source%3Ax&amp;event=aea2010");
    assertThat(get("/events/aea2010/photos").body())
        .contains("https://x.example/1.jpg", "alt=\"a slide\"", "/days/2010-05-26?after=");
  }

  @Test
  void anEventThatNobodyFollowsAnyMoreIsServedFromTheArchive() throws Exception {
    aea.post(say("said long ago", "2010-05-24T20:00:00Z"));
    HttpResponse<String> page = get("/events/aea2010");
    assertThat(page.body())
        .contains("said long ago", "nothing comes in any more")
        .doesNotContain("<live-feed", "live.js");
    assertThat(page.headers().firstValue("Cache-Control")).contains("max-age=60");
    String tag = page.headers().firstValue("ETag").orElseThrow();
    assertThat(get("/events/aea2010", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get("/events/now").body()).contains("<live-feed");
    assertThat(get("/events/nope").statusCode()).isEqualTo(404);
  }

  @Test
  void anEventWithoutDescriptionIsToldFromItsPosts() throws Exception {
    try (ArchivedEvent bare = new ArchivedEvent(site.vertx(), database, "bare")) {
      bare.post(say("a", "2009-01-02T03:04:05Z"), say("b", "2009-01-03T03:04:05Z"));
    }
    assertThat(get("/archive").body()).contains("2 to 3 January 2009");
    assertThat(get("/events/bare").statusCode()).isEqualTo(200);
  }

  @Test
  void aPostThatIsTakenAwayIsOnNoPage() throws Exception {
    long n = aea.post(say("Quixotic zeppelin", "2010-05-24T20:00:00Z"));
    aea.post(say("stays", "2010-05-24T20:00:01Z"));
    aea.retract(n);
    for (String path : List.of("", "/days", "/days/2010-05-24", "/people", "/photos")) {
      assertThat(get("/events/aea2010" + path).body()).as(path).doesNotContain("Quixotic");
    }
    assertThat(get("/events/aea2010/days/2010-05-24").body()).contains("stays");
  }

  @Test
  void whatIsNoDayAndNoPlaceIsSaidSo() throws Exception {
    assertThat(get("/events/aea2010/days/2010-13-45").statusCode()).isEqualTo(404);
    assertThat(get("/events/aea2010/days/+99999-01-01").statusCode()).isEqualTo(404);
    assertThat(get("/events/aea2010/days/2010-05-24?after=x").statusCode()).isEqualTo(400);
    assertThat(get("/events/nope/days").statusCode()).isEqualTo(404);
    assertThat(get("/events/aea2010/days/2010-05-30").body())
        .contains("Nothing was posted that day");
  }

  private static List<Long> cards(String page) {
    return CARD.matcher(page)
        .results()
        .map((MatchResult found) -> Long.parseLong(found.group(1)))
        .toList();
  }

  private static String link(String page, String relation) {
    var link = Pattern.compile("<link rel=\"" + relation + "\" href=\"[^?\"]*([^\"]*)\"")
        .matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private Post photo(String at) {
    Media photo = new Media(Media.Kind.PHOTO, "https://x.example/1.jpg", null, 800, 600, "a slide");
    return post("photo").media(List.of(photo)).receivedAt(Instant.parse(at));
  }

  private Post say(String text, String at) {
    return post(text).receivedAt(Instant.parse(at));
  }

  private PostBuilder post(String text) {
    posted++;
    return Post.builder("x", "p" + posted).author(Posts.post(1).author()).text(text);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    if (headers.length == 0) return Http.get(site.port(), path);
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + site.port() + path))
        .headers(headers)
        .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
