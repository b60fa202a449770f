package afa.console;

import static afa.console.ConsoleStage.PASSWORD;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.BusFailure;
import afa.message.Addresses;
import afa.message.Happened;
import afa.message.TimelineRead;
import afa.message.VerticleCommanded;
import afa.message.VerticleState;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the console tells and does, by real HTTP, with nodes that are played. */
@ExtendWith(VertxExtension.class)
class ConsoleVerticleTest {
  private static final String API = "/console/api";
  private static final String[] ADMIN = Visitor.basic("admin", PASSWORD);

  private ConsoleStage stage;
  private Visitor program;
  private int port;

  @BeforeEach
  void open(Vertx vertx) throws Exception {
    stage = new ConsoleStage(vertx);
    port = stage.console("a");
    program = new Visitor(port);
  }

  @Test
  void itTellsWhatTheNodesTell() throws Exception {
    nodes("a");
    JsonObject told = program.json(API + "/nodes", ADMIN);
    assertThat(told.getJsonObject("summary").getMap())
        .isEqualTo(java.util.Map.of("level", "ok", "sentence", "All is well: 1 node, 0 readers."));
    JsonObject node = told.getJsonArray("nodes").getJsonObject(0);
    assertThat(node.getBoolean("heard")).isTrue();
    assertThat(node.containsKey("delayMillis")).isFalse();
    assertThat(node.getJsonArray("verticles").getJsonObject(0).encode())
        .isEqualTo("{\"verticle\":\"delivery\",\"desired\":\"running\",\"state\":\"running\","
            + "\"since\":\"2026-05-24T12:00:00Z\",\"standby\":false,"
            + "\"worked\":\"2026-05-24T12:00:00Z\",\"work\":7,\"lagMeaning\":\"updates\","
            + "\"restarts\":{\"people\":1,\"failures\":2}}");
  }

  @Test
  void aNodeThatFallsSilentIsUnknownAndTakesNoCommand() throws Exception {
    nodes("a");
    stage.silence("a");
    await().until(() -> !node("a").getBoolean("heard"));
    assertThat(node("a").getJsonArray("verticles").getJsonObject(0).getString("state"))
        .isEqualTo("unknown");
    assertThat(post("/nodes/a/verticles/delivery/restart").statusCode()).isEqualTo(503);
    assertThat(program.get(API + "/nodes/a/lines", ADMIN).statusCode()).isEqualTo(503);
  }

  @Test
  void aCommandIsForeseenDoneAndWrittenDown() throws Exception {
    nodes("a");
    String path = "/nodes/a/verticles/delivery/restart";
    assertThat(post(path + "?tell=only").statusCode()).isEqualTo(200);
    assertThat(stage.commanded).containsExactly("a RESTART?");
    HttpResponse<String> done = post(path);
    assertThat(done.body())
        .isEqualTo("{\"done\":true,\"sentence\":\"It runs again.\",\"readers\":312,"
            + "\"postsAtRisk\":0,\"seconds\":0.4}");
    await().untilAsserted(() -> assertThat(stage.happened)
        .filteredOn(told -> told.kind().equals("restart"))
        .singleElement()
        .satisfies(told -> {
          assertThat(told.who()).isEqualTo("admin");
          assertThat(told.node()).isEqualTo("a");
          assertThat(told.verticle()).isEqualTo("delivery");
          assertThat(told.sentence()).contains("127.0.0.1", "done: It runs again.");
        }));
  }

  @Test
  void whatDoesNotExistIsNotFoundAndWhatIsBusyIsAConflict() throws Exception {
    Promise<VerticleCommanded> slow = Promise.promise();
    stage.node(
        Reports.node("a", Reports.verticle("delivery", VerticleState.RUNNING)),
        command -> slow.future());
    stage.awaitNodes(port, 1);
    assertThat(post("/nodes/b/verticles/delivery/stop").statusCode()).isEqualTo(404);
    assertThat(post("/nodes/a/verticles/store/stop").statusCode()).isEqualTo(404);
    assertThat(post("/nodes/a/verticles/delivery/destroy").statusCode()).isEqualTo(404);
    assertThat(post("/nodes/a/verticles/delivery/stop?tell=maybe").statusCode()).isEqualTo(400);
    assertThat(program.get(API + "/timeline?limit=x", ADMIN).statusCode()).isEqualTo(400);
    assertThat(program.get(API + "/rolling/none", ADMIN).statusCode()).isEqualTo(404);
    Future<Integer> first = stage.vertx.executeBlocking(
        () -> post("/nodes/a/verticles/delivery/stop").statusCode(), false);
    await().until(() -> !stage.commanded.isEmpty());
    assertThat(post("/nodes/a/verticles/delivery/stop").statusCode()).isEqualTo(409);
    slow.fail(new BusFailure(BusFailure.Kind.UNAVAILABLE, "not now"));
    assertThat(first.await(30, SECONDS)).isEqualTo(503);
  }

  @Test
  void aConsoleThatIsToldToStopStillSaysWhatCameOfIt() throws Exception {
    stage.node(
        Reports.node("a", Reports.verticle("console", VerticleState.RUNNING)),
        command -> stage.vertx.undeploy(stage.lastConsole).compose(gone -> ConsoleStage.done()));
    stage.awaitNodes(port, 1);
    HttpResponse<String> answer = post("/nodes/a/verticles/console/restart");
    assertThat(answer.body()).contains("It runs again.");
    await().until(() -> stage.happened.stream().anyMatch(told -> told.kind().equals("restart")));
  }

  @Test
  void linesComeFromTheNode() throws Exception {
    nodes("a");
    assertThat(
            program.json(API + "/nodes/a/lines?verticle=x.aea&limit=7", ADMIN).encode())
        .isEqualTo("{\"lines\":[{\"at\":\"2026-05-24T12:00:00Z\",\"level\":\"WARN\","
            + "\"verticle\":\"x.aea\",\"message\":\"of 7\"}]}");
  }

  @Test
  void aRollingRestartTakesOneNodeAfterTheOtherAndEachConsoleShowsIt() throws Exception {
    int other = stage.console("b");
    nodes("a", "b", "c");
    HttpResponse<String> foreseen = post("/verticles/delivery/restart?tell=only");
    assertThat(new JsonObject(foreseen.body()).getLong("readers")).isEqualTo(3 * 312);
    stage.commanded.clear();
    HttpResponse<String> begun = post("/verticles/delivery/restart");
    assertThat(begun.statusCode()).isEqualTo(202);
    String id = new JsonObject(begun.body()).getString("id");
    assertThat(post("/verticles/delivery/restart").statusCode()).isEqualTo(409);
    await().until(() -> rolling(other, id).getString("state").equals("done"));
    assertThat(stage.commanded).containsExactly("b RESTART", "c RESTART", "a RESTART");
    assertThat(rolling(port, id).getJsonArray("steps").getJsonObject(0).encode())
        .isEqualTo("{\"node\":\"b\",\"state\":\"done\",\"sentence\":\"It runs again.\"}");
  }

  @Test
  void anyConsoleAbortsARollingRestart() throws Exception {
    int other = stage.console("b");
    nodes("a", "b", "c");
    String id = new JsonObject(post("/verticles/delivery/restart").body()).getString("id");
    await().until(() -> new Visitor(other).get(API + "/rolling/" + id, ADMIN).statusCode() == 200);
    assertThat(new Visitor(other)
            .post(API + "/rolling/" + id + "/abort", "", ADMIN)
            .statusCode())
        .isEqualTo(200);
    await().until(() -> rolling(port, id).getString("state").equals("aborted"));
    assertThat(stage.commanded).containsExactly("b RESTART");
  }

  @Test
  void theTimelineIsWhatWasKeptAndWhatWasHeardSince() throws Exception {
    happen("h1", 1);
    await().until(() -> timeline("").equals(List.of("h1")));
    Addresses.READ_TIMELINE
        .serve(
            stage.vertx.eventBus(),
            asked -> Future.succeededFuture(
                new TimelineRead(List.of(happened("h1", 1), happened("h0", 0)))))
        .await(30, SECONDS);
    happen("h2", 2);
    await().until(() -> timeline("").equals(List.of("h2", "h1", "h0")));
    assertThat(timeline("?before=2026-05-24T12:00:02Z&limit=1")).containsExactly("h1");
  }

  @Test
  void pagesFollowWhatHappens() throws Exception {
    nodes("a");
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + API + "/stream"))
        .headers(ADMIN)
        .build();
    HttpResponse<InputStream> stream =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    assertThat(stream.headers().firstValue("content-type")).contains("text/event-stream");
    try (Scanner lines = new Scanner(stream.body(), StandardCharsets.UTF_8)) {
      assertThat(lines.findWithinHorizon("event: nodes\ndata: \\{\"at\"", 0)).isNotNull();
      happen("h7", 7);
      assertThat(lines.findWithinHorizon("event: happened\ndata: \\{\"id\":\"h7\"", 0))
          .isNotNull();
      assertThat(lines.findWithinHorizon("event: nodes\n", 0)).isNotNull();
    }
  }

  @Test
  void historyHasOneValueForEachStep() throws Exception {
    JsonObject history = program.json(API + "/history?minutes=60", ADMIN);
    assertThat(history.getInteger("stepSeconds")).isEqualTo(10);
    assertThat(history.getJsonObject("series").fieldNames())
        .containsExactly("readers", "posts", "deliveries", "delayMillis");
  }

  private void nodes(String... names) throws Exception {
    for (String name : names) {
      stage.node(
          Reports.node(name, Reports.verticle("delivery", VerticleState.RUNNING)),
          command -> ConsoleStage.done());
    }
    stage.awaitNodes(port, names.length);
  }

  private HttpResponse<String> post(String path) throws Exception {
    return new Visitor(port).post(API + path, "", ADMIN);
  }

  private JsonObject node(String name) throws Exception {
    return program.json(API + "/nodes", ADMIN).getJsonArray("nodes").stream()
        .map(JsonObject.class::cast)
        .filter(node -> node.getString("node").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject rolling(int port, String id) throws Exception {
    return new Visitor(port).json(API + "/rolling/" + id, ADMIN);
  }

  private List<String> timeline(String query) throws Exception {
    return program.json(API + "/timeline" + query, ADMIN).getJsonArray("happened").stream()
        .map(happened -> ((JsonObject) happened).getString("id"))
        .toList();
  }

  private void happen(String id, int second) {
    Addresses.TIMELINE.publish(stage.vertx.eventBus(), happened(id, second));
  }

  private static Happened happened(String id, int second) {
    return new Happened(
        id, Reports.NOON.plusSeconds(second), null, null, "cluster", "test", false, "It happened.");
  }
}
