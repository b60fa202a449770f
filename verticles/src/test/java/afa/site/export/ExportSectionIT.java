package afa.site.export;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.bus.RecordCodec;
import afa.database.DatabaseUrl;
import afa.database.PgText;
import afa.export.Conference;
import afa.feed.FeedJson;
import afa.message.BusMessage;
import afa.site.SiteConfig;
import afa.site.SiteVerticle;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What programs get over a socket from a real PostgreSQL. */
@SuppressWarnings("NullAway.Init") // set before all tests
final class ExportSectionIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int MANY = 1_250;

  private static final AtomicReference<@Nullable Handler<HttpServerRequest>> DOOR =
      new AtomicReference<>();
  private static Vertx vertx;
  private static Conference conference;
  private static int port;

  @BeforeAll
  static void open() throws Exception {
    vertx = Vertx.vertx();
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    conference = Conference.open(vertx, "http://127.0.0.1:1");
    fill();
    SiteConfig config =
        new SiteConfig(List.of(), Optional.of(DatabaseUrl.parse(conference.database())));
    vertx.deployVerticle(new SiteVerticle(DOOR::set, config)).await(30, SECONDS);
    port = vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setStrictThreadMode(true))
        .requestHandler(request -> Objects.requireNonNull(DOOR.get()).handle(request))
        .listen(0)
        .await(30, SECONDS)
        .actualPort();
  }

  @AfterAll
  static void close() throws Exception {
    conference.close();
    vertx.close().await(30, SECONDS);
  }

  /** An old life, then one with odd content, edits, deletions and enough for several pages. */
  private static void fill() throws Exception {
    conference.say("old", "of an older life", Duration.ZERO);
    conference.keep();
    conference.beginAnew("e2");
    conference.say("odd", Conference.ODD, Duration.ofMinutes(1));
    conference.say(Conference.picture(
        "picture", "=HYPERLINK(1)", Duration.ofMinutes(2), "https://photos.example/1.jpg"));
    long wrong = conference.say("edited", "before", Duration.ofMinutes(3));
    long gone = conference.say("gone", "unspeakable", Duration.ofMinutes(4));
    conference.revise(
        wrong,
        Conference.received(
            Conference.post("edited", "@after", Duration.ofMinutes(3)).edited(true),
            Duration.ofMinutes(5)));
    conference.retract(gone);
    for (int i = 0; i < MANY; i++) conference.say("m" + i, "number " + i, Duration.ofHours(3));
    conference.keep();
    for (String id : List.of("odd", "picture", "edited", "gone")) conference.place(id, "grids");
    conference.place("odd", "type");
  }

  @Test
  void jsonLinesHaveEveryPostOnceInOrderWithItsNewestTextAndItsTalks() throws Exception {
    HttpResponse<String> response = get("/events/aea/export.jsonl");
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/jsonl; charset=utf-8");
    assertThat(response.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"aea.jsonl\"");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    List<JsonNode> updates = lines(response.body());
    assertThat(updates).hasSize(3 + MANY);
    assertThat(updates)
        .extracting(update -> update.get("n").asLong())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(updates.get(0).get("text").asText()).isEqualTo(Conference.ODD);
    assertThat(updates.get(0).get("talks").toString()).isEqualTo("[\"grids\",\"type\"]");
    assertThat(updates.get(2).get("text").asText()).isEqualTo("@after");
    assertThat(updates.get(3).has("talks")).isFalse();
    assertThat(response.body()).doesNotContain("unspeakable", "older life");
  }

  @Test
  void aTalkHasItsOwnPostsOnly() throws Exception {
    List<JsonNode> updates = lines(get("/events/aea/talks/grids/export.jsonl").body());
    assertThat(updates)
        .extracting(update -> update.get("id").asText())
        .containsExactly("odd", "picture", "edited");
    assertThat(rows("/events/aea/talks/type/export.csv")).hasSize(1);
  }

  @Test
  void aSpreadsheetReadsBackWhatWasSaidAndCalculatesNothing() throws Exception {
    List<CSVRecord> rows = rows("/events/aea/export.csv");
    assertThat(rows).hasSize(3 + MANY);
    assertThat(rows.get(0).get("text")).isEqualTo(PgText.column(Conference.ODD));
    assertThat(rows.get(0).get("talks")).isEqualTo("grids type");
    assertThat(rows.get(1).get("text")).isEqualTo("#tag =HYPERLINK(1)");
    assertThat(rows.get(1).get("media")).isEqualTo("https://photos.example/1.jpg?large");
    assertThat(rows.get(2).get("text")).isEqualTo("'@after");
    assertThat(rows.get(2).get("edited")).isEqualTo("yes");
    assertThat(rows.get(0).get("postedAt")).isEqualTo("2026-05-24T16:01:00Z");
  }

  @Test
  void anAtomFeedIsOneByItsRulesAndLeadsToOlderPosts() throws Exception {
    List<String> ids = new ArrayList<>();
    String path = "/events/aea/feed.atom";
    int pages = 0;
    while (path != null) {
      Element feed = atom(path);
      assertThat(text(feed, "id")).startsWith("urn:uuid:");
      assertThat(text(feed, "title")).isEqualTo("An Event <Apart>");
      Instant.parse(text(feed, "updated"));
      assertThat(link(feed, "self")).isEqualTo("http://127.0.0.1:" + port + path);
      for (Element entry : children(feed, "entry")) {
        ids.add(text(entry, "id"));
        Instant.parse(text(entry, "updated"));
        assertThat(text(entry, "title")).isNotBlank();
        assertThat(text(children(entry, "author").get(0), "name")).isNotBlank();
        assertThat(children(entry, "content")).hasSize(1);
      }
      String next = link(feed, "next");
      path = next == null ? null : next.substring(next.indexOf("/events"));
      pages++;
    }
    assertThat(pages).isEqualTo(13);
    assertThat(ids).hasSize(3 + MANY).doesNotHaveDuplicates();
  }

  @Test
  void strangersWordsStayWordsInAFeed() throws Exception {
    Element feed = atom("/events/aea/talks/grids/feed.atom");
    assertThat(text(feed, "title")).isEqualTo("Grids & \"promises\" – An Event <Apart>");
    Element odd = children(feed, "entry").get(2);
    assertThat(text(odd, "content"))
        .contains("&lt;script&gt;", "&amp;", "]]&gt;", "<br>", "🎉")
        .doesNotContain("<script", "\0", "\u0001");
    assertThat(text(children(feed, "entry").get(1), "content"))
        .contains("<img src=\"https://photos.example/1.jpg\" alt=\"Alt &lt;=HYPERLINK(1)\">");
  }

  @Test
  void aJsonFeedHasItsFields() throws Exception {
    JsonNode feed = json("/events/aea/talks/grids/feed.json");
    assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.get("home_page_url").asText()).endsWith("/events/aea/talks/grids");
    assertThat(feed.get("feed_url").asText()).endsWith("/events/aea/talks/grids/feed.json");
    assertThat(feed.has("next_url")).isFalse();
    JsonNode odd = feed.get("items").get(2);
    assertThat(odd.get("id").asText()).startsWith("urn:uuid:");
    assertThat(odd.get("content_text").asText()).isEqualTo(Conference.ODD);
    assertThat(odd.get("url").asText()).isEqualTo("https://x.example/odd");
    assertThat(odd.get("date_published").asText()).isEqualTo("2026-05-24T16:01:00Z");
    assertThat(odd.get("authors").get(0).get("name").asText()).isEqualTo("Ada odd");
    assertThat(feed.get("items").get(1).get("tags").toString()).isEqualTo("[\"tag\"]");
    assertThat(json("/events/aea/feed.json").get("next_url").asText()).contains("?before=");
  }

  @Test
  void whoHasAFeedIsToldSo() throws Exception {
    for (String path : List.of(
        "/events/aea/feed.atom",
        "/events/aea/feed.json",
        "/events/aea/talks/grids/subtitles.vtt")) {
      HttpResponse<String> first = get(path);
      String etag = first.headers().firstValue("ETag").orElseThrow();
      assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
      HttpResponse<String> again = get(path, "If-None-Match", "\"other\", " + etag);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }
    assertThat(get("/events/aea/feed.atom").headers().firstValue("Last-Modified"))
        .contains("Sun, 24 May 2026 19:00:00 GMT");
  }

  @Test
  void subtitlesFollowTheRecording() throws Exception {
    assertThat(get("/events/aea/talks/grids/subtitles.vtt").body())
        .startsWith("WEBVTT\n\n00:01:00.000 --> ")
        .contains("00:02:00.000 --> ", "Ada edited: @after", "&lt;script&gt;")
        .doesNotContain("<script", "unspeakable");
    assertThat(get("/events/aea/talks/grids/subtitles.srt?start=2026-05-24T09:01:30-07:00")
            .body())
        .startsWith("1\n00:00:30,000 --> ");
    assertThat(get("/events/aea/talks/grids/subtitles.vtt?start=soon").statusCode())
        .isEqualTo(400);
  }

  @Test
  void whatIsNotThereIsNotFoundAndWhatIsNoQuestionIsRefused() throws Exception {
    for (String path : List.of(
        "/events/nope/export.csv",
        "/events/aea/talks/nope/export.jsonl",
        "/events/nope/feed.atom",
        "/events/aea/talks/nope/subtitles.srt")) {
      HttpResponse<String> response = get(path);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.headers().firstValue("Content-Type"))
          .contains("application/problem+json");
    }
    assertThat(get("/events/aea/feed.json?before=x").statusCode()).isEqualTo(400);
  }

  @Test
  void ofWhatWasTakenDownNoRouteHasAByte() throws Exception {
    long n = conference.say(Conference.picture(
        "takedown", "Regrettable", Duration.ofMinutes(6), "https://photos.example/regret.jpg"));
    conference.keep();
    conference.place("takedown", "grids");
    List<String> traces = List.of("Regrettable", "Ada takedown", "/takedown", "regret.jpg");
    assertThat(traces).allSatisfy(trace -> assertThat(everything()).contains(trace));
    conference.retract(n);
    conference.keep();
    assertThat(traces).allSatisfy(trace -> assertThat(everything()).doesNotContain(trace));
  }

  /** What all routes say, page after page. */
  private static String everything() throws Exception {
    StringBuilder all = new StringBuilder();
    for (String place : List.of("/events/aea", "/events/aea/talks/grids")) {
      for (String file : List.of("/export.jsonl", "/export.csv", "/feed.atom", "/feed.json")) {
        all.append(get(place + file).body());
      }
    }
    for (String file : List.of("/subtitles.vtt", "/subtitles.srt")) {
      all.append(get("/events/aea/talks/grids" + file).body());
    }
    return all.toString();
  }

  @Test
  void headHasTheHeadersOnly() throws Exception {
    HttpRequest request = request("/events/aea/export.csv")
        .method("HEAD", HttpRequest.BodyPublishers.noBody())
        .build();
    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) request.headers(headers);
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }

  private static List<JsonNode> lines(String body) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : body.strip().split("\n", -1)) lines.add(FeedJson.MAPPER.readTree(line));
    return lines;
  }

  private static List<CSVRecord> rows(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return format.parse(new StringReader(response.body())).getRecords();
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/feed+json");
    return FeedJson.MAPPER.readTree(response.body());
  }

  private static Element atom(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/atom+xml");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document =
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(response.body())));
    Element feed = document.getDocumentElement();
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getLocalName()).isEqualTo("feed");
    return feed;
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList all = parent.getChildNodes();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element element && name.equals(element.getLocalName())) {
        assertThat(element.getNamespaceURI()).isEqualTo(ATOM);
        found.add(element);
      }
    }
    return found;
  }

  private static String text(Element parent, String name) {
    assertThat(children(parent, name)).hasSize(1);
    return children(parent, name).get(0).getTextContent();
  }

  private static @Nullable String link(Element feed, String relation) {
    return children(feed, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(relation))
        .map(link -> link.getAttribute("href"))
        .findFirst()
        .orElse(null);
  }
}
