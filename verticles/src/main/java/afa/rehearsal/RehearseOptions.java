package afa.rehearsal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code rehearse} was told.
 *
 * @param port TCP port of the simulator of X; 0 takes a free one
 * @param perSecond posts a second, about
 * @param lines file whose lines are served as they are; null for none
 * @param ledger file for the ledger; null for none
 * @param length when to stop; zero means never
 * @param searchReposts whether search finds reposts, which X's does not
 * @param delay how old a post must be to be found by search
 * @param publicUrl where browsers reach the pictures; null for where the simulator listens
 */
record RehearseOptions(
    int port,
    double perSecond,
    long seed,
    FaultPlan faults,
    Path lines,
    Path ledger,
    Duration length,
    int history,
    String token,
    boolean searchReposts,
    Duration delay,
    String publicUrl) {

  static final String USAGE =
      """
      rehearse [options]       starts the simulators of the networks alone
        --port 8090            port of the simulated X; 0 takes a free one
        --rate 1               posts a second, about; 0 posts nothing by itself
        --history 120          posts of the last hours that exist at the start
        --seed 1               the same seed gives the same posts, pauses and faults
        --faults SPEC          faults at random: weather, or such as drop=8,stall=60:5,framing
                               (NAME=SECONDS between two of them, :SECONDS how long one lasts)
        --lines FILE           serves the lines of a file as they are, besides the conference
        --ledger FILE          writes down what was sent, a line of JSON for each fact
        --for SECONDS          ends by itself
        --token rehearsal      the bearer token that is let in
        --search-delay 30      seconds until a post can be searched
        --search-reposts       search finds reposts too, which X's does not
        --public-url URL       where browsers reach the pictures
      Faults: %s"""
          .formatted(String.join(
              " ", java.util.Arrays.stream(Fault.values()).map(Fault::id).toList()));

  private static final Set<String> NAMES = Set.of(
      "port",
      "rate",
      "history",
      "seed",
      "faults",
      "lines",
      "ledger",
      "for",
      "token",
      "search-delay",
      "search-reposts",
      "public-url");

  /** The command line is not as it must be; the message says everything that is wrong. */
  static final class Mistake extends Exception {
    private static final long serialVersionUID = 1;

    Mistake(List<String> problems) {
      super(String.join("\n", problems) + "\n\n" + USAGE);
    }
  }

  static RehearseOptions parse(List<String> arguments) throws Mistake {
    List<String> problems = new ArrayList<>();
    Map<String, String> given = given(arguments, problems);
    RehearseOptions options = new RehearseOptions(
        (int) number(given, "port", 8090, 65_535, problems),
        number(given, "rate", 1, 1_000, problems),
        (long) number(given, "seed", 1, 1e15, problems),
        faults(given.getOrDefault("faults", ""), problems),
        readable(given.get("lines"), problems),
        given.containsKey("ledger") ? Path.of(given.get("ledger")) : null,
        seconds(given, "for", 0, problems),
        (int) number(given, "history", 120, 10_000, problems),
        given.getOrDefault("token", "rehearsal"),
        given.containsKey("search-reposts"),
        seconds(given, "search-delay", 30, problems),
        given.get("public-url"));
    if (!problems.isEmpty()) throw new Mistake(problems);
    return options;
  }

  private static Map<String, String> given(List<String> arguments, List<String> problems) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String[] parts = arguments.get(i).split("=", 2);
      String name = parts[0].replaceFirst("^--", "");
      boolean isFlag = name.equals("search-reposts");
      boolean hasNext = i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--");
      String value =
          parts.length == 2 ? parts[1] : isFlag ? "true" : hasNext ? arguments.get(++i) : "";
      if (!parts[0].startsWith("--") || !NAMES.contains(name)) {
        problems.add("unknown option " + parts[0]);
      } else if (value.isEmpty()) {
        problems.add(parts[0] + " needs a value");
      } else {
        given.put(name, value);
      }
    }
    return given;
  }

  private static double number(
      Map<String, String> given,
      String name,
      double otherwise,
      double most,
      List<String> problems) {
    String text = given.get(name);
    if (text == null) return otherwise;
    if (text.matches("[0-9]{1,15}(\\.[0-9]{1,6})?") && Double.parseDouble(text) <= most) {
      return Double.parseDouble(text);
    }
    problems.add("--" + name + " " + text + ": expected a number from 0 to " + Math.round(most));
    return otherwise;
  }

  private static Duration seconds(
      Map<String, String> given, String name, double otherwise, List<String> problems) {
    return Duration.ofMillis(
        Math.round(1_000 * number(given, name, otherwise, 10_000_000, problems)));
  }

  private static FaultPlan faults(String text, List<String> problems) {
    try {
      return FaultPlan.parse(text);
    } catch (IllegalArgumentException wrong) {
      problems.add("--faults: " + wrong.getMessage());
      return FaultPlan.NONE;
    }
  }

  private static Path readable(String file, List<String> problems) {
    if (file == null) return null;
    if (Files.isReadable(Path.of(file))) return Path.of(file);
    problems.add("--lines " + file + ": there is no such file that can be read");
    return null;
  }
}
