package afa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files for systemd say nothing that the program does not know. */
final class ServiceFilesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path UNITS = ROOT.resolve("conf/systemd");
  private static final Pattern INSTALLED = Pattern.compile("/opt/afa/([\\w./-]+)");

  @TempDir
  private Path folder;

  @Test
  void systemdUnderstandsTheUnits() throws Exception {
    assertThat(isThere("systemd-analyze"))
        .as("systemd-analyze is installed; on Debian, as root: apt-get install systemd")
        .isTrue();
    for (Path file : files()) {
      String installed = Files.readString(file).replace("/opt/afa/", ROOT + "/");
      Files.writeString(folder.resolve(file.getFileName()), installed);
    }
    assertThat(verified("afa@web1.service")).isEmpty();
    assertThat(verified("afa-backup.service")).isEmpty();
    assertThat(verified("afa-backup.timer")).isEmpty();
  }

  @Test
  void everyPathOfTheInstallationIsInTheRepository() throws IOException {
    for (Path file : files()) {
      INSTALLED
          .matcher(Files.readString(file))
          .results()
          .map(found -> ROOT.resolve(found.group(1)))
          .forEach(path -> assertThat(path).as("named by %s", file).exists());
    }
  }

  @Test
  void everyVariableIsInTheManual() throws IOException {
    for (Path file : files()) Variables.assertKnown(file);
  }

  @Test
  void whatAPersonMustChangeIsNotTriedAgain() throws IOException {
    assertThat(Files.readString(UNITS.resolve("afa@.service")))
        .contains("\nRestart=on-failure\n")
        .contains("\nRestartPreventExitStatus=2\n");
  }

  private String verified(String unit) throws Exception {
    Path output = folder.resolve("output");
    Process process = new ProcessBuilder(
            "systemd-analyze", "--man=no", "verify", folder.resolve(unit).toString())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    // It also tells what is wrong with units of the system.
    return String.join(
        "\n",
        Files.readAllLines(output).stream().filter(line -> line.contains("afa")).toList());
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(UNITS)) {
      return files.toList();
    }
  }
}
