package afa.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class FeedTextTest {
  private static final int MOST = 1 << 20;
  private static final Charset CP1252 = Charset.forName("windows-1252");

  @Test
  void theHeaderCountsMoreThanWhatTheXmlSaysOfItself() throws Exception {
    String xml = "<?xml version='1.0' encoding='utf-8'?><a>€ ü</a>";
    assertThat(FeedText.of(xml.getBytes(CP1252), "text/xml; charset=\"Windows-1252\"", MOST))
        .isEqualTo(xml);
  }

  @Test
  void theByteOrderMarkCountsMost() throws Exception {
    byte[] marked = "\uFEFF<?xml version='1.0'?><a>ü</a>".getBytes(StandardCharsets.UTF_8);
    assertThat(FeedText.of(marked, "text/xml; charset=iso-8859-1", MOST))
        .contains("<a>ü</a>")
        .startsWith("<?xml");
    byte[] wide = "\uFEFF<a>ü</a>".getBytes(StandardCharsets.UTF_16LE);
    assertThat(FeedText.of(wide, null, MOST)).isEqualTo("<a>ü</a>");
    byte[] unmarked = "<a>ü</a>".getBytes(StandardCharsets.UTF_16BE);
    assertThat(FeedText.of(unmarked, null, MOST)).isEqualTo("<a>ü</a>");
  }

  @Test
  void withoutHeaderTheXmlIsAskedAndWithoutBothItIsUtf8() throws Exception {
    String xml = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>“ü”</a>";
    assertThat(FeedText.of(xml.getBytes(CP1252), "text/xml", MOST)).isEqualTo(xml);
    byte[] plain = "<a>ü</a>".getBytes(StandardCharsets.UTF_8);
    assertThat(FeedText.of(plain, null, MOST)).isEqualTo("<a>ü</a>");
    assertThat(FeedText.of(plain, "text/html; charset=klingon", MOST)).isEqualTo("<a>ü</a>");
  }

  @Test
  void charactersThatNoXmlMayHoldAreLeftOut() throws Exception {
    assertThat(FeedText.of(
            "<a>\u0000b\u000b\uFFFFc\n</a>".getBytes(StandardCharsets.UTF_8), null, MOST))
        .isEqualTo("<a>bc\n</a>");
  }

  @Test
  void packedFeedsAreUnpackedWhateverTheHeadersSay() throws Exception {
    assertThat(FeedText.of(packed("<a>ü</a>".getBytes(StandardCharsets.UTF_8)), null, MOST))
        .isEqualTo("<a>ü</a>");
  }

  @Test
  void aBombDoesNotGoOff() throws Exception {
    byte[] bomb = packed(new byte[200 << 20]);
    assertThat(bomb).hasSizeLessThan(MOST);
    assertThatThrownBy(() -> FeedText.of(bomb, null, MOST))
        .isInstanceOf(FeedDefect.class)
        .hasMessageContaining("larger");
  }

  @Test
  void halfAPackageIsADefect() throws Exception {
    byte[] whole = packed(new byte[10_000]);
    assertThatThrownBy(() -> FeedText.of(java.util.Arrays.copyOf(whole, 30), null, MOST))
        .isInstanceOf(FeedDefect.class);
  }

  private static byte[] packed(byte[] plain) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(plain);
    }
    return bytes.toByteArray();
  }
}
