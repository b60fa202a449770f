package afa.rehearsal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command was told.
 *
 * @param length when to stop; zero means never
 */
record RehearseOptions(RehearsalOptions rehearsal, Duration length) {

  static final String USAGE =
      """
      rehearse [options]       starts the simulators of the networks alone
        --port 8090            the port of all networks; 0 takes a free one
        --networks LIST        which ones: %s (all of them)
        --rate 1               posts a second on all together, about; 0 posts nothing by itself
        --history 150          posts of the last hours that exist at the start
        --seed 1               the same seed gives the same posts, pauses and faults
        --faults SPEC          faults at random: weather, or such as drop=8,stall=60:5,framing
                               (NAME=SECONDS between two of them, :SECONDS how long one lasts) on
                               every network that knows them; mastodon:drop=8 on that one alone
        --lines FILE           X serves the lines of a file as they are, besides the conference
        --ledger FILE          writes down what was sent, a line of JSON for each fact, in a file
                               for each network: FILE with -x, -mastodon … added to its name
        --for SECONDS          ends by itself
        --token rehearsal      the one token or key that every network lets in
        --search-delay 30      seconds until a post can be searched at X
        --search-reposts       X's search finds reposts too, which the real one does not
        --public-url URL       where browsers reach the pictures
      Faults: %s"""
          .formatted(
              String.join(",", RehearsedNetworks.names()),
              String.join(" ", Arrays.stream(Fault.values()).map(Fault::id).toList()));

  private static final Set<String> NAMES = Set.of(
      "port",
      "networks",
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
    RehearsalOptions rehearsal = new RehearsalOptions()
        .port((int) number(given, "port", 8090, 65_535, problems))
        .networks(networks(given.get("networks"), problems))
        .perSecond(number(given, "rate", 1, 1_000, problems))
        .seed((long) number(given, "seed", 1, 1e15, problems))
        .faults(faults(given.getOrDefault("faults", ""), problems))
        .lines(readable(given.get("lines"), problems))
        .ledger(given.containsKey("ledger") ? Path.of(given.get("ledger")) : null)
        .history((int) number(given, "history", 150, 10_000, problems))
        .token(given.getOrDefault("token", "rehearsal"))
        .searchReposts(given.containsKey("search-reposts"))
        .searchDelay(seconds(given, "search-delay", 30, problems))
        .publicUrl(given.get("public-url"));
    RehearseOptions options = new RehearseOptions(rehearsal, seconds(given, "for", 0, problems));
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

  private static List<String> networks(String text, List<String> problems) {
    if (text == null) return RehearsedNetworks.names();
    List<String> names = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    for (String name : names) insistOnNetwork(name, "--networks", problems);
    return names;
  }

  private static void insistOnNetwork(String name, String option, List<String> problems) {
    if (RehearsedNetworks.names().contains(name)) return;
    problems.add(option + ": there is no network " + name + ", only "
        + String.join(", ", RehearsedNetworks.names()));
  }

  private static FaultPlans faults(String text, List<String> problems) {
    try {
      FaultPlans plans = FaultPlans.parse(text);
      plans.networks().forEach(name -> insistOnNetwork(name, "--faults", problems));
      return plans;
    } catch (IllegalArgumentException wrong) {
      problems.add("--faults: " + wrong.getMessage());
      return FaultPlans.NONE;
    }
  }

  private static Path readable(String file, List<String> problems) {
    if (file == null) return null;
    if (Files.isReadable(Path.of(file))) return Path.of(file);
    problems.add("--lines " + file + ": there is no such file that can be read");
    return null;
  }
}
