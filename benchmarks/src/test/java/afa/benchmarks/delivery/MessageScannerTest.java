package afa.benchmarks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MessageScannerTest {
  private static final int ROOM = 1 << 12;

  private final List<Long> sequences = new ArrayList<>();
  private final List<Long> dues = new ArrayList<>();
  private int torn;

  private final MessageScanner scanner = new MessageScanner(new MessageScanner.Sink() {
    @Override
    public void message(long sequence, long dueMicros) {
      sequences.add(sequence);
      dues.add(dueMicros);
    }

    @Override
    public void torn() {
      torn++;
    }
  });

  @Test
  void aMessageTellsItsNumberAndWhenItWasDue() {
    read(stream(1), 10_000);
    assertThat(sequences).containsExactly(1L);
    assertThat(dues).containsExactly(1_000_007L);
  }

  @Test
  void readsMayEndAnywhere() {
    byte[] stream = stream(3);
    for (int cut = 1; cut < stream.length; cut++) {
      sequences.clear();
      read(stream, cut);
      assertThat(sequences).as("cut at %d", cut).containsExactly(1L, 2L, 3L);
    }
    assertThat(torn).isZero();
  }

  @Test
  void piecesMayHaveAnySize() {
    Random random = new Random(7);
    byte[] stream = stream(20);
    for (int round = 0; round < 200; round++) {
      sequences.clear();
      int[] pieces = random.ints(1 + random.nextInt(600), 1, 90).toArray();
      read(stream, pieces);
      assertThat(sequences).hasSize(20).isSorted();
    }
    assertThat(torn).isZero();
  }

  @Test
  void aMessageThatEndsTooEarlyIsTorn() {
    byte[] stream = stream(2);
    ByteArrayOutputStream cut = new ByteArrayOutputStream();
    cut.write(stream, 0, 300);
    cut.write(stream, 310, stream.length - 310);
    read(cut.toByteArray(), 10_000);
    assertThat(torn).isEqualTo(1);
  }

  @Test
  void fewerMarksAreNoMessage() {
    read("data: ~~~~~~~ ~~ ~~~~~~ and more of it".getBytes(StandardCharsets.US_ASCII), 5);
    assertThat(sequences).isEmpty();
  }

  private static byte[] stream(int messages) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = 1; i <= messages; i++) {
      stream.writeBytes(("2a6\r\nid: k3v9." + i + "\ndata: {\"n\":" + i + ",\"text\":\"")
          .getBytes(StandardCharsets.US_ASCII));
      stream.writeBytes(Message.text(i, 1_000_000 + 7L * i));
      stream.writeBytes("\"}\n\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    return stream.toByteArray();
  }

  /** Gives the stream in pieces, as a reader's socket does; the last size goes on. */
  private void read(byte[] stream, int... pieces) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(2 * ROOM + stream.length);
    byte[] kept = {};
    int left = 0;
    int piece = 0;
    for (int at = 0; at < stream.length; piece++) {
      int size = Math.min(stream.length - at, pieces[Math.min(piece, pieces.length - 1)]);
      buffer.put(ROOM, stream, at, size);
      buffer.put(ROOM - kept.length, kept);
      int rest = scanner.scan(buffer, ROOM - kept.length, ROOM + size, left);
      left = scanner.left();
      kept = new byte[ROOM + size - rest];
      assertThat(kept.length).isLessThanOrEqualTo(MessageScanner.MOST_KEPT);
      buffer.get(rest, kept);
      at += size;
    }
  }
}
