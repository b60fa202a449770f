package afa.chaos;

import afa.rehearsal.RehearsalOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Options as {@code ./afa chaos} was given them, each a word and a value. */
final class ChaosOptions {
  private final Map<String, String> given = new HashMap<>();

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException naming the first that is not understood
   */
  ChaosOptions(List<String> words, List<String> known) {
    for (int i = 0; i < words.size(); i += 2) {
      String name = words.get(i).replaceFirst("^--", "");
      if (!known.contains(name) || i + 1 == words.size()) {
        throw new IllegalArgumentException("what does " + words.get(i) + " mean?");
      }
      given.put(name, words.get(i + 1));
    }
  }

  long number(String name, long usual) {
    String text = given.getOrDefault(name, Long.toString(usual));
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("--" + name + " " + text + ": expected a whole number");
    }
    return Long.parseLong(text);
  }

  Duration seconds(String name, long usual) {
    return Duration.ofSeconds(number(name, usual));
  }

  /** The seed of this run, or a new one. */
  long seed() {
    return number("seed", System.currentTimeMillis() % 1_000_000);
  }

  List<String> list(String name, List<String> usual) {
    String text = given.get(name);
    return text == null ? usual : Arrays.asList(text.split(",", -1));
  }

  List<String> networks(List<String> usual) {
    List<String> known = new RehearsalOptions().networks();
    List<String> networks = list("networks", usual);
    if (known.containsAll(networks)) return networks;
    throw new IllegalArgumentException("--networks " + networks + ": known are " + known);
  }

  /** A fresh directory that servers of another user may enter. */
  static Path home() throws IOException {
    Path home = Files.createTempDirectory("afa-chaos");
    home.toFile().setReadable(true, false);
    home.toFile().setExecutable(true, false);
    return home;
  }
}
