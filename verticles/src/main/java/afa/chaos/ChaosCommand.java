package afa.chaos;

import afa.rehearsal.RehearsalOptions;
import afa.servers.FreePort;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code ./afa chaos}: reads its options and says how it went. */
public final class ChaosCommand {
  private static final String USAGE =
      """
      chaos [cluster] [options] nodes of a cluster, their servers and connections are killed, paused
                               and cut under load; then the ledgers of all readers are compared
        --seconds 1800         how long
        --readers 200          streams and long-polls, half of each
        --rate 20              posts a second, on networks and by HTTP together
        --networks x,mastodon,bluesky
        --every 6              seconds between two faults, about
        --calm 60              seconds without faults before the end
        --patience 480         seconds that what is late may take
        --seed N               repeats the faults of a run
        --bug LIST             mistakes on purpose, to see them found: %s
      chaos sources [options]  networks misbehave at random and the node is killed; then
                               ledger, log, archive and coverage are compared
        --networks x,mastodon  which; all by default
        --seconds 180          how long
        --kills 2              how often the node is killed
        --rate 4               posts a second on all networks together
        --seed N               repeats a run"""
          .formatted(Arrays.stream(Bug.values()).map(Bug::id).collect(Collectors.joining(",")));

  private static final int MISTAKE = 2;

  private ChaosCommand() {}

  /** Runs it and ends the process: 0 when everything was right, 1 when not, 2 after a mistake. */
  public static void run(List<String> arguments) {
    try {
      System.exit(isRight(arguments) ? 0 : 1);
    } catch (IllegalArgumentException mistake) {
      System.err.println(mistake.getMessage() + "\n\nusage: ./afa " + USAGE);
      System.exit(MISTAKE);
    } catch (Exception failure) {
      System.err.println("The chaos could not be made: " + failure);
      System.exit(1);
    }
  }

  private static boolean isRight(List<String> arguments) throws Exception {
    String what = arguments.isEmpty() ? "--" : arguments.get(0);
    if (what.equals("sources")) return sources(arguments.subList(1, arguments.size()));
    if (what.equals("cluster")) return cluster(arguments.subList(1, arguments.size()));
    if (what.startsWith("--")) return cluster(arguments);
    throw new IllegalArgumentException("chaos of what? There are: cluster, sources");
  }

  private static boolean cluster(List<String> words) throws Exception {
    ChaosOptions options = new ChaosOptions(
        words,
        List.of(
            "seconds", "readers", "rate", "networks", "every", "calm", "patience", "seed", "bug"));
    ClusterPlan plan = new ClusterPlan(
        options.networks(List.of("x", "mastodon", "bluesky")),
        options.seed(),
        options.seconds("seconds", 1_800),
        options.seconds("every", 6),
        options.seconds("calm", 60),
        options.seconds("patience", 480),
        (int) options.number("readers", 200),
        options.number("rate", 20),
        options.list("bug", List.of()).stream().map(Bug::of).collect(Collectors.toSet()),
        ChaosOptions.home());
    System.out.println("seed " + plan.seed() + ", " + ClusterChaos.strikes(plan).size()
        + " faults in " + plan.length().toSeconds() + " s; ledgers and logs in " + plan.home());
    ClusterVerdict verdict = ClusterChaos.run(plan);
    System.out.println(verdict.text());
    return verdict.isRight();
  }

  private static boolean sources(List<String> words) throws Exception {
    ChaosOptions options =
        new ChaosOptions(words, List.of("networks", "seconds", "kills", "rate", "seed"));
    SourceChaos.Plan plan = new SourceChaos.Plan(
        options.networks(new RehearsalOptions().networks()),
        options.seed(),
        options.seconds("seconds", 180),
        (int) options.number("kills", 2),
        options.number("rate", 4),
        Duration.ofSeconds(3),
        Duration.ofMinutes(8),
        ChaosOptions.home(),
        FreePort.find(),
        FreePort.findRow(10));
    System.out.println("seed " + plan.seed() + ", " + plan.networks() + ", "
        + plan.length().toSeconds() + " s, data in " + plan.home());
    Verdict verdict = SourceChaos.run(plan);
    System.out.println(verdict.text());
    return verdict.isRight();
  }
}
