package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SameRequestsTest {
  private final SameRequests requests = new SameRequests();

  @Test
  void sameBytesAreNotReadAgain() {
    PlainRequest first = requests.read(poll(7, "a"));
    assertThat(requests.read(poll(7, "a"))).isNotNull().isSameAs(first);
  }

  @Test
  void readsAfterWhatOthersHaveReadOfTheBuffer() {
    PlainRequest first = requests.read(poll(7, "a"));
    ByteBuf later = Unpooled.wrappedBuffer(Unpooled.copiedBuffer(bytes("xyz")), poll(7, "a"));
    later.skipBytes(3);
    assertThat(requests.read(later)).isSameAs(first);
    assertThat(later.readerIndex()).isEqualTo(3);
  }

  @Test
  void whatIsNotPlainStaysSo() {
    for (int i = 0; i < 3; i++) {
      assertThat(requests.read(Unpooled.copiedBuffer(bytes("POST / HTTP/1.1\r\n\r\n"))))
          .isNull();
    }
  }

  @Test
  void nothingAtAllIsNotPlain() {
    assertThat(requests.read(Unpooled.EMPTY_BUFFER)).isNull();
  }

  @Test
  void rememberedAndReadAfreshAreTheSame() {
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      ByteBuf request = poll(random.nextInt(4), "agent" + random.nextInt(5));
      if (random.nextInt(10) == 0) {
        request.setByte(random.nextInt(request.readableBytes()), random.nextInt(256));
      }
      assertThat(requests.read(request)).isEqualTo(PlainRequest.read(request));
    }
  }

  private static ByteBuf poll(int since, String agent) {
    return Unpooled.copiedBuffer(bytes("GET /events/aea/updates?since=" + since
        + "&wait=25 HTTP/1.1\r\nHost: here\r\nUser-Agent: " + agent + "\r\n\r\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
