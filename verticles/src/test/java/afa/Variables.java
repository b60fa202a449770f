package afa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The variables that a file names. */
final class Variables {
  private static final Path MANUAL = Path.of("..", "docs", "operations.md");
  private static final Pattern VARIABLE =
      Pattern.compile("\\b(?:AFA|X|FLICKR|MASTODON|BLUESKY|REDIS|DATABASE)_[A-Z][A-Z_]+\\b");

  /** Between compose.yaml and its {@code .env}. */
  private static final Set<String> OF_COMPOSE =
      Set.of("AFA_REDIS_PASSWORD", "AFA_DATABASE_PASSWORD");

  private Variables() {}

  /** Insists that the manual, or the options of {@code run}, tell of each. */
  static void assertKnown(Path file) throws IOException {
    String manual = Files.readString(MANUAL);
    List<String> unknown = VARIABLE
        .matcher(Files.readString(file))
        .results()
        .map(MatchResult::group)
        .filter(name -> !OF_COMPOSE.contains(name) && !isOption(name))
        .filter(name -> !manual.contains("`" + name))
        .collect(Collectors.toList());
    assertThat(unknown).as("variables of %s that nobody knows", file).isEmpty();
  }

  private static boolean isOption(String name) {
    String option = name.replaceFirst("^AFA_", "").toLowerCase(Locale.ROOT);
    return Usage.RUN.contains("--" + option.replace('_', '-') + " ");
  }
}
