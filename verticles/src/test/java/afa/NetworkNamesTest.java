package afa;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Networks;
import afa.source.SourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every network that can be followed has its label and its mark, at the server and in browsers. */
final class NetworkNamesTest {
  private static final Path WEBROOT = Path.of("..", "webroot");

  static List<String> names() {
    return SourceKinds.ALL.stream().map(SourceKind::name).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theServerHasALabel(String network) {
    assertThat(Networks.label(network)).isNotEqualTo(network);
  }

  @ParameterizedTest
  @MethodSource("names")
  void browsersHaveTheSameLabel(String network) throws IOException {
    assertThat(read("js/lib/networks.js"))
        .contains(" " + network + ": \"" + Networks.label(network) + "\"");
  }

  @ParameterizedTest
  @MethodSource("names")
  void thereIsAMarkAndTheStyleShowsIt(String network) throws IOException {
    assertThat(read("img/marks/" + network + ".svg")).contains("<svg");
    assertThat(read("css/networks.css"))
        .contains("[data-network=\"" + network + "\"] { --mark: url(\"../img/marks/" + network)
        .containsPattern("\\[data-network=\"" + network + "\"],?\n"); // among those with a mark
  }

  private static String read(String file) throws IOException {
    return Files.readString(WEBROOT.resolve(file));
  }
}
