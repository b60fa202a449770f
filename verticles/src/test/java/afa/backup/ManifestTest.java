package afa.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.config.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not whole, or would overwrite something, is refused before anything is touched. */
@SuppressWarnings("NullAway.Init") // set before each test
final class ManifestTest {
  @TempDir
  private Path folder;

  private Path backup;

  @BeforeEach
  void aBackup() throws IOException {
    backup = Files.createDirectory(folder.resolve("backup"));
    Files.createDirectory(backup.resolve("postgres"));
    Files.writeString(backup.resolve("redis.rdb"), "REDIS0010");
    Files.writeString(backup.resolve("postgres/updates.copy.gz"), "rows");
    Manifest.of(backup, new Database.Contents("4", List.of())).write(backup);
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    Manifest read = Manifest.read(backup);
    read.check(backup);
    assertThat(read.contents().schema()).isEqualTo("4");
    assertThat(read.files())
        .extracting(Manifest.Piece::file)
        .containsExactly("postgres/updates.copy.gz", "redis.rdb");
  }

  @Test
  void aByteThatChangedIsNoticed() throws IOException {
    Files.writeString(backup.resolve("redis.rdb"), "REDIS0011");
    assertRefused("redis.rdb is not what it was");
  }

  @Test
  void aFileThatIsMissingIsNoticed() throws IOException {
    Files.delete(backup.resolve("postgres/updates.copy.gz"));
    assertRefused("postgres/updates.copy.gz is not what it was");
  }

  @Test
  void aDirectoryWithoutManifestIsNoBackup() throws IOException {
    Files.delete(backup.resolve("manifest.json"));
    assertRefused("is no backup");
  }

  @Test
  void dataThatIsThereIsNotOverwritten() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("something"), "of value");
    assertRefused("has data");
    assertThat(data.resolve("something")).hasContent("of value");
  }

  @Test
  void aBackupIsNotOverwrittenAndNothingIsNotBackedUp() {
    assertThatThrownBy(() -> run("backup", backup)).hasMessageContaining("is there already");
    assertThatThrownBy(() -> run("backup", folder.resolve("new")))
        .hasMessageContaining("There is no redis in");
    assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> run("restore", backup))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining(why);
  }

  private void run(String command, Path directory) {
    BackupCommand.run(
        command,
        List.of(directory.toString(), "--data", folder.resolve("data").toString()),
        new Environment(Map.of()));
  }
}
