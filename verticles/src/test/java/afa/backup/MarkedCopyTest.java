package afa.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MarkedCopyTest {
  private static final String MARK = "0123456789abcdef0123456789abcdef01234567";

  @Test
  void whateverThePiecesTheMarkEndsTheCopyAndIsNotPartOfIt() throws IOException {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      byte[] content = new byte[random.nextInt(200_000)];
      random.nextBytes(content);
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      new MarkedCopy(MARK).copy(inPieces(content, random), copy);
      assertThat(copy.toByteArray()).as("seed %d", seed).isEqualTo(content);
    }
  }

  @Test
  void anEndWithoutTheMarkIsAFailure() {
    InputStream cut = new ByteArrayInputStream("REDIS0010".getBytes(US_ASCII));
    assertThatThrownBy(() -> new MarkedCopy(MARK).copy(cut, new ByteArrayOutputStream()))
        .isInstanceOf(EOFException.class);
  }

  private static InputStream inPieces(byte[] content, Random random) {
    byte[] all = new byte[content.length + MARK.length()];
    System.arraycopy(content, 0, all, 0, content.length);
    System.arraycopy(MARK.getBytes(US_ASCII), 0, all, content.length, MARK.length());
    return new ByteArrayInputStream(all) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        return super.read(into, from, Math.min(length, 1 + random.nextInt(5_000)));
      }
    };
  }
}
