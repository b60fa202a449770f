package afa.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.feed.Post;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.ReadLog;
import io.vertx.core.Handler;
import io.vertx.core.eventbus.DeliveryContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is served without Vert.x is served as if it were with it, on any connection in any order. */
@Timeout(180)
final class ShortcutIT extends DeliveryRig {
  private static final int REQUESTS = 1_000;

  /** A tab is harmless, but not plain. */
  private static final String NOT_PLAIN = "X-Not-Plain: \t.\r\n";

  private static final String EMPTY = "\"updates\":[]}";

  private final Random random = new Random(4);

  @Override
  DeliveryConfig config() {
    return new DeliveryConfig(
        Tail.PAGE_BYTES, Duration.ofSeconds(1), 500, 1_000_000_000, 10, false, DrainConfig.DEFAULT);
  }

  @Test
  void itAnswersAsVertxDoes() throws Exception {
    append(1, 600);
    String epoch = epoch();
    int served = 0;
    for (int i = 0; i < REQUESTS; i++) {
      String begin = "GET " + FEED + "updates?" + parameters(epoch) + " HTTP/1.1\r\n" + headers();
      String answer = only(begin + "\r\n");
      assertThat(answer).as(begin).isEqualTo(only(begin + NOT_PLAIN + "\r\n"));
      if (answer.startsWith("HTTP/1.1 200")) served++;
    }
    assertThat(served).isBetween(REQUESTS / 5, REQUESTS * 4 / 5); // or the dice are loaded
  }

  private String parameters(String epoch) {
    Stream<String> several = random.ints(random.nextInt(3), 0, 4).mapToObj(kind -> switch (kind) {
      case 0 -> "since=" + any("-1", "600", "599", "100", "99", "0", "601", "007", "", "1;limit=1");
      case 1 -> "limit=" + any("1", "1000", "7", "0", "+1");
      case 2 -> "epoch=" + any(epoch, epoch, "", "other", epoch + ";since=5");
      default -> any("other=1", "x", "", "Since=1");
    });
    return Stream.concat(several, Stream.of("wait=0")).collect(Collectors.joining("&"));
  }

  private String headers() {
    String all = any("Host: a\r\n", "host:a\r\n", "Host: a\r\n", "Host: a\r\n", "Host: \r\n", "");
    for (int more = random.nextInt(3); more > 0; more--) {
      all += any(
              "Accept: */*",
              "Accept-Encoding: gzip",
              "Connection: keep-alive",
              "Last-Event-ID: other.5",
              "Content-Length: 0",
              "Range: bytes=0-5",
              "A:",
              "A@: b",
              "A;: b",
              "no colon")
          + "\r\n";
    }
    return all;
  }

  private String any(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  @Test
  void oneConnectionTakesPollsAnythingElseAndAStream() throws Exception {
    append(1, 3);
    try (Socket socket = connect()) {
      assertThat(ask(socket, request("updates?since=1&wait=0"))).contains("\"next\":3");
      assertThat(ask(socket, request("updates?since=3&wait=0"))).contains(EMPTY);
      assertThat(ask(socket, request("stream?since=3"))).contains("event-stream");
    }
    try (Socket socket = connect()) {
      assertThat(ask(socket, request("updates?since=2&wait=0"))).contains("\"next\":3");
      String post = "POST " + FEED + "updates HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n[]";
      assertThat(ask(socket, post)).startsWith("HTTP/1.1 503"); // ingest is not here
      assertThat(ask(socket, request("head"))).contains("\"head\":3");
      assertThat(ask(socket, request("updates?since=2&wait=0"))).contains("\"next\":3");
      assertThat(ask(socket, request("stream?since=3"))).contains("event-stream");
    }
    await().until(() -> counters.streams.get() == 0);
  }

  @Test
  void whoAsksAgainWhileWaitingIsAnsweredInOrder() throws Exception {
    append(1, 3);
    try (Socket socket = connect()) {
      for (String second : List.of("updates?since=1&limit=1&wait=0", "head")) {
        write(socket, request("updates?since=3&wait=50"));
        await().until(() -> counters.waiting.get() == 1);
        assertThat(ask(socket, request(second))).contains(EMPTY);
        assertThat(answer(socket)).contains(second.equals("head") ? "\"live\"" : "\"next\":2");
      }
    }
    assertThat(counters.waiting.get()).isZero();
  }

  /** Its first answer could not be the first to come. */
  @Test
  void whoAsksAgainWhileTheLogIsReadIsCut() throws Exception {
    append(1, 3);
    for (String second : List.of("updates?since=1&wait=50", "stream", "head")) {
      long head = json("head").getLong("head");
      Queue<DeliveryContext<Object>> held = new ConcurrentLinkedQueue<>();
      try (Socket socket = connect()) {
        write(socket, request("updates?wait=50&since=" + head));
        await().until(() -> counters.waiting.get() == 1);
        Handler<DeliveryContext<Object>> hold = sent -> hold(sent, held);
        vertx.eventBus().addOutboundInterceptor(hold);
        burst(head);
        await().until(() -> !held.isEmpty());
        vertx.eventBus().removeOutboundInterceptor(hold);
        write(socket, request(second));
        assertThat(socket.getInputStream().readAllBytes()).as(second).isEmpty();
      }
      vertx.runOnContext(go -> held.forEach(DeliveryContext::next));
    }
    assertThat(json("updates?since=-1&wait=0").getLong("next")).isEqualTo(3_003);
    await().until(() -> counters.waiting.get() == 0 && counters.streams.get() == 0);
  }

  /** Holds reads of whole pages back, not those that repair the tail. */
  private static void hold(DeliveryContext<Object> sent, Queue<DeliveryContext<Object>> held) {
    boolean isPage = sent.message().body() instanceof ReadLog read
        && read.since() % CatchUpPages.PAGE_UPDATES == 0;
    if (isPage) held.add(sent);
    else sent.next();
  }

  /** More than the tail holds. */
  private void burst(long head) throws Exception {
    List<Post> posts = LongStream.rangeClosed(head + 1, head + 1_000)
        .mapToObj(
            n -> Post.builder("x", "long" + n).text("y".repeat(2_000)).receivedAt(Instant.EPOCH))
        .toList();
    Addresses.APPEND
        .call(vertx.eventBus(), new AppendPosts(EVENT, "x", posts, null))
        .await(30, SECONDS);
    await().until(() -> json("updates?since=-1&wait=0").getLong("head") == head + 1_000);
  }

  @Test
  void whoRestsWhenDeliveryGoesIsServedByTheNext() throws Exception {
    append(1, 3);
    try (Socket socket = connect();
        Socket waiting = connect()) {
      assertThat(ask(socket, request("updates?since=1&wait=0"))).contains("\"next\":3");
      write(waiting, request("updates?since=3&wait=50"));
      await().until(() -> counters.waiting.get() == 1);
      vertx.undeploy(delivery).await(30, SECONDS);
      assertThat(answer(waiting)).contains(EMPTY);
      assertThat(ask(socket, request("updates?since=1&wait=0")))
          .startsWith("HTTP/1.1 503")
          .contains("connection: close");
      vertx
          .deployVerticle(new DeliveryVerticle(config(), doors, readiness.newCrew(), counters))
          .await(30, SECONDS);
      await().until(() -> get(FEED + "head").statusCode() == 200);
      assertThat(only(request("updates?since=1&wait=0"))).contains("\"next\":3");
      assertThat(ask(waiting, request("updates?since=1&wait=0"))).contains("\"next\":3");
    }
  }

  private static String request(String path) {
    return StrictReader.request(FEED + path);
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private String only(String request) throws IOException {
    try (Socket socket = connect()) {
      return ask(socket, request);
    }
  }

  private static String ask(Socket socket, String request) throws IOException {
    write(socket, request);
    return answer(socket);
  }

  private static void write(Socket socket, String request) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** The head of an answer, and its body if that has a length. */
  private static String answer(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) return head + "(closed)";
      head.append((char) next);
    }
    String length = "content-length: ";
    int at = head.toString().toLowerCase(Locale.ROOT).indexOf(length);
    if (at < 0) return head.toString();
    int end = head.indexOf("\r\n", at);
    int bytes = Integer.parseInt(head.substring(at + length.length(), end));
    return head + new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
  }
}
