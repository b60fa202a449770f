package afa.site.talk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Author;
import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.feed.Media;
import afa.feed.Post;
import afa.feed.PostBuilder;
import afa.schedule.Talk;
import afa.testkit.FilledArchive;
import afa.testkit.Http;
import afa.testkit.TalkSite;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of talks over HTTP, from a real PostgreSQL. */
class TalkSectionIT {
  private static final Instant TWO = Instant.parse("2026-05-24T12:00:00Z"); // 14:00 in Berlin
  private static final String PAGE = "/events/aea/talks/grids";

  private final Vertx vertx = Vertx.vertx();
  private final EventInfo event = new EventInfo(
      "aea",
      "An Event Apart",
      "Europe/Berlin",
      LocalDateTime.parse("2026-05-24T08:00"),
      LocalDateTime.parse("2026-05-25T18:00"),
      null);
  private FilledArchive archive;
  private int port;

  @BeforeEach
  void start() throws Exception {
    archive = new FilledArchive(vertx, "aea");
    port = new TalkSite(vertx, event, archive).port();
    archive.talk(
        Talk.of("grids", "Grids </script> & more", "Great Hall", TWO, Duration.ofMinutes(45)),
        "Mara Lindqvist",
        "Ed");
  }

  @AfterEach
  void stop() throws Exception {
    archive.close();
    vertx.close().await(30, SECONDS);
  }

  private static Post post(int minute, String text) {
    return post(minute, text, builder -> builder);
  }

  private static Post post(int minute, String text, UnaryOperator<PostBuilder> more) {
    Instant at = TWO.plusSeconds(60L * minute);
    return more.apply(Post.builder("x", "p" + text.hashCode())
            .author(new Author("Ada <Lovelace>", "ada", null, null))
            .text(text)
            .postedAt(at))
        .receivedAt(at.plusSeconds(1));
  }

  private String page(String path) throws Exception {
    HttpResponse<String> response = Http.get(port, path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  @Test
  void theTalkIsNamedWithWhoWhereAndWhenAtTheVenue() throws Exception {
    assertThat(page(PAGE))
        .contains("Grids &lt;/script&gt; &amp; more</h1>", "Mara Lindqvist and Ed", "Great Hall")
        .contains("Sunday 24 May 2026, 14:00–14:45", "Times of Europe/Berlin")
        .contains("<link rel=\"canonical\" href=\"/events/aea/talks/grids\">")
        .contains("href=\"/events/aea/talks/grids/feed.atom\"", "/talks/grids/subtitles.vtt");
    assertThat(Http.get(port, "/events/aea/talks/nope").statusCode()).isEqualTo(404);
    assertThat(Http.get(port, "/events/nope/talks/grids").statusCode()).isEqualTo(404);
    assertThat(Http.get(port, PAGE + "?after=x").statusCode()).isEqualTo(400);
  }

  @Test
  void postsComeInTheOrderInWhichTheyWereSaidAHundredToAPage() throws Exception {
    for (int i = 1; i <= 101; i++) archive.say(post(i % 40, "post " + i), "grids");
    String first = page(PAGE);
    assertThat(first.indexOf("id=\"u1\"")).isLessThan(first.indexOf("id=\"u2\""));
    assertThat(first).contains("id=\"u100\"", "href=\"/events/aea/talks/grids?after=100\"");
    assertThat(first).doesNotContain("id=\"u101\"");
    assertThat(page(PAGE + "?after=100"))
        .contains("id=\"u101\"", "?before=101\"", "grids?after=100\">")
        .doesNotContain("id=\"u100\"");
    assertThat(page(PAGE + "?before=101")).contains("id=\"u1\"", "?after=100\"");
  }

  @Test
  void minutesAreDrawnAndToldAndAnOutageIsHatched() throws Exception {
    archive.say(post(3, "a"), "grids");
    archive.say(post(3, "b"), "grids");
    Coverage broken = Coverage.NONE
        .streamed(TWO.minusSeconds(60), TWO.plusSeconds(600))
        .missed(TWO.plusSeconds(600), TWO.plusSeconds(900), "the stream was away")
        .streamed(TWO.plusSeconds(900), TWO.plusSeconds(7_200));
    archive.coverage("x", broken);
    assertThat(page(PAGE))
        .contains("Most was said in the minute from 14:03: 2 posts.")
        .contains("hatched: X 14:10–14:15: the stream was away")
        .contains("<title>14:03: 2</title>", "<th scope=\"row\">14:12</th><td>0</td><td>X</td>");
  }

  @Test
  void withoutClaimsNobodyKnowsWhetherPostsAreMissing() throws Exception {
    assertThat(page(PAGE)).contains("Whether posts are missing is not known", "No posts yet");
  }

  @Test
  void photosAndQuestionsStandBesideThePosts() throws Exception {
    Media photo = new Media(
        Media.Kind.PHOTO, "https://p.example/1.jpg", null, 40, 30, "A slide \"full\" of grids");
    archive.say(post(1, "look", more -> more.media(List.of(photo))), "grids");
    archive.say(post(2, "Does it work?"), "grids");
    archive.say(
        post(3, "Does it bite?", more -> more.media(List.of(photo)).warning("Spiders")), "grids");
    String page = page(PAGE);
    String photos = page.substring(page.indexOf("id=\"photos\""), page.indexOf("id=\"people\""));
    assertThat(photos.split("<img", -1)).hasSize(2);
    assertThat(photos).contains("A slide &quot;full&quot; of grids", "href=\"#u1\"");
    String asked = page.substring(page.indexOf("id=\"questions\""), page.indexOf("id=\"links\""));
    assertThat(asked).contains("Does it work?", "Ada &lt;Lovelace&gt;");
    assertThat(asked).doesNotContain("bite");
  }

  @Test
  void programsFindALiveBlogThatNoTextEscapesFrom() throws Exception {
    archive.say(post(1, "</script><script>alert(1)</script>"), "grids");
    String page = page(PAGE);
    String begin = "<script type=\"application/ld+json\">";
    String data = page.substring(page.indexOf(begin) + begin.length());
    JsonObject blog = new JsonObject(data.substring(0, data.indexOf("</script>")));
    assertThat(blog.getString("@type")).isEqualTo("LiveBlogPosting");
    assertThat(blog.getJsonArray("liveBlogUpdate").getJsonObject(0).getString("articleBody"))
        .isEqualTo("</script><script>alert(1)</script>");
    assertThat(page).doesNotContain("<script>alert");
  }

  @Test
  void whoHasThePageAlreadyIsToldSo() throws Exception {
    archive.say(post(1, "one"), "grids");
    String etag = Http.get(port, PAGE).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = conditional(etag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    archive.say(post(2, "two"), "grids");
    org.awaitility.Awaitility.await().until(() -> conditional(etag).statusCode() == 200);
  }

  private HttpResponse<String> conditional(String etag) throws Exception {
    URI page = URI.create("http://127.0.0.1:" + port + PAGE);
    HttpRequest request =
        HttpRequest.newBuilder(page).header("If-None-Match", etag).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  @Test
  void aTalkThatIsOnShowsTheNewestAndFollowsTheLog() throws Exception {
    Talk now = Talk.of("now", "Now", "", Instant.now().minusSeconds(600), Duration.ofHours(1));
    archive.talk(now);
    for (int i = 1; i <= 101; i++) archive.say(post(i % 40, "post " + i), "now");
    String page = page("/events/aea/talks/now");
    assertThat(page).contains("id=\"u101\"", "/js/talk.js", "data-talk=\"now\"", "?before=2\"");
    assertThat(page).doesNotContain("id=\"u1\"");
    assertThat(page).contains("data-epoch=\"life1\"");
    assertThat(page("/events/aea/talks/now?before=2")).contains("/js/older.js", "id=\"u1\"");
  }

  @Test
  void theProgrammeListsDaysAndHowMuchWasSaid() throws Exception {
    archive.talk(Talk.of("late", "Late", "Attic", TWO.plusSeconds(86_400), Duration.ofHours(1)));
    archive.say(post(1, "one"), "grids");
    assertThat(page("/events/aea/talks"))
        .contains("Sunday 24 May 2026", "Monday 25 May 2026", "1 post by 1 person", "no posts")
        .contains("href=\"/events/aea/talks/late\"");
  }

  @Test
  void theEventMayBeKnownToTheArchiveOnly() throws Exception {
    archive.run("insert into events (event) values ('old')");
    archive.run(
        "update events set info = ?::json where event = 'old'",
        "{\"event\":\"old\",\"name\":\"Old Event\",\"timeZone\":\"UTC\","
            + "\"from\":\"2010-05-24T08:00:00\",\"to\":\"2010-05-25T18:00:00\"}");
    assertThat(page("/events/old/talks")).contains("Old Event", "There is no programme yet");
  }

  @Test
  void talksAreComparedInTheOrderThatIsAskedFor() throws Exception {
    archive.talk(Talk.of("late", "Late", "Attic", TWO.plusSeconds(86_400), Duration.ofHours(1)));
    archive.say(post(1, "one?"), "grids", "late");
    archive.say(post(2, "two"), "late");
    archive.coverage("x", Coverage.NONE.streamed(TWO.minusSeconds(60), TWO.plusSeconds(1_200)));
    String inTime = page("/events/aea/compare");
    assertThat(inTime.indexOf(">Grids")).isLessThan(inTime.indexOf(">Late"));
    assertThat(inTime).contains("aria-sort=\"ascending\"", "may lack posts", "nobody was reading");
    String byPosts = page("/events/aea/compare?sort=posts");
    assertThat(byPosts.indexOf(">Late")).isLessThan(byPosts.indexOf(">Grids"));
    assertThat(Http.get(port, "/events/aea/compare?sort=nonsense").statusCode()).isEqualTo(400);
  }
}
