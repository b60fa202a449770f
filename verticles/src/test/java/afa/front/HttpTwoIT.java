package afa.front;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** HTTP/2 in clear, by prior knowledge, and who abuses it. */
@Timeout(180)
final class HttpTwoIT extends FrontRig {
  private static final int STREAMS = 7;
  private HttpClient client;

  @BeforeEach
  void listen() throws Exception {
    listen(new FrontConfig(PATIENCE, 50, STREAMS));
    client = vertx.createHttpClient(new HttpClientOptions()
        .setProtocolVersion(HttpVersion.HTTP_2)
        .setHttp2ClearTextUpgrade(false)
        .setDefaultPort(port)
        .setDefaultHost("127.0.0.1"));
  }

  private HttpClientRequest request(HttpMethod method, String path) throws Exception {
    return client.request(method, path).await(30, SECONDS);
  }

  @Test
  void isSpokenAndSaysHowMuchMayBeAskedAtOnce() throws Exception {
    HttpClientRequest request = request(HttpMethod.GET, "/health/live");
    HttpClientResponse response = request.send().await(30, SECONDS);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.version()).isEqualTo(HttpVersion.HTTP_2);
    assertThat(request.connection().remoteSettings().getMaxConcurrentStreams()).isEqualTo(STREAMS);
  }

  @Test
  void streamsThatAreResetAsSoonAsTheyAreOpenedEndTheConnection() throws Exception {
    HttpConnection connection = request(HttpMethod.GET, "/health/live").connection();
    AtomicBoolean closed = new AtomicBoolean();
    connection.closeHandler(gone -> closed.set(true));
    int opened = 0;
    while (!closed.get() && opened++ < 1_000) {
      HttpClientRequest request = request(HttpMethod.GET, FEED + "updates");
      if (request.connection() != connection) break;
      request.send();
      request.reset(8);
    }
    await().untilTrue(closed);
    assertThat(opened).isBetween(150, 1_000);
  }

  @Test
  void aBodyThatDribblesIsCutOffAndItsNeighboursGoOn() throws Exception {
    HttpClientRequest stream = request(HttpMethod.GET, FEED + "stream");
    Future<Buffer> read = stream.send().compose(HttpClientResponse::body);
    stream.response().await(30, SECONDS); // so that the connection is there to be shared
    HttpClientRequest post = request(HttpMethod.POST, FEED + "updates").setChunked(true);
    assertThat(post.connection()).isSameAs(stream.connection());
    long drops = vertx.setPeriodic(30, tick -> post.write("x"));
    HttpClientResponse refused = post.response().await(30, SECONDS);
    vertx.cancelTimer(drops);
    assertThat(refused.statusCode()).isEqualTo(408);
    onLoop(() -> streams.remove().response().end("more\n"));
    assertThat(read.await(30, SECONDS).toString()).isEqualTo("open\nmore\n");
  }
}
