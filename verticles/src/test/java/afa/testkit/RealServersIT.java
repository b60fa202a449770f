package afa.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;

class RealServersIT {
  @Test
  void everyFreshDatabaseIsAnother() throws Exception {
    String one = RealServers.freshDatabase();
    String two = RealServers.freshDatabase();
    assertThat(one).isNotEqualTo(two);
    try (Connection connection = RealServers.connect(two)) {
      assertThat(two).endsWith("/" + connection.getCatalog());
    }
  }
}
