package afa.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many streams of one connection of HTTP/2, of which some do not read. */
@Timeout(180)
final class SharedConnectionIT extends DeliveryRig {
  private static final int WINDOW = 65_535;
  private static final int BURST = 200;
  private static final int ALL = 20 * BURST;

  private final Set<HttpConnection> connections = new HashSet<>();
  private HttpClientAgent client;

  @AfterEach
  void close() throws Exception {
    client.close().await(30, SECONDS);
  }

  private void connectWith(int windowOfAll) {
    client = vertx.createHttpClient(new HttpClientOptions()
        .setProtocolVersion(HttpVersion.HTTP_2)
        .setHttp2ClearTextUpgrade(false)
        .setHttp2ConnectionWindowSize(windowOfAll)
        .setInitialSettings(new Http2Settings().setInitialWindowSize(WINDOW))
        .setDefaultPort(port)
        .setDefaultHost("127.0.0.1"));
  }

  /** A stream, and what of it was read. */
  private final class Reader {
    private final Buffer read = Buffer.buffer();
    private volatile boolean ended;

    Reader(long since, boolean reads) throws Exception {
      HttpClientRequest request =
          client.request(HttpMethod.GET, FEED + "stream?since=" + since).await(30, SECONDS);
      connections.add(request.connection());
      request.send().map(head -> follow(head, reads)).await(30, SECONDS);
    }

    private HttpClientResponse follow(HttpClientResponse head, boolean reads) {
      head.exceptionHandler(cut -> ended = true).endHandler(end -> ended = true);
      head.handler(this::take);
      return reads ? head : head.pause();
    }

    private synchronized void take(Buffer part) {
      read.appendBuffer(part);
    }

    /** How many came whole. */
    synchronized int updates() {
      return read.toString().split("}\n\n", -1).length - 1;
    }
  }

  @Test
  void whoReadsGetsAllBesideThoseWhoDoNotAsLongAsTheConnectionHasRoom() throws Exception {
    connectWith(100 * WINDOW);
    List<Reader> fast = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      new Reader(0, false);
      for (int beside = 0; beside < 3; beside++) fast.add(new Reader(0, true));
    }
    appendInBursts();
    await().until(() -> fast.stream().allMatch(reader -> reader.updates() >= ALL));
    assertThat(fast).allMatch(reader -> reader.updates() == ALL && !reader.ended);
    assertThat(connections).hasSize(1);
  }

  @Test
  void whoStandsBehindOneThatFilledTheConnectionIsGivenUpAndGetsTheRestWhenItComesBack()
      throws Exception {
    connectWith(WINDOW);
    Reader slow = new Reader(0, false);
    Reader fast = new Reader(0, true);
    appendInBursts();
    await().until(() -> slow.ended && fast.ended);
    assertThat(connections).hasSize(1);
    int seen = fast.updates();
    Reader again = new Reader(seen, true);
    await().until(() -> seen + again.updates() >= ALL);
    assertThat(seen + again.updates()).isEqualTo(ALL);
  }

  private void appendInBursts() {
    for (int head = 0; head < ALL; head += BURST) append(head + 1L, head + BURST);
  }
}
