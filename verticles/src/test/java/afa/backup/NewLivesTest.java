package afa.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NewLivesTest {
  private static final NewLives LIVES = new NewLives(Map.of("k3v9", "q7w1"));

  @Test
  void rowsOfALifeThatGoesOnBelongToItsNewOne() {
    Database.Table updates = new Database.Table("updates", List.of("event", "epoch", "n"), 1);
    assertThat(LIVES.row("aea\tk3v9\t7", updates)).isEqualTo("aea\tq7w1\t7");
    assertThat(LIVES.row("aea\told1\t7", updates)).isEqualTo("aea\told1\t7");
  }

  @Test
  void whatOnlyLooksLikeAnEpochStays() {
    Database.Table updates = new Database.Table("updates", List.of("id", "epoch", "text"), 1);
    assertThat(LIVES.row("k3v9\t\\N\tk3v9\\t", updates)).isEqualTo("k3v9\t\\N\tk3v9\\t");
    Database.Table events = new Database.Table("events", List.of("event"), 1);
    assertThat(LIVES.row("k3v9", events)).isEqualTo("k3v9");
  }
}
