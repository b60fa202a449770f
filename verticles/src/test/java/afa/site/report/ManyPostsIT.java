package afa.site.report;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Author;
import afa.feed.EventInfo;
import afa.feed.Post;
import afa.library.talk.Reports;
import afa.schedule.Talk;
import afa.testkit.FilledArchive;
import afa.testkit.Http;
import afa.testkit.TalkSite;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes of a talk about which 10,000 posts were written. */
final class ManyPostsIT {
  private static final int POSTS = 10_000;
  private static final Instant TWO = Instant.parse("2026-05-24T12:00:00Z");
  private static final Pattern CARD = Pattern.compile("id=\"(u\\d+)\"");
  private static final Pattern NEXT = Pattern.compile("\\?(after=\\d+)#posts");

  /** Pages ask it when they make their cards and plots. */
  private static final class Watch extends Clock {
    final AtomicInteger asides = new AtomicInteger();

    @Override
    public Instant instant() {
      if (!Context.isOnEventLoopThread()) asides.incrementAndGet();
      return Instant.now();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static final Vertx vertx = Vertx.vertx();
  private static final Watch watch = new Watch();
  private static FilledArchive archive;
  private static String report;
  private static int port;

  @BeforeAll
  static void fill() throws Exception {
    archive = new FilledArchive(vertx, "aea");
    LocalDateTime eight = LocalDateTime.parse("2026-05-24T08:00");
    EventInfo event = new EventInfo("aea", "An Event Apart", "UTC", eight, eight.plusDays(1), null);
    port = new TalkSite(vertx, event, archive, watch).port();
    archive.talk(Talk.of("grids", "Grids", "Hall", TWO, Duration.ofMinutes(45)), "Mara Lindqvist");
    archive.sayAll(IntStream.rangeClosed(1, POSTS).mapToObj(ManyPostsIT::post).toList(), "grids");
    report = "/reports/"
        + new Reports(archive.library())
            .make("aea", "grids", "admin")
            .await(30, SECONDS)
            .token();
  }

  @AfterAll
  static void stop() throws Exception {
    archive.close();
    vertx.close().await(30, SECONDS);
  }

  private static Post post(int i) {
    return Post.builder("x", "p" + i)
        .author(new Author("Ada " + i % 99, "ada" + i % 99, null, null))
        .text("Does number " + i + " work?")
        .lang("en")
        .postedAt(TWO.plusMillis(i))
        .receivedAt(TWO.plusMillis(i));
  }

  @Test
  void theReportHasThemPageByPageEachOnce() throws Exception {
    Set<String> seen = new HashSet<>();
    String more = "";
    for (int pages = 0; pages <= POSTS / 500; pages++) {
      String page = Http.get(port, report + more).body();
      List<String> cards = new ArrayList<>();
      Matcher card = CARD.matcher(page);
      while (card.find()) cards.add(card.group(1));
      assertThat(cards).hasSizeLessThanOrEqualTo(500);
      assertThat(seen).doesNotContainAnyElementsOf(cards);
      seen.addAll(cards);
      Matcher next = NEXT.matcher(page);
      if (!next.find()) break;
      more = "?" + next.group(1);
    }
    assertThat(seen).hasSize(POSTS);
  }

  @Test
  void theFilesHaveThemAll() throws Exception {
    assertThat(Http.get(port, report + "/posts.csv").body().split("\r\n", -1)).hasSize(POSTS + 2);
    HttpResponse<String> json = Http.get(port, report + "/posts.json");
    assertThat(json.headers().firstValue("Content-Length")).isEmpty();
    assertThat(new JsonArray(json.body())).hasSize(POSTS);
  }

  @Test
  void pagesAreMadeWhereNobodyElseWaits() throws Exception {
    for (String path : List.of(report, report + "?gentle=off&after=500", "/events/aea/compare")) {
      int before = watch.asides.get();
      assertThat(Http.get(port, path).statusCode()).isEqualTo(200);
      assertThat(watch.asides.get()).as(path).isGreaterThan(before);
    }
  }

  @Test
  void whoAsksForTheSameAtOnceSharesAPage() throws Exception {
    int before = watch.asides.get();
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      answers.add(CompletableFuture.supplyAsync(() -> status(report + "?after=2000")));
    }
    for (CompletableFuture<Integer> answer : answers) assertThat(answer.join()).isEqualTo(200);
    assertThat(watch.asides.get() - before).isLessThan(40);
  }

  private static int status(String path) {
    try {
      return Http.get(port, path).statusCode();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void theComparisonCountsThemAll() throws Exception {
    assertThat(Http.get(port, "/events/aea/compare").body()).contains(">" + POSTS + "<");
  }
}
