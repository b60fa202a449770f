package afa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {
  private static final Path SHIPPED = Path.of("..", "conf", "afa.yaml");

  @TempDir
  Path directory;

  @Test
  void everyValueOfTheFileWeShipIsTheDefault() throws IOException {
    Path empty = Files.createFile(directory.resolve("afa.yaml"));
    assertThat(SHIPPED).exists();
    assertThat(Settings.read(SHIPPED)).isEqualTo(Settings.read(empty));
  }

  @Test
  void withoutAFileEverythingIsTheDefault() {
    assertThat(Settings.read(directory.resolve("none.yaml"))).isEqualTo(Settings.read(SHIPPED));
  }

  @Test
  void aMistypedNameIsSaid() throws IOException {
    Path wrong = Files.writeString(directory.resolve("afa.yaml"), "delivery: { tailByte: 1 }");
    assertThatThrownBy(() -> Settings.read(wrong))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("delivery.tailByte");
  }
}
