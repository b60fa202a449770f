package afa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.servers.DataDirectory;
import afa.servers.FreePort;
import afa.testkit.EventStreamReader;
import afa.testkit.Http;
import afa.testkit.NodeProcess;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that post by HTTP, several at once, whatever happens to Redis meanwhile. */
final class PostingIT {
  private static final long SEED = 20_261_124;
  private static final int POSTERS = 4;
  private static final int ARRAYS = 60;
  private static final String TOKEN = "secret-of-the-test";

  /** For each array; the others' are in its way. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir(factory = DataDirectory.class)
  private Path folder;

  private final int port = FreePort.find();
  private final Vertx vertx = Vertx.vertx();
  private NodeProcess node;

  @AfterEach
  void cleanUp() throws Exception {
    if (node != null) node.cleanUp();
    vertx.close().await();
  }

  @Test
  void whoeverPostsAgainUntilItIsConfirmedIsReadOnceThoughRedisIsKilled() throws Exception {
    node = run();
    EventStreamReader reader =
        EventStreamReader.open(vertx, port, "/events/aea/stream?since=0", Map.of());
    Random random = new Random(SEED);
    List<List<String>> arrays = new ArrayList<>();
    List<CompletableFuture<Void>> posters = new ArrayList<>();
    for (int poster = 0; poster < POSTERS; poster++) {
      List<List<String>> mine = arrays("p" + poster + "-", random);
      arrays.addAll(mine);
      posters.add(CompletableFuture.runAsync(() -> mine.forEach(this::insist)));
    }
    int moment = 100 + random.nextInt(1_000);
    await().atMost(PATIENCE).until(() -> head() > moment);
    node.killServer("redis-server");
    CompletableFuture.allOf(posters.toArray(CompletableFuture[]::new)).get();
    List<String> posted = arrays.stream().flatMap(List::stream).toList();
    List<JsonObject> read = reader.next(posted.size()).stream()
        .map(event -> new JsonObject(event.data()))
        .toList();
    assertThat(head()).isEqualTo(posted.size());
    assertThat(read).extracting(update -> update.getString("id")).hasSameElementsAs(posted);
    assertThat(read).extracting(update -> update.getLong("n")).isSorted().doesNotHaveDuplicates();
  }

  private NodeProcess run() throws Exception {
    Path event = Files.writeString(
        folder.resolve("aea.yaml"),
        "event: aea\nname: An Event\ntimeZone: UTC\nfrom: 2026-01-01T08:00\nto: 2099-01-01T18:00\n");
    return NodeProcess.start(
            folder.resolve("data"),
            Map.of("AFA_INGEST_TOKEN", TOKEN),
            "--port",
            "" + port,
            "--event",
            event.toString())
        .ready();
  }

  private static List<List<String>> arrays(String prefix, Random random) {
    List<List<String>> arrays = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < ARRAYS; i++) {
      List<String> ids = new ArrayList<>();
      for (int size = 1 + random.nextInt(20); size > 0; size--) ids.add(prefix + next++);
      arrays.add(ids);
    }
    return arrays;
  }

  private void insist(List<String> ids) {
    JsonArray posts = new JsonArray();
    for (String id : ids) {
      posts.add(new JsonObject().put("source", "test").put("id", id).put("text", "post " + id));
    }
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .pollDelay(Duration.ZERO)
        .until(() -> isConfirmed(posts.encode()));
  }

  private boolean isConfirmed(String body) throws Exception {
    var answer = Http.post(port, "/events/aea/updates", body, "Authorization", "Bearer " + TOKEN);
    assertThat(answer.statusCode()).isIn(201, 503);
    if (answer.statusCode() == 503) assertThat(answer.headers().map()).containsKey("retry-after");
    return answer.statusCode() == 201;
  }

  private long head() {
    try {
      return Http.json(port, "/events/aea/head").getLong("head");
    } catch (Exception | AssertionError notNow) {
      return -1;
    }
  }
}
