package afa.benchmarks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class HttpAnswerTest {
  @Test
  void aBodyWithALengthEndsThere() {
    HttpAnswer answer = at("HTTP/1.1 200 OK\r\nx-next: 7\r\nContent-Length: 2\r\n\r\n[]HTTP/1.1 2");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("X-Next")).isEqualTo("7");
    assertThat(answer.end() - answer.body()).isEqualTo(2);
  }

  @Test
  void aBodyInChunksEndsWithTheEmptyOne() {
    HttpAnswer answer =
        at("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\nHTTP");
    assertThat(answer.end() - answer.body()).isEqualTo("3\r\nabc\r\n0\r\n\r\n".length());
  }

  @Test
  void whatIsNotAllThereHasNoEnd() {
    assertThat(at("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n[]").end()).isEqualTo(-1);
    assertThat(
            at("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nab").end())
        .isEqualTo(-1);
    assertThat(at("HTTP/1.1 200 OK\r\ncontent-le")).isNull();
  }

  @Test
  void eachServerSaysInItsWayWhereAPollGoesOn() {
    ByteBuffer ours = ascii(
        "HTTP/1.1 200 OK\r\ncontent-length: 40\r\n\r\n{\"event\":\"bench\",\"next\":1240,\"updates\":[]}");
    assertThat(Cursor.NEXT_IN_BODY.follow(HttpAnswer.at(ours, 0, ours.limit()), ours))
        .isEqualTo("1240");
    ByteBuffer nchan =
        ascii("HTTP/1.1 200 OK\r\nLast-Modified: now\r\nEtag: 3\r\ncontent-length: 0\r\n\r\n");
    String place = Cursor.VALIDATORS.follow(HttpAnswer.at(nchan, 0, nchan.limit()), nchan);
    assertThat(Cursor.VALIDATORS.request("/poll", place))
        .isEqualTo(
            "GET /poll HTTP/1.1\r\nHost: bench\r\nIf-Modified-Since: now\r\nIf-None-Match: 3\r\n\r\n");
  }

  private static HttpAnswer at(String text) {
    ByteBuffer bytes = ascii(text);
    return HttpAnswer.at(bytes, 0, bytes.limit());
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
