package afa.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
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

  @Test
  void aMigratedDatabaseHasOurTablesAndNothingOfOthers() throws Exception {
    for (int time = 0; time < 2; time++) {
      try (Connection connection = RealServers.connect(RealServers.migratedDatabase());
          Statement statement = connection.createStatement()) {
        statement.execute("create table own ()");
        assertThat(statement.executeQuery("select from updates").next()).isFalse();
      }
    }
  }
}
