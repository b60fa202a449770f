package afa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.bluesky.BlueskyConfig;
import afa.config.ConfigException;
import afa.config.Environment;
import afa.config.EventConfig;
import afa.config.YamlFile;
import afa.flickr.FlickrConfig;
import afa.mastodon.MastodonConfig;
import afa.source.SourceKind;
import afa.x.XConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The event file that people copy: every setting is in it, and what it says is true. */
final class EventFilesTest {
  private static final Path EXAMPLE = Path.of("..", "conf", "events", "example.yaml");
  private static final Environment SECRETS = new Environment(
      Map.of("X_BEARER_TOKEN", "made-up", "MASTODON_TOKEN", "made-up", "FLICKR_API_KEY", "abc123"));

  /** A setting that is closed: "# key: value" behind the spaces that its section has. */
  private static final Pattern CLOSED = Pattern.compile("(?m)^( *)# ([a-zA-Z]+: .*)$");

  private final EventFiles files = new EventFiles(SourceKinds.ALL, SECRETS);

  @Test
  void theExampleIsRightAsItIs() throws IOException {
    assertThat(networks(text())).isEqualTo(names());
  }

  @Test
  void theExampleIsRightWithEverySettingOpened() throws IOException {
    // But the programme, which is a file of somebody's own.
    String opened = opened(text(), line -> !line.startsWith("# schedule:"));
    assertThat(networks(opened)).isEqualTo(names());
  }

  @Test
  void theDefaultsInTheExampleAreThoseOfTheCode() throws IOException {
    String defaults = opened(text(), line -> !line.contains("# no default"));
    assertThat(defaults).isNotEqualTo(text());
    assertThat(settings(defaults)).isEqualTo(settings(text()));
  }

  /** What a source says of an unknown key names all that it knows. */
  @Test
  void theExampleHasEveryKeyOfEverySource() throws IOException {
    for (String network : names()) {
      String opened = opened(text(), line -> true);
      String wrong = opened.replaceFirst("(?m)^  " + network + ":.*$", "$0\n    unheardOf: 1");
      assertThatThrownBy(() -> files.read("example", wrong))
          .isInstanceOfSatisfying(
              ConfigException.class, problem -> assertThat(keys(opened, network))
                  .containsAll(known(problem.getMessage())));
    }
  }

  private static Set<String> known(String problem) {
    return Set.of(problem.replaceFirst("(?s).*known here: \\[(.*?)].*", "$1").split(", "));
  }

  private static Set<String> keys(String yaml, String network) {
    String section = yaml.replaceFirst("(?s).*\n  " + network + ":[^\n]*\n", "")
        .replaceFirst("(?s)\n  [a-z]+:.*", "");
    return Pattern.compile("(?m)^    ([a-zA-Z]+):")
        .matcher(section)
        .results()
        .map(key -> key.group(1))
        .collect(Collectors.toSet());
  }

  private Set<String> networks(String yaml) {
    return new TreeSet<>(files.read("example", yaml).sources().keySet());
  }

  private static Set<String> names() {
    return SourceKinds.ALL.stream()
        .map(SourceKind::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Object> settings(String yaml) {
    return YamlFile.read("example", yaml, file -> {
      EventConfig event = EventConfig.read(file, names());
      return List.of(
          XConfig.read(event.sources().get("x"), SECRETS),
          MastodonConfig.read(event.sources().get("mastodon"), SECRETS),
          BlueskyConfig.read(event.sources().get("bluesky"), SECRETS),
          FlickrConfig.read(event.sources().get("flickr"), SECRETS));
    });
  }

  private static String opened(String yaml, Predicate<String> which) {
    return CLOSED
        .matcher(yaml)
        .replaceAll(line ->
            Matcher.quoteReplacement(which.test(line.group()) ? opened(line) : line.group()));
  }

  private static String opened(MatchResult line) {
    return line.group(1) + line.group(2);
  }

  private static String text() throws IOException {
    return Files.readString(EXAMPLE);
  }
}
