package afa.bluesky;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.source.SourceFailure;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class AppViewTest {
  /** More than a client keeps connections to one server. */
  private static final int STALLED = 12;

  private volatile boolean stalls = true;

  @Test
  void aServerThatStallsDoesNotUseUpTheConnections(Vertx vertx) throws Exception {
    HttpServer server = vertx.createHttpServer().requestHandler(request -> {
      if (stalls) return;
      JsonObject mirela = new JsonObject().put("did", Frames.DID).put("displayName", "Mirela");
      request
          .response()
          .end(new JsonObject().put("profiles", new JsonArray().add(mirela)).encode());
    });
    server.listen(0, "127.0.0.1").await(30, SECONDS);
    AppView api =
        new AppView(vertx, "http://127.0.0.1:" + server.actualPort(), Duration.ofMillis(300));
    for (int i = 0; i < STALLED; i++) {
      AsyncResult<Map<String, Profile>> answer = profiles(api).await(30, SECONDS);
      assertThat(answer.cause()).isInstanceOf(SourceFailure.class);
    }
    stalls = false;
    // Slow machines may need more than one attempt; without free connections none succeeds.
    await()
        .ignoreExceptions()
        .until(() -> profiles(api).await(30, SECONDS).result().containsKey(Frames.DID));
    api.close().await(30, SECONDS);
    server.close().await(30, SECONDS);
  }

  private static Future<AsyncResult<Map<String, Profile>>> profiles(AppView api) {
    return api.profiles(List.of(Frames.DID)).transform(Future::succeededFuture);
  }
}
