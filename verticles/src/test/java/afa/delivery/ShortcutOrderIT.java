package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Requests as plain as they can be, which on epoll are served without Vert.x, one after the other on
 * one connection. Clients that offer HTTP/2, as that of the JDK, never get there.
 */
class ShortcutOrderIT extends DeliveryRig {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private Socket socket;

  @BeforeEach
  void connect() throws Exception {
    Metrics.addRegistry(metrics);
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(60_000);
  }

  @AfterEach
  void leave() throws Exception {
    socket.close();
    await().until(() -> counters.waiting.get() == 0 && counters.streams.get() == 0);
    Metrics.removeRegistry(metrics);
  }

  @Test
  void pollAfterPollIsAnsweredOnOneConnection() throws Exception {
    append(1, 3);
    ask("updates?since=0");
    assertThat(answered()).containsExactly(1L, 2L, 3L);
    for (long n = 4; n < 30; n++) {
      ask("updates?since=" + (n - 1));
      await().until(() -> counters.waiting.get() == 1);
      append(n, n);
      assertThat(answered()).containsExactly(n);
    }
    ask("updates?since=29&wait=0");
    assertThat(answered()).isEmpty();
  }

  /** The first one gets its answer, empty as it is; they come in the order of the questions. */
  @Test
  void whoAsksAgainWhileWaitingIsAnsweredTwice() throws Exception {
    append(1, 3);
    ask("updates?since=3");
    await().until(() -> counters.waiting.get() == 1);
    ask("updates?since=2");
    assertThat(answered()).isEmpty();
    assertThat(answered()).containsExactly(3L);
  }

  @Test
  void whatIsNotPlainGoesToVertxOnTheSameConnection() throws Exception {
    append(1, 2);
    ask("updates?since=1");
    assertThat(answered()).containsExactly(2L);
    ask("head");
    assertThat(new JsonObject(answer()).getLong("head")).isEqualTo(2);
    ask("updates?since=0");
    assertThat(answered()).containsExactly(1L, 2L);
  }

  @Test
  void aPollMayBecomeAStream() throws Exception {
    append(1, 2);
    ask("updates?since=2");
    await().until(() -> counters.waiting.get() == 1);
    ask("stream?since=1");
    assertThat(answered()).isEmpty();
    await().until(() -> counters.streams.get() == 1 && counters.waiting.get() == 0);
    append(3, 3);
    String heard = "";
    while (!heard.contains("\"n\":3")) heard += (char) socket.getInputStream().read();
    assertThat(heard).contains("text/event-stream").contains("\"n\":2");
  }

  @Test
  void aPollThatIsAnsweredFromTheLogTakesNoSecondQuestionMeanwhile() throws Exception {
    append(1, 900);
    ask("updates?since=900&limit=1");
    await().until(() -> counters.waiting.get() == 1);
    int reads = log.reads();
    log.setHeld(true);
    appendLarge(10);
    await().until(() -> log.reads() > reads && json("head").getLong("head") == 910);
    double taken = counters.polls.count();
    ask("updates?since=910");
    await().until(this::isEnded);
    assertThat(counters.polls.count()).isEqualTo(taken);
    log.setHeld(false);
    assertThat(json("updates?since=909").getLong("next")).isEqualTo(910);
  }

  @Test
  void aPathThatOnlyLooksLikeOneOfAFeedIsNotFound() throws Exception {
    socket
        .getOutputStream()
        .write(bytes("GET /events/aea2026?x/stream HTTP/1.1\r\nHost: a\r\n\r\n"));
    assertThat(line()).startsWith("HTTP/1.1 ").doesNotContain(" 200 ");
  }

  private boolean isEnded() throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketException reset) {
      return true;
    }
  }

  private void ask(String what) throws IOException {
    socket
        .getOutputStream()
        .write(bytes("GET " + FEED + what + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private List<Long> answered() throws Exception {
    return numbers(new JsonObject(answer()).getJsonArray("updates"));
  }

  private String answer() throws IOException {
    int length = 0;
    List<String> head = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.add(line);
      if (line.startsWith("content-length: ")) length = Integer.parseInt(line.substring(16));
    }
    assertThat(head.get(0)).isEqualTo("HTTP/1.1 200 OK");
    return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) line.append((char) c);
    return line.toString().strip();
  }
}
