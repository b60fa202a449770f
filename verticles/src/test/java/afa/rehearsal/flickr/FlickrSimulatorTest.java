package afa.rehearsal.flickr;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.Ledger;
import afa.rehearsal.SimulatorServer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rehearsed Flickr as any HTTP client sees it. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FlickrSimulatorTest {
  private static final String SEARCH =
      "/services/rest/?method=flickr.photos.search&api_key=rehearsal&format=json&nojsoncallback=1"
          + "&tags=inkwherry&sort=date-posted-asc&extras=date_upload,last_update,tags,url_m,url_h";
  private static final FlickrOptions OPTIONS =
      new FlickrOptions("rehearsal", Duration.ZERO, Duration.ZERO, 1_000, false);

  private final HttpClient http = HttpClient.newHttpClient();
  private Vertx vertx;
  private SimulatorServer<FlickrSimulator> flickr;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    this.vertx = vertx;
    start(OPTIONS);
  }

  private void start(FlickrOptions options) throws Exception {
    flickr = SimulatorServer.start(vertx, 1, setting -> new FlickrSimulator(setting, options))
        .await(30, SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    flickr.close().await(30, SECONDS);
  }

  @Test
  void aPhotoIsFoundByItsTagWithWhatWasAskedFor() throws Exception {
    String id = send("hello");
    JsonObject photo = search("").getJsonObject(0);
    assertThat(photo.getString("id")).isEqualTo(id);
    assertThat(photo.getString("tags")).startsWith("inkwherry ");
    assertThat(photo.fieldNames()).contains("dateupload", "lastupdate", "url_m");
    assertThat(photo.fieldNames()).doesNotContain("description", "ownername");
    HttpResponse<String> picture =
        get(photo.getString("url_m").substring(flickr.url().length()));
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.body()).startsWith("<svg");
  }

  @Test
  void whatIsNotTaggedSoIsNotFound() throws Exception {
    send("hello");
    assertThat(ids("&text=elsewhere")).isEmpty();
    assertThat(ids("&min_upload_date=" + (Instant.now().getEpochSecond() + 100)))
        .isEmpty();
    assertThat(ids("&max_upload_date=1000")).isEmpty();
  }

  @Test
  void aNewPhotoIsFoundALittleLater() throws Exception {
    flickr.close().await(30, SECONDS);
    start(OPTIONS.delayedBy(Duration.ofMillis(400), Duration.ZERO));
    for (int i = 0; i < 5; i++) send("late " + i);
    assertThat(ids("")).hasSizeLessThan(5);
    await().until(() -> ids("").size() == 5);
  }

  @Test
  void pagesHaveEverythingOnceAndTheLastComesAgain() throws Exception {
    for (int i = 0; i < 25; i++) send("photo " + i);
    Set<String> all = new HashSet<>();
    for (int page = 1; page <= 3; page++) all.addAll(ids("&per_page=10&page=" + page));
    assertThat(all).hasSize(25);
    assertThat(ids("&per_page=10&page=9")).isEqualTo(ids("&per_page=10&page=3"));
  }

  @Test
  void numbersAreNumbersInSomeAnswersAndTextInOthers() throws Exception {
    send("hello");
    Set<Object> totals = new HashSet<>();
    await().until(() -> {
      totals.add(json(SEARCH).getJsonObject("photos").getValue("total"));
      return totals.size() == 2;
    });
    assertThat(totals).containsExactlyInAnyOrder(1, "1");
  }

  @Test
  void noMoreThanFourThousandAreReachable() throws Exception {
    flickr
        .on(simulator -> {
          Instant begin = Instant.now().minusSeconds(5_000);
          for (int i = 0; i < 4_100; i++) {
            simulator.remember(Draft.post("stranger", "old"), begin.plusSeconds(i));
          }
          return null;
        })
        .await(30, SECONDS);
    Set<String> seen = new HashSet<>();
    for (int page = 1; page <= 8; page++) seen.addAll(ids("&per_page=500&page=" + page));
    String body = get(SEARCH + "&per_page=500&page=9").body();
    boolean refused = body.contains("\"20\"") || body.contains("20,") || body.contains(":20");
    if (!refused) assertThat(seen).containsAll(ids(new JsonObject(body)));
    assertThat(seen).hasSize(4_000);
  }

  @Test
  void whatIsDeletedOrHiddenIsNotFoundAnyMore() throws Exception {
    String deleted = send("to be deleted");
    String hidden = send("to be hidden");
    flickr
        .on(simulator -> {
          simulator.delete(deleted);
          simulator.hide(hidden);
          return null;
        })
        .await(30, SECONDS);
    assertThat(ids("")).isEmpty();
    assertThat(info(deleted)).contains("not found");
    assertThat(info(hidden)).contains("not found");
    assertThat(flickr.simulator().ledger().entries()).allMatch(Ledger.Entry::deleted);
  }

  @Test
  void anEditKeepsTheIdAndMovesTheLastChange() throws Exception {
    String id = send("frist");
    flickr.on(simulator -> simulator.edit(id, "first")).await(30, SECONDS);
    JsonObject photo = search("").getJsonObject(0);
    assertThat(photo.getString("title")).isEqualTo("first");
    assertThat(photo.getString("id")).isEqualTo(id);
    assertThat(flickr.simulator().ledger().entry(id).edited()).isTrue();
  }

  @Test
  void failuresComeWithStatus200() throws Exception {
    assertThat(get(SEARCH.replace("api_key=rehearsal", "api_key=wrong")).statusCode())
        .isEqualTo(200);
    assertThat(get(SEARCH.replace("api_key=rehearsal", "api_key=wrong")).body())
        .contains("fail")
        .contains("100");
    inject(Fault.UNAVAILABLE, Duration.ZERO);
    assertThat(get(SEARCH).body()).contains("fail").contains("105");
    assertThat(get(SEARCH).body()).contains("\"stat\":\"ok\"");
  }

  @Test
  void theQuotaIsAnsweredWith429() throws Exception {
    flickr.close().await(30, SECONDS);
    start(OPTIONS.limitedTo(3));
    for (int i = 0; i < 3; i++) assertThat(get(SEARCH).statusCode()).isEqualTo(200);
    assertThat(get(SEARCH).statusCode()).isEqualTo(429);
  }

  @Test
  void aTimeOfTroubleIsInTheLedger() throws Exception {
    inject(Fault.OUTAGE, Duration.ofMillis(200));
    assertThat(get(SEARCH).statusCode()).isEqualTo(503);
    List<Ledger.Outage> outages =
        await().until(() -> flickr.simulator().ledger().outages(), list -> !list.isEmpty());
    assertThat(outages.get(0).reason()).isEqualTo("outage");
    assertThat(Duration.between(outages.get(0).from(), outages.get(0).to()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(150));
    assertThat(get(SEARCH).statusCode()).isEqualTo(200);
  }

  @Test
  void theFeedHasTheNewestTwentyForEverybody() throws Exception {
    for (int i = 0; i < 30; i++) send("It's " + i);
    String feed = "/services/feeds/photos_public.gne?tags=inkwherry&format=json&nojsoncallback=1";
    String body = get(feed).body().replace("\\'", "'");
    JsonArray items = new JsonObject(body).getJsonArray("items");
    assertThat(items).hasSize(20);
    assertThat(items.getJsonObject(0).getString("title")).isEqualTo("It's 29");
    await().until(() -> get(feed).body().contains("\\'"));
    assertThat(get(feed.replace("&nojsoncallback=1", "")).body()).startsWith("jsonFlickrFeed(");
  }

  private String send(String text) throws Exception {
    return flickr.on(simulator -> simulator.send(Draft.post("stranger", text))).await(30, SECONDS);
  }

  private void inject(Fault fault, Duration length) throws Exception {
    flickr.on(simulator -> simulator.inject(fault, length)).await(30, SECONDS);
  }

  private JsonArray search(String more) throws Exception {
    return json(SEARCH + more).getJsonObject("photos").getJsonArray("photo");
  }

  private List<String> ids(String more) throws Exception {
    return ids(json(SEARCH + more));
  }

  private static List<String> ids(JsonObject answer) {
    return answer.getJsonObject("photos").getJsonArray("photo").stream()
        .map(photo -> ((JsonObject) photo).getString("id"))
        .toList();
  }

  private String info(String id) throws Exception {
    return get("/services/rest/?method=flickr.photos.getInfo&api_key=rehearsal&format=json"
            + "&nojsoncallback=1&photo_id=" + id)
        .body();
  }

  private JsonObject json(String path) throws Exception {
    return new JsonObject(get(path).body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(flickr.url() + path))
        .timeout(Duration.ofSeconds(60))
        .build();
    return http.send(request, BodyHandlers.ofString());
  }
}
