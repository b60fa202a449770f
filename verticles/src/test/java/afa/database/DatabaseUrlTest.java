package afa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @Test
  void everyPartIsUnderstood() {
    DatabaseUrl url =
        DatabaseUrl.parse("postgresql://me:p%40s+s@db.example:6432/feed?sslmode=require");
    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example:6432/feed?sslmode=require");
    assertThat(url.user()).isEqualTo("me");
    assertThat(url.password()).isEqualTo("p@s+s");
  }

  @Test
  void theShortSpellingAndTheUsualPortWillDo() {
    DatabaseUrl url = DatabaseUrl.parse("postgres://me@db.example/feed");
    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example:5432/feed");
    assertThat(url.password()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://me:secret@db/feed",
        "postgresql://me:secret@db",
        "me:secret@db",
        "postgresql://me:se cret@db/feed"
      })
  void anythingElseIsRefusedWithoutShowingThePassword(String wrong) {
    assertThatThrownBy(() -> DatabaseUrl.parse(wrong))
        .hasMessageContaining("expected postgresql://")
        .message()
        .doesNotContain("secret")
        .doesNotContain("se cret");
  }

  @Test
  void itDoesNotPrintItsPassword() {
    assertThat(DatabaseUrl.parse("postgresql://me:secret@db/feed").toString())
        .doesNotContain("secret");
  }
}
