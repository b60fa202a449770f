package afa;

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

class EventFilesScheduleTest {
  @TempDir
  Path directory;

  private Path event;

  @BeforeEach
  void write() {
    event = directory.resolve("tide.yaml");
  }

  @Test
  void aScheduleIsLookedForBesideItsEventFile() throws IOException {
    Files.writeString(directory.resolve("talks.csv"), "start,title\n2027-05-24T10:00,Grids\n");
    assertThat(schedule("talks.csv")).isEqualTo(directory.resolve("talks.csv").toString());
  }

  @Test
  void oneThatIsMissingOrBrokenStopsTheStartAndIsNamed() throws IOException {
    assertThatThrownBy(() -> schedule("nowhere.xml"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("schedule: nowhere.xml: no such file");
    Files.writeString(directory.resolve("page.json"), "<html>");
    assertThatThrownBy(() -> schedule("page.json")).hasMessageContaining("is a web page");
  }

  @Test
  void anAddressOfTheWebIsNotAskedAtTheStart() throws IOException {
    assertThat(schedule("http://127.0.0.1:1/x.json")).isEqualTo("http://127.0.0.1:1/x.json");
  }

  private String schedule(String written) throws IOException {
    Files.writeString(
        event,
        "event: tide\nname: Tide\ntimeZone: Europe/Berlin\nfrom: 2027-05-24T08:00\nto: 2027-05-25T18:00\n"
            + "schedule: " + written + "\n");
    EventFiles files = new EventFiles(SourceKinds.ALL, new Environment(Map.of()));
    return String.valueOf(files.read(List.of(event)).get(0).info().schedule());
  }
}
