package afa.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AssetTest {
  private final Asset asset = Asset.of("js/a.js", "export {}".getBytes(StandardCharsets.UTF_8));

  @Test
  void itsTagChangesWithItsContent() {
    Asset other = Asset.of("js/a.js", "export { }".getBytes(StandardCharsets.UTF_8));
    assertThat(asset.etag()).matches("\"[0-9a-f]{16}\"").isNotEqualTo(other.etag());
  }

  @Test
  void aBrowserThatSendsItsTagHasIt() {
    assertThat(asset.isKnownTo(asset.etag())).isTrue();
    assertThat(asset.isKnownTo("\"other\", W/" + asset.etag())).isTrue();
    assertThat(asset.isKnownTo("*")).isTrue();
    assertThat(asset.isKnownTo("\"other\"")).isFalse();
    assertThat(asset.isKnownTo(null)).isFalse();
  }

  @Test
  void modulesAreServedAsWhatBrowsersRun() {
    assertThat(asset.type()).isEqualTo("text/javascript; charset=utf-8");
  }
}
