package afa.site.report;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Author;
import afa.feed.EventInfo;
import afa.feed.Link;
import afa.feed.Media;
import afa.feed.Post;
import afa.feed.PostBuilder;
import afa.library.talk.Reports;
import afa.schedule.Talk;
import afa.testkit.FilledArchive;
import afa.testkit.Http;
import afa.testkit.TalkSite;
import io.vertx.core.Vertx;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The private pages of speakers over HTTP, from a real PostgreSQL. */
class ReportSectionIT {
  private static final Instant TWO = Instant.parse("2026-05-24T12:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private FilledArchive archive;
  private Reports reports;
  private Reports.Made made;
  private int port;

  @BeforeEach
  void start() throws Exception {
    archive = new FilledArchive(vertx, "aea");
    LocalDateTime eight = LocalDateTime.parse("2026-05-24T08:00");
    EventInfo event = new EventInfo("aea", "An Event Apart", "UTC", eight, eight.plusDays(1), null);
    port = new TalkSite(vertx, event, archive).port();
    archive.talk(Talk.of("grids", "Grids", "Hall", TWO, Duration.ofMinutes(45)), "Mara Lindqvist");
    reports = new Reports(archive.library());
    made = reports.make("aea", "grids", "admin").await(30, SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    archive.close();
    vertx.close().await(30, SECONDS);
  }

  private long say(String text) throws Exception {
    Link link = new Link(
        text.length() + 1,
        text.length() + 5,
        "https://example.com/" + text.hashCode(),
        Link.Kind.LINK);
    Post post = Post.builder("x", "p" + text.hashCode())
        .author(new Author("Ada", "ada", null, null))
        .text(text + " here")
        .links(List.of(link))
        .lang("en")
        .postedAt(TWO)
        .receivedAt(TWO);
    return archive.say(post, "grids");
  }

  private HttpResponse<String> get(String more) throws Exception {
    return Http.get(port, "/reports/" + made.token() + more);
  }

  @Test
  void theAddressIsASecretOfWhichOnlyADigestIsKept() throws Exception {
    assertThat(made.token()).hasSize(22);
    assertThat(archive.rows("reports")).doesNotContain(made.token());
    HttpResponse<String> page = get("");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow, noarchive");
    assertThat(page.body()).contains("<meta name=\"robots\" content=\"noindex, nofollow\">");
  }

  @Test
  void aRevokedOneAndOneThatWasMadeUpAreNotFound() throws Exception {
    assertThat(Http.get(port, "/reports/AAAAAAAAAAAAAAAAAAAAAA").statusCode()).isEqualTo(404);
    assertThat(Http.get(port, "/reports/x").statusCode()).isEqualTo(404);
    assertThat(reports.revoke(made.report()).await(30, SECONDS)).isTrue();
    assertThat(get("").statusCode()).isEqualTo(404);
    assertThat(get("/posts.csv").statusCode()).isEqualTo(404);
    assertThat(reports.revoke(made.report()).await(30, SECONDS)).isFalse();
    assertThat(reports.of("aea").await(30, SECONDS).get(0).revoked()).isTrue();
  }

  @Test
  void abuseIsFoldedAndCountedAndShownToWhoAsks() throws Exception {
    say("Loved the part about subgrid");
    say("You are an idiot, do you know?");
    String gentle = get("").body();
    assertThat(gentle).contains("<b>1</b> post is folded away", "Nobody asked anything");
    assertThat(gentle.split("<details class=\"report-folded\">", -1)).hasSize(2);
    assertThat(gentle).contains("You are an idiot");
    String all = get("?gentle=off").body();
    assertThat(all).doesNotContain("report-folded\">").contains("All posts are shown as they are");
  }

  @Test
  void whatIsFoldedStandsNowhereBesideThePostsEither() throws Exception {
    Author villain = new Author("Vile Person", "vile", null, null);
    Media photo = new Media(Media.Kind.PHOTO, "https://p.example/vile.jpg", null, null, null, null);
    String insult = "You are an idiot, do you know? ";
    List<Link> links = List.of(
        new Link(insult.length(), insult.length() + 4, "https://vile.example/", Link.Kind.LINK),
        new Link(
            insult.length() + 5, insult.length() + 9, "https://both.example/", Link.Kind.LINK));
    archive.say(
        post("vile", insult + "here both", more -> more.author(villain)
            .links(links)
            .media(List.of(photo))),
        "grids");
    archive.say(
        post(
            "kind",
            "Lovely: both",
            more -> more.links(List.of(new Link(8, 12, "https://both.example/", Link.Kind.LINK)))),
        "grids");
    archive.run("insert into said_links (event, source, id, address, url)"
        + " select u.event, u.source, u.id, a, a from updates u, unnest(case u.id"
        + " when 'vile' then array['https://vile.example/', 'https://both.example/']"
        + " else array['https://both.example/'] end) a");
    String gentle = strips(get("").body());
    assertThat(gentle).doesNotContain("vile", "Vile").contains("both.example", "Ada");
    assertThat(strips(get("?gentle=off").body()))
        .contains("p.example/vile.jpg", "vile.example", "Vile Person", "do you know?");
  }

  private static Post post(String id, String text, UnaryOperator<PostBuilder> more) {
    PostBuilder post = Post.builder("x", id)
        .author(new Author("Ada", "ada", null, null))
        .text(text)
        .lang("en");
    return more.apply(post).postedAt(TWO).receivedAt(TWO);
  }

  private static String strips(String page) {
    return page.substring(page.indexOf("<aside class=\"talk-strips\""));
  }

  @Test
  void allOfItCanBeTakenAlongAndNoCellIsAFormula() throws Exception {
    say("=HYPERLINK(\"https://evil.example\")");
    say("two, with \"quotes\"");
    assertThat(get("/posts.csv").body())
        .startsWith("n,postedAt,network,name,handle,text,url,photos\r\n")
        .contains(",\"'=HYPERLINK(\"\"https://evil.example\"\") here\",")
        .contains(",\"two, with \"\"quotes\"\" here\",");
    assertThat(get("/posts.json").body()).startsWith("[{\"source\":\"x\"").endsWith("}]\n");
    assertThat(get("/posts.csv").headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"posts.csv\"");
  }

  @Test
  void whatWasTakenAwayIsNowhereAnyMore() throws Exception {
    say("what stays");
    long n = say("zanzibar? really");
    String talk = "/events/aea/talks/grids";
    for (String page : List.of(talk, "/reports/" + made.token())) {
      assertThat(Http.get(port, page).body()).contains("zanzibar");
    }
    archive.retract(n);
    Awaitility.await().until(() -> !Http.get(port, talk).body().contains("zanzibar"));
    for (String more : List.of("", "?gentle=off", "/posts.csv", "/posts.json")) {
      Awaitility.await().until(() -> !get(more).body().contains("zanzibar"));
      assertThat(get(more).body()).contains("what stays");
    }
    for (String table : List.of("updates", "links", "said_links", "placements", "held")) {
      assertThat(archive.rows(table)).doesNotContain("zanzibar");
    }
  }
}
