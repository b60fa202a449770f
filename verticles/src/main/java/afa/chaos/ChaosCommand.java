package afa.chaos;

import afa.rehearsal.RehearsalOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ./afa chaos}: reads its options and says how it went. */
public final class ChaosCommand {
  private static final String USAGE =
      """
      chaos sources [options]  networks misbehave at random and the node is killed; then
                               ledger, log, archive and coverage are compared
        --networks x,mastodon  which; all by default
        --seconds 180          how long
        --kills 2              how often the node is killed
        --rate 4               posts a second on all networks together
        --seed N               repeats a run""";

  private static final int MISTAKE = 2;

  private ChaosCommand() {}

  /** Runs it and ends the process: 0 when everything was right, 1 when not, 2 after a mistake. */
  public static void run(List<String> arguments) {
    try {
      SourceChaos.Plan plan = plan(arguments);
      System.out.println("seed " + plan.seed() + ", " + plan.networks() + ", "
          + plan.length().toSeconds() + " s, data in " + plan.home());
      Verdict verdict = SourceChaos.run(plan);
      System.out.println(verdict.text());
      System.exit(verdict.isRight() ? 0 : 1);
    } catch (IllegalArgumentException mistake) {
      System.err.println(mistake.getMessage() + "\n\nusage: ./afa " + USAGE);
      System.exit(MISTAKE);
    } catch (Exception failure) {
      System.err.println("The chaos could not be made: " + failure);
      System.exit(1);
    }
  }

  private static SourceChaos.Plan plan(List<String> arguments) throws IOException {
    if (arguments.isEmpty() || !arguments.get(0).equals("sources")) {
      throw new IllegalArgumentException("chaos of what? There is: sources");
    }
    Map<String, String> options = options(arguments.subList(1, arguments.size()));
    List<String> networks = networks(options.get("networks"));
    long seed = number(options, "seed", System.currentTimeMillis() % 1_000_000);
    Path home = Files.createTempDirectory("afa-chaos");
    home.toFile().setReadable(true, false);
    home.toFile().setExecutable(true, false);
    return new SourceChaos.Plan(
        networks,
        seed,
        Duration.ofSeconds(number(options, "seconds", 180)),
        (int) number(options, "kills", 2),
        number(options, "rate", 4),
        Duration.ofSeconds(3),
        Duration.ofMinutes(8),
        home,
        freePort(),
        freePort());
  }

  private static List<String> networks(String chosen) {
    List<String> known = new RehearsalOptions().networks();
    if (chosen == null) return known;
    List<String> networks = List.of(chosen.split(",", -1));
    if (known.containsAll(networks)) return networks;
    throw new IllegalArgumentException("--networks " + chosen + ": known are " + known);
  }

  private static Map<String, String> options(List<String> words) {
    List<String> known = List.of("networks", "seconds", "kills", "rate", "seed");
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      String name = words.get(i).replaceFirst("^--", "");
      if (!known.contains(name) || i + 1 == words.size()) {
        throw new IllegalArgumentException("what does " + words.get(i) + " mean?");
      }
      options.put(name, words.get(i + 1));
    }
    return options;
  }

  private static long number(Map<String, String> options, String name, long usual) {
    String text = options.getOrDefault(name, Long.toString(usual));
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("--" + name + " " + text + ": expected a whole number");
    }
    return Long.parseLong(text);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
