package afa.rehearsal.syndication;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.Ledger;
import afa.rehearsal.Photo;
import afa.rehearsal.SimulatorServer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

@ExtendWith(VertxExtension.class)
class SyndicationSimulatorTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private SimulatorServer<SyndicationSimulator> server;
  private String slug; // of the blog that inkwherry writes

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    server = SimulatorServer.start(vertx, 1, SyndicationSimulator::new).await(30, SECONDS);
    slug = send("First of all. Then <more> & more").split(":", -1)[2];
  }

  @Test
  void anArticleReadsLikeOneInEveryFormat() throws Exception {
    for (String file : List.of("feed.xml", "atom.xml")) {
      Document feed = xml(get("/blogs/" + slug + "/" + file).body());
      assertThat(feed.getElementsByTagName("title").item(1).getTextContent())
          .isEqualTo("First of all.");
      assertThat(feed.getDocumentElement().getTextContent())
          .contains("Then <more> & more #inkwherry", "urn:inkwherry:" + slug)
          .containsPattern("(?s)#inkwherry.*\\w{3}"); // the second paragraph
    }
    JsonObject json = new JsonObject(get("/blogs/" + slug + "/feed.json").body());
    JsonObject item = json.getJsonArray("items").getJsonObject(0);
    assertThat(item.getString("content_html"))
        .contains("<p>First of all. Then &lt;more&gt; &amp; more #inkwherry</p>\n<p>");
    assertThat(get(item.getString("url").replace(server.url(), "")).body())
        .contains("<h1>First of all.</h1>");
  }

  @Test
  void pictureAndTitleOfTheScriptAreThere() throws Exception {
    Draft draft = Draft.post("inkwherry", "Words")
        .withTitle("A title & more")
        .withPhotos(List.of(new Photo(Photo.Scene.COFFEE, "A \"cup\"", 7)));
    server.on(it -> it.send(draft)).await(30, SECONDS);
    String picture = server.url() + "/media/7/coffee.svg";
    assertThat(get("/blogs/" + slug + "/feed.xml").body())
        .contains(picture, "A title &amp; more", "A &quot;cup&quot;");
    assertThat(get("/blogs/" + slug + "/atom.xml").body()).contains(picture);
    assertThat(get("/blogs/" + slug + "/feed.json").body()).contains(picture);
  }

  @Test
  void onlyTheNewestTwentyAreShown() throws Exception {
    for (int i = 0; i < 25; i++) send("Number " + i + ".");
    String feed = get("/blogs/" + slug + "/feed.xml").body();
    assertThat(feed.split("<item>", -1)).hasSize(21);
    assertThat(feed).contains("Number 24.").doesNotContain("Number 4.");
    server
        .on(it -> it.remember(Draft.post("inkwherry", "Long ago"), Instant.EPOCH))
        .await(30, SECONDS);
    assertThat(get("/blogs/" + slug + "/feed.xml").body()).doesNotContain("Long ago");
  }

  @Test
  void whoHasItAlreadyIsToldSo() throws Exception {
    HttpResponse<String> first = get("/blogs/" + slug + "/feed.xml");
    String tag = first.headers().firstValue("etag").orElseThrow();
    String date = first.headers().firstValue("last-modified").orElseThrow();
    assertThat(get("/blogs/" + slug + "/feed.xml", "if-none-match", tag).statusCode())
        .isEqualTo(304);
    assertThat(get("/blogs/" + slug + "/feed.xml", "if-modified-since", date).statusCode())
        .isEqualTo(304);
    assertThat(get("/blogs/" + slug + "/atom.xml", "if-none-match", tag).statusCode())
        .isEqualTo(200);
    send("More.");
    assertThat(get("/blogs/" + slug + "/feed.xml", "if-none-match", tag).statusCode())
        .isEqualTo(200);
  }

  @Test
  void editsAndDeletionsShowAndAreInTheLedger() throws Exception {
    String id = send("Soon other.");
    server.on(it -> it.edit(id, "Other words")).await(30, SECONDS);
    assertThat(get("/blogs/" + slug + "/feed.xml").body()).contains("Other words #inkwherry");
    delete(id);
    assertThat(get("/blogs/" + slug + "/feed.xml").body()).doesNotContain("Other words", id);
    Ledger ledger = server.simulator().ledger();
    assertThat(ledger.entry(id).edited()).isTrue();
    assertThat(ledger.entry(id).reachable()).as("who has read it keeps it").isTrue();
    String unread = send("Never read.");
    delete(unread);
    assertThat(ledger.entry(unread).deleted()).isTrue();
    assertThatThrownBy(() -> server.on(it -> it.edit(id, "x")).await(30, SECONDS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "UNAVAILABLE,503",
    "OUTAGE,503",
    "UNAVAILABLE_HTML,502",
    "RATE_LIMITED,429",
    "REVOKED,401",
    "FORBIDDEN,403",
    "MOVED,301",
    "CHANGED,200",
    "GARBAGE,200"
  })
  void faultsWithoutALengthHappenOnce(Fault fault, int status) throws Exception {
    server.on(it -> it.inject(fault)).await(30, SECONDS);
    assertThat(get("/blogs/" + slug + "/feed.xml").statusCode()).isEqualTo(status);
    assertThat(get("/blogs/" + slug + "/feed.xml").statusCode()).isEqualTo(200);
    assertThat(server.simulator().ledger().outages()).isEmpty();
  }

  @Test
  void anOutageSaysWhenItEndsAndIsInTheLedger() throws Exception {
    Instant begun = Instant.now();
    server.on(it -> it.inject(Fault.OUTAGE, Duration.ofSeconds(30))).await(30, SECONDS);
    HttpResponse<String> refusal = get("/blogs/" + slug + "/feed.xml");
    assertThat(Integer.parseInt(refusal.headers().firstValue("retry-after").orElseThrow()))
        .isBetween(28, 30);
    server.on(it -> it.calm()).await(30, SECONDS);
    await().until(() -> get("/blogs/" + slug + "/feed.xml").statusCode() == 200);
    assertThat(server.simulator().ledger().outages()).singleElement().satisfies(outage -> {
      assertThat(outage.reason()).isEqualTo("outage");
      assertThat(outage.from()).isBetween(begun.minusMillis(1), Instant.now());
      assertThat(outage.to()).isBefore(Instant.now().plusMillis(1));
    });
  }

  @ParameterizedTest
  @CsvSource({"CUT", "DROP"})
  void someAnswersDoNotArrive(Fault fault) throws Exception {
    server.on(it -> it.inject(fault)).await(30, SECONDS);
    assertThatThrownBy(() -> get("/blogs/" + slug + "/atom.xml")).isInstanceOf(IOException.class);
    assertThat(get("/blogs/" + slug + "/atom.xml").statusCode()).isEqualTo(200);
  }

  @Test
  void otherFaultsAreRefused() {
    assertThatThrownBy(() ->
            server.on(it -> it.inject(Fault.NO_RULES)).compose(done -> done).await(30, SECONDS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-rules");
  }

  private String send(String text) throws Exception {
    return server.on(it -> it.send(Draft.post("inkwherry", text))).await(30, SECONDS);
  }

  private void delete(String id) throws Exception {
    server
        .on(it -> {
          it.delete(id);
          return null;
        })
        .await(30, SECONDS);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(Duration.ofSeconds(60));
    if (headers.length > 0) request.headers(headers);
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
