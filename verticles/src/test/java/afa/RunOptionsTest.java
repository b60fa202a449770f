package afa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.config.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RunOptionsTest {

  @Test
  void withoutOptionsANodeRunsEverythingOnLoopback() {
    RunOptions options = parse(Map.of());
    assertThat(options.host()).isEqualTo("127.0.0.1");
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.roles()).containsExactly(Role.values());
    assertThat(options.events()).isEmpty();
    assertThat(options.data()).isAbsolute().hasFileName("data");
  }

  @Test
  void optionsWinOverVariables() {
    RunOptions options =
        parse(Map.of("AFA_PORT", "9000", "AFA_ROLES", "delivery,site"), "--port", "9001");
    assertThat(options.port()).isEqualTo(9001);
    assertThat(options.roles()).containsExactly(Role.DELIVERY, Role.SITE);
  }

  @Test
  void severalEventsMayBeGivenInTurnOrWithCommas() {
    assertThat(parse(Map.of(), "--event", "a.yaml", "--event=b.yaml").events())
        .containsExactly(Path.of("a.yaml"), Path.of("b.yaml"));
    assertThat(parse(Map.of("AFA_EVENT", "a.yaml, b.yaml")).events())
        .containsExactly(Path.of("a.yaml"), Path.of("b.yaml"));
  }

  @Test
  void everythingWrongIsNamedAtOnceWithTheUsage() {
    assertThatThrownBy(() ->
            parse(Map.of(), "--port", "80800", "--roles", "delivery,cook", "--fast", "--data"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("port 80800: expected a number from 1 to 65535")
        .hasMessageContaining(
            "role cook: expected some of [ingest, store, delivery, archive, site, console]")
        .hasMessageContaining("unknown option --fast")
        .hasMessageContaining("--data needs a value")
        .hasMessageContaining("run [options]");
  }

  @Test
  void aNodeIsCalledAsItIsToldOrByItsMachineAndPort() {
    assertThat(parse(Map.of("AFA_NODE", "room-1")).node()).isEqualTo("room-1");
    assertThat(parse(Map.of(), "--port", "8081").node()).matches("[A-Za-z0-9._-]+-8081");
    assertThatThrownBy(() -> parse(Map.of(), "--node", "a/b"))
        .hasMessageContaining("node a/b: expected 1 to 63 letters");
  }

  @Test
  void aSettingsFileThatIsNamedMustExist() {
    assertThatThrownBy(() -> parse(Map.of(), "--conf", "none.yaml"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("conf none.yaml does not exist");
  }

  @Test
  void aCertificateNeedsItsKeyAndBothMustBeReadable() {
    assertThatThrownBy(() -> parse(Map.of("AFA_TLS_CERT", "cert.pem"), "--port", "0"))
        .hasMessageContaining("tls-cert and tls-key: give both or neither")
        .hasMessageContaining("port 0");
    assertThatThrownBy(() -> parse(Map.of("AFA_TLS_KEY", "a.pem"), "--tls-cert", "b.pem"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("a.pem does not exist")
        .hasMessageContaining("b.pem does not exist");
  }

  private static RunOptions parse(Map<String, String> variables, String... arguments) {
    return RunOptions.parse(List.of(arguments), new Environment(variables));
  }
}
