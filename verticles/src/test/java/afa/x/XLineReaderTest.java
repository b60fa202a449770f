package afa.x;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class XLineReaderTest {
  private static final String BODY =
      "\r\n{\"a\":\"👩‍👩‍👧‍👦 é\"}\r\n\r\n{\"b\":\"\\n\"}\n   \r\n<html>\r\n{\"cut";
  private static final List<String> LINES =
      List.of("", "{\"a\":\"👩‍👩‍👧‍👦 é\"}", "", "{\"b\":\"\\n\"}", "   ", "<html>");

  private final List<String> lines = new ArrayList<>();
  private int tooLong;
  private final XLineReader reader = new XLineReader(lines::add, () -> tooLong++);

  @Test
  void aLineEndsAtALineFeedAndLosesItsCarriageReturn() {
    reader.read(BODY.getBytes(UTF_8));
    assertThat(lines).containsExactlyElementsOf(LINES);
  }

  @Test
  void everyByteMayComeAlone() {
    for (byte b : BODY.getBytes(UTF_8)) reader.read(new byte[] {b});
    assertThat(lines).containsExactlyElementsOf(LINES);
  }

  @Test
  void anyChunksGiveTheSameLines() {
    for (int seed = 0; seed < 2_000; seed++) {
      lines.clear();
      XLineReader fresh = new XLineReader(lines::add, () -> tooLong++);
      Random random = new Random(seed);
      byte[] body = BODY.getBytes(UTF_8);
      for (int start = 0; start < body.length; ) {
        int end = Math.min(body.length, start + random.nextInt(9));
        fresh.read(Arrays.copyOfRange(body, start, end));
        start = end;
      }
      assertThat(lines).as("seed %d", seed).containsExactlyElementsOf(LINES);
    }
  }

  @Test
  void whatStandsBehindTheLastLineEndIsNoLine() {
    reader.read("{\"cut\":".getBytes(UTF_8));
    assertThat(lines).isEmpty();
  }

  @Test
  void aLineWithoutEndIsDroppedAndTheNextOneIsRead() {
    byte[] much = new byte[64 * 1024];
    Arrays.fill(much, (byte) 'x');
    for (int i = 0; i < 40; i++) reader.read(much);
    reader.read("the end\nnext\n".getBytes(UTF_8));
    assertThat(lines).containsExactly("next");
    assertThat(tooLong).isEqualTo(1);
  }

  @Test
  void aLineOfExactlyTheMostBytesIsRead() {
    byte[] longest = new byte[XLineReader.MAX_BYTES];
    Arrays.fill(longest, (byte) 'x');
    reader.read(longest);
    reader.read(new byte[] {'\n'});
    assertThat(lines).singleElement().satisfies(line -> assertThat(line).hasSize(1 << 20));
    assertThat(tooLong).isZero();
  }

  @Test
  void bytesThatAreNoTextBecomeReplacementCharacters() {
    reader.read(new byte[] {'a', (byte) 0xF0, (byte) 0x9F, '\n'});
    assertThat(lines).singleElement().asString().startsWith("a\uFFFD");
  }
}
