package afa.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.config.ConfigException;
import afa.config.YamlFile;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
  @Test
  void aHashMatchesItsPasswordOnlyHoweverLongThatIs() {
    String longOne = "0123456789".repeat(9);
    String hash = Passwords.hash(longOne + "a");
    assertThat(Passwords.matches(longOne + "a", hash)).isTrue();
    assertThat(Passwords.matches(longOne + "b", hash)).isFalse();
    assertThat(read("- { name: ada, role: operate, hash: '" + hash + "' }").users())
        .containsExactly(new ConsoleConfig.User("ada", Right.OPERATE, hash));
  }

  @Test
  void whatIsNoHashOrNoNameOrTwiceThereIsSaid() {
    assertThatThrownBy(() -> read("- { name: admin, role: root, hash: secret }\n- { name: 7 }"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("users[0].name: admin is there already")
        .hasMessageContaining("users[0].role = root: expected look or operate")
        .hasMessageContaining("users[0].hash")
        .hasMessageContaining("users[1].name = 7");
  }

  private static ConsoleConfig read(String users) {
    return YamlFile.read("test", "users:\n" + users, ConsoleConfig::read);
  }
}
