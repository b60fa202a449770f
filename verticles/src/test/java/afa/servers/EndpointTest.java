package afa.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointTest {
  @TempDir
  Path directory;

  @Test
  void itIsRememberedForOurOwnUserAlone() throws Exception {
    Endpoint endpoint = Endpoint.fresh(6_399);
    endpoint.remember(directory);
    assertThat(Endpoint.remembered(directory)).contains(endpoint);
    assertThat(Files.getPosixFilePermissions(directory.resolve("endpoint")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void nothingIsRememberedInANewDirectory() throws Exception {
    assertThat(Endpoint.remembered(directory)).isEmpty();
  }

  @Test
  void aDamagedOneIsNotReplacedByAnotherPassword() throws Exception {
    Files.writeString(directory.resolve("endpoint"), "port=63");
    assertThatThrownBy(() -> Endpoint.remembered(directory)).hasMessageContaining("is damaged");
  }

  @Test
  void twoHaveDifferentPasswordsAndShowNone() {
    Endpoint one = Endpoint.fresh(1);
    assertThat(one.password()).isNotEqualTo(Endpoint.fresh(1).password());
    assertThat(one.toString()).isEqualTo("127.0.0.1:1");
  }
}
