package afa.rehearsal.x;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FramingTest {
  private static final Buffer LINE = Buffer.buffer("{\"text\":\"日本語 👩‍💻 и ещё\"}\r\n");

  private static List<Buffer> hostile(int lines) {
    Framing framing = new Framing(new Random(7));
    framing.hostile(true);
    List<Buffer> chunks = new ArrayList<>();
    for (int i = 0; i < lines; i++) chunks.addAll(framing.add(LINE));
    chunks.addAll(framing.rest());
    return chunks;
  }

  @Test
  void noByteIsLostAddedOrMoved() {
    Buffer all = Buffer.buffer();
    hostile(200).forEach(all::appendBuffer);
    assertThat(all.toString()).isEqualTo(LINE.toString().repeat(200));
  }

  @Test
  void bordersFallWhereCarelessReadersBreak() {
    List<Buffer> chunks = hostile(200);
    assertThat(chunks).anyMatch(chunk -> (chunk.getByte(0) & 0xC0) == 0x80);
    assertThat(chunks).anyMatch(chunk -> chunk.getByte(0) == '\n');
    assertThat(chunks).anyMatch(chunk -> chunk.toString().split("\r\n", -1).length > 2);
  }

  @Test
  void theFriendlyWayIsALineAChunk() {
    assertThat(new Framing(new Random(7)).add(LINE)).containsExactly(LINE);
  }
}
