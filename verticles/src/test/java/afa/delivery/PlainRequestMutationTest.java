package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainRequestMutationTest {
  private static final String HOST = "Host: localhost\r\n";
  private static final String STREAM = "GET /events/aea/stream?since=7 HTTP/1.1\r\n";

  @Test
  void aPlainRequestIsUnderstood() {
    assertThat(read("GET /events/aea/updates?since=7&wait=3&limit=5&epoch=k3 HTTP/1.1\r\n" + HOST))
        .isEqualTo(new PlainRequest("aea", "updates", new FeedQuery(7, 3, 5, Optional.of("k3"))));
    assertThat(read("GET /events/aea/stream HTTP/1.1\r\n" + HOST))
        .isEqualTo(new PlainRequest("aea", "stream", new FeedQuery(0, 25, 200, Optional.empty())));
  }

  @Test
  void theLastEventIdWinsOverSinceForStreamsOnly() {
    String id = HOST + "LAST-event-ID: k3.9\r\n";
    assertThat(read(STREAM + id).query()).isEqualTo(new FeedQuery(9, 25, 200, Optional.of("k3")));
    assertThat(read(STREAM.replace("stream", "updates") + id).query().since()).isEqualTo(7);
    assertThat(read(STREAM + HOST + "Last-Event-ID:\r\n").query().since()).isEqualTo(7);
  }

  @Test
  void whatBrowsersSendIsPlain() {
    assertThat(read(STREAM
            + HOST
            + "Connection: keep-alive\r\nAccept: text/event-stream\r\nCache-Control: no-cache\r\n"
            + "Accept-Encoding: gzip, deflate\r\nCookie: a=b; c=d\r\n"))
        .isNotNull();
  }

  /** Each of them is for the parser of Vert.x, which knows what to do or to say. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /events/aea/stream?since=x HTTP/1.1\r\nHost: a\r\n",
        "GET /events/aea/stream?since=7&since=8 HTTP/1.1\r\nHost: a\r\n",
        "GET /events/aea/stream?since=%37 HTTP/1.1\r\nHost: a\r\n",
        "GET /events/aea/stream?other=7 HTTP/1.1\r\nHost: a\r\n",
        "GET /events/aea/stream?since HTTP/1.1\r\nHost: a\r\n",
        "GET /events/aea/head HTTP/1.1\r\nHost: a\r\n",
        "GET /events/aea?x/stream HTTP/1.1\r\nHost: a\r\n",
        "GET /events//stream HTTP/1.1\r\nHost: a\r\n",
        "GET /events/aea/stream HTTP/1.0\r\nHost: a\r\n",
        "GET  /events/aea/stream HTTP/1.1\r\nHost: a\r\n",
        "HEAD /events/aea/stream HTTP/1.1\r\nHost: a\r\n",
        "POST /events/aea/updates HTTP/1.1\r\nHost: a\r\n",
        "GET /events/aea/stream HTTP/1.1\r\nAccept: */*\r\n",
        "GET /events/aea/stream HTTP/1.1\r\n",
        "GET /events/aea/stream HTTP/1.1\r\nHost: a\r\nConnection: close\r\n",
        "GET /events/aea/stream HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n",
        "GET /events/aea/stream HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n",
        "GET /events/aea/stream HTTP/1.1\r\nHost: a\r\nContent-Length : 4\r\n",
        "GET /events/aea/stream HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\n",
        "GET /events/aea/stream HTTP/1.1\r\nHost: a\r\n folded\r\n",
        "GET /events/aea/stream HTTP/1.1\r\nHost: a\r\n: nameless\r\n",
        "GET /events/aea/stream HTTP/1.1\r\nHost: a\nAccept: b\r\n",
        "GET /events/aea/stream HTTP/1.1\r\nHost: a\rAccept: b\r\n",
        "GET /events/aea/stream HTTP/1.1\r\nHost: \u00e9\r\n",
        "GET /events/aea/stream HTTP/1.1\r\nHost: a\u0000\r\n",
        "GET /events/aea/stream HTTP/1.1\nHost: a\r\n",
        "PRI * HTTP/2.0\r\n",
        ""
      })
  void whatDiffersInTheLeastIsNotPlain(String head) {
    assertThat(read(head)).isNull();
  }

  @Test
  void lessThanOneRequestOrMoreIsNotPlain() {
    String whole = STREAM + HOST + "\r\n";
    for (int end = 0; end < whole.length(); end++) {
      assertThat(readAll(whole.substring(0, end))).as("the first " + end).isNull();
    }
    assertThat(readAll(whole)).isNotNull();
    assertThat(readAll(whole + "x")).isNull();
    assertThat(readAll(whole + whole)).isNull();
    assertThat(read(STREAM + HOST + "Cookie: " + "x".repeat(4_096) + "\r\n")).isNull();
  }

  @Test
  void noBytesThrow() {
    Random random = new Random(1);
    byte[] whole = (STREAM + HOST + "\r\n").getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = whole.clone();
      for (int left = 1 + random.nextInt(3); left > 0; left--) {
        changed[random.nextInt(changed.length)] = (byte)
            (random.nextBoolean() ? "\r\n :?&=%/".charAt(random.nextInt(9)) : random.nextInt());
      }
      PlainRequest.read(Unpooled.wrappedBuffer(changed));
    }
  }

  private static PlainRequest read(String head) {
    return readAll(head + "\r\n");
  }

  private static PlainRequest readAll(String request) {
    ByteBuf bytes = Unpooled.copiedBuffer(request, StandardCharsets.ISO_8859_1);
    PlainRequest read = PlainRequest.read(bytes);
    assertThat(bytes.readableBytes()).as("left as they are").isEqualTo(request.length());
    return read;
  }
}
