package afa.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import afa.bluesky.JetstreamUrl.Format;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
  private final JetstreamUrl east = url("wss://east.example");
  private final JetstreamUrl west = url("wss://west.example");
  private final Hosts hosts = new Hosts(List.of(east, west));

  @Test
  void twoFailuresInARowLeadToTheNext() {
    hosts.ended(false);
    assertThat(hosts.current()).isEqualTo(east);
    hosts.ended(true);
    hosts.ended(false);
    assertThat(hosts.current()).isEqualTo(east);
    hosts.ended(false);
    assertThat(hosts.current()).isEqualTo(west);
    hosts.ended(false);
    hosts.ended(false);
    assertThat(hosts.current()).isEqualTo(east);
  }

  @Test
  void theCursorOfAnotherInstanceIsOfAnotherClock() {
    assertThat(hosts.isOther()).isTrue(); // an earlier run may have used any
    hosts.gaveCursor();
    assertThat(hosts.isOther()).isFalse();
    hosts.ended(false);
    hosts.ended(false);
    assertThat(hosts.isOther()).isTrue();
    assertThat(new Hosts(List.of(east)).isOther()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "wss://east.example, V1, wss://east.example/subscribe",
    "http://127.0.0.1:8070/bluesky/, V1, ws://127.0.0.1:8070/bluesky/subscribe",
    "wss://east.example/subscribe, V1, wss://east.example/subscribe"
  })
  void anAddressGetsThePathOfItsFormat(String text, Format format, String address) {
    JetstreamUrl url = JetstreamUrl.read(text, Format.V1).orElseThrow();
    assertThat(url.address()).hasToString(address);
    assertThat(url.format()).isEqualTo(format);
  }

  @Test
  void aWholeAddressTellsItsFormat() {
    String v2 = "wss://east.example/xrpc/network.bsky.jetstream.subscribeEvents";
    JetstreamUrl url = JetstreamUrl.read(v2, Format.V1).orElseThrow();
    assertThat(url.format()).isEqualTo(Format.V2);
    assertThat(url.subscription(7, 9)).startsWith(v2 + "?").contains("&collections=", "&cursor=7");
    assertThat(east.subscription(0, 9))
        .isEqualTo("wss://east.example/subscribe?wantedCollections=app.bsky.feed.post"
            + "&maxMessageSizeBytes=9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"east.example", "ftp://east.example", "wss://", "wss://x?y=1", "wss://a b"})
  void whatIsNoAddressIsNone(String text) {
    assertThat(JetstreamUrl.read(text, Format.V1)).isEmpty();
  }

  private static JetstreamUrl url(String text) {
    return JetstreamUrl.read(text, Format.V1).orElseThrow();
  }
}
