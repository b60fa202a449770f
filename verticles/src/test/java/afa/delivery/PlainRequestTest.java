package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainRequestTest {
  private static final String HOST = "Host: a\r\n";

  @Test
  void aPollIsPlain() {
    assertThat(read("/events/e/updates?since=7&wait=3&limit=9&epoch=k", HOST))
        .isEqualTo(new PlainRequest("e", "updates", new FeedQuery(7, 3, 9, Optional.of("k"))));
  }

  @Test
  void aStreamGoesOnFromTheLastIdAndAPollDoesNot() {
    String headers = HOST + "last-event-id: k.5\r\n";
    assertThat(read("/events/e/stream?since=7", headers).query())
        .isEqualTo(new FeedQuery(5, 25, 200, Optional.of("k")));
    assertThat(read("/events/e/updates?since=7", headers).query().since()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/events/e/head",
        "/events//stream",
        "/events/e/stream/",
        "/events/e/stream#x",
        "http://a/events/e/stream",
        "/events/e/stream?since",
        "/events/e/stream?since=x",
        "/events/e/stream?since=1&since=1",
        "/events/e/stream?since=1;limit=2",
        "/events/e/stream?since=%31",
        "/events/e/stream?other=1",
        "/events/e/stream?epoch=k+",
        "/events/e/stream?epoch=k ",
        "/events/e/stream?epoch=k#",
        "/events/e/stream?epoch=k;wait=x"
      })
  void anotherTargetIsNotPlain(String target) {
    assertThat(read(target, HOST)).isNull();
    // Though nothing of its parameters would count.
    assertThat(read(target, HOST + "Last-Event-ID: k.5\r\n")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection: close",
        "Connection: keep-alive, upgrade",
        "Content-Length: 0",
        "transfer-encoding: chunked",
        "Transfer-Encoding : chunked",
        "Expect: 100-continue",
        "Upgrade: h2c",
        "A@: b",
        "A;: b",
        "\"A\": b",
        ": b",
        "no colon",
        " folded: b",
        "A: b\tc",
        "A: b\rc",
        "A: b\nc: d",
        "A: \u00e4",
        "Last-Event-ID: \r\nLast-Event-ID: k.5",
        "Last-Event-ID: k.5\r\nLast-Event-ID: k.6"
      })
  void anotherHeaderIsNotPlain(String header) {
    assertThat(read("/events/e/stream", HOST + header + "\r\n")).isNull();
    assertThat(read("/events/e/stream", header + "\r\n" + HOST)).isNull();
  }

  @Test
  void onlyOneWholeRequestIsPlain() {
    String whole = "GET /events/e/stream HTTP/1.1\r\n" + HOST + "\r\n";
    assertThat(raw(whole)).isNotNull();
    for (int end = 0; end < whole.length(); end++) {
      assertThat(raw(whole.substring(0, end))).isNull();
    }
    assertThat(raw(whole + whole)).isNull();
    assertThat(raw(whole + "x")).isNull();
    assertThat(raw("\r\n" + whole)).isNull();
    assertThat(raw(whole.replace("\r\n", "\n"))).isNull();
    assertThat(raw(whole.replace("1.1", "1.0"))).isNull();
    assertThat(raw(whole.replace("GET", "HEAD"))).isNull();
    assertThat(raw(whole.replace(HOST, ""))).isNull();
    assertThat(raw(whole.replace(HOST, HOST + "A: " + "b".repeat(4_096) + "\r\n")))
        .isNull();
  }

  private static PlainRequest read(String target, String headers) {
    return raw("GET " + target + " HTTP/1.1\r\n" + headers + "\r\n");
  }

  private static PlainRequest raw(String text) {
    return PlainRequest.read(Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
