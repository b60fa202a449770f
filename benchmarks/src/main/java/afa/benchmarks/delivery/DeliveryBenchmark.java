package afa.benchmarks.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Delivery side by side with other servers: each scenario with a fresh server of each peer in turn,
 * several times over, so that a change of the machine's mood meets them all alike.
 */
public final class DeliveryBenchmark {
  private static final String POINTS = "1000x50,5000x10,10000x5,19500x2.5";
  private static final Set<String> OPTIONS = Set.of(
      "scenarios",
      "peers",
      "repetitions",
      "seconds",
      "warmup",
      "minutes",
      "load",
      "readers",
      "capacity",
      "json",
      "plot",
      "server-core");

  private final Options options;
  private final List<Peer> peers;
  private final Results results = new Results();

  private DeliveryBenchmark(Options options) {
    this.options = options;
    this.peers = options.peers("ours,nchan,node,limit");
  }

  /** Measures what the options say, all of it without any. */
  public static void main(String[] args) throws IOException {
    try {
      new DeliveryBenchmark(new Options(args, OPTIONS)).run();
    } catch (Options.Mistake mistake) {
      System.err.println(mistake.getMessage());
      System.exit(2);
    }
  }

  private void run() throws IOException {
    Settings settings = new Settings(
        options.number("seconds", 10), options.number("warmup", 10), options.number("minutes", 2));
    int repetitions = options.whole("repetitions", 3);
    List<Scenario> scenarios = chosen(settings);
    ClientWarmUp.run(serverCore());
    for (int repetition = 1; repetition <= repetitions; repetition++) {
      for (Scenario scenario : scenarios) {
        if (repetition > 1 && scenario instanceof Worst) continue; // long enough as it is
        for (Peer peer : peers) measure(scenario, peer);
        write(settings, repetition);
      }
    }
    System.out.println(new ResultTable(results, peers).markdown());
    System.out.printf(
        "Median (least–most) of %d repetitions, runs of %.0f s; the client was warm. Each server was%n"
            + "warmed by %.0f s of load before the first run it was measured in, but not before the%n"
            + "storms of connections, the first of which meets it as it started.%n",
        repetitions, settings.seconds(), settings.warmSeconds());
  }

  private void measure(Scenario scenario, Peer peer) {
    try (Server server = Server.start(peer, serverCore())) {
      scenario.measure(server, results);
    } catch (IOException | RuntimeException failure) {
      Progress.say("%s at %s failed: %s", scenario, peer.label(), failure);
    }
  }

  private int serverCore() {
    return options.whole("server-core", 0);
  }

  private List<Scenario> chosen(Settings settings) {
    Map<String, List<Scenario>> all = all(settings);
    List<Scenario> chosen = new ArrayList<>();
    for (String name : options.list("scenarios", String.join(",", all.keySet()))) {
      if (!all.containsKey(name))
        throw new Options.Mistake("--scenarios: there are " + all.keySet());
      chosen.addAll(all.get(name));
    }
    return chosen;
  }

  private Map<String, List<Scenario>> all(Settings settings) {
    List<FanOut.Point> points =
        options.list("load", POINTS).stream().map(FanOut.Point::parse).toList();
    int readers = options.whole("readers", 10_000);
    Map<String, List<Scenario>> all = new LinkedHashMap<>();
    all.put("fanout", List.of(new FanOut(settings, "fanout", Readers.Mode.STREAM, points)));
    all.put(
        "capacity",
        options.list("capacity", "1000," + readers).stream()
            .<Scenario>map(count -> new Capacity(settings, Integer.parseInt(count)))
            .toList());
    all.put("memory", List.of(new Memory(settings, readers)));
    all.put("accept", List.of(new Accept(readers)));
    List<FanOut.Point> polls = List.of(new FanOut.Point(readers, 2));
    all.put("longpoll", List.of(new FanOut(settings, "longpoll", Readers.Mode.POLL, polls)));
    all.put("worst", List.of(new Worst(settings, new FanOut.Point(readers, 5))));
    return all;
  }

  private void write(Settings settings, int repetition) throws IOException {
    Path json = options.path("json");
    if (json != null) Files.writeString(json, ResultJson.of(results, peers, settings, repetition));
    Path plot = options.path("plot");
    if (plot != null) Files.writeString(plot, new BarPlot(results, peers).svg());
  }
}
