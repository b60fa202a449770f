package afa.chaos;

import afa.feed.FeedJson;
import afa.rehearsal.RehearsalOptions;
import afa.rehearsal.RehearsalVerticle;
import afa.rehearsal.RehearsedEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Sources that lose nothing, put to the test: a conference is played on simulated networks that
 * misbehave at random, the node that follows them is killed, and in the end what was sent, what is
 * in the log and what is in the archive are compared, and what coverage claims with what was done.
 */
public final class SourceChaos {
  private static final Duration LAST_LOOK = Duration.ofSeconds(2);

  /**
   * What is to happen.
   *
   * @param networks which are rehearsed
   * @param seed of everything that looks random
   * @param length of the uproar
   * @param kills how often the node is killed in that time
   * @param perSecond posts on all networks together
   * @param faultEvery mean time between two faults
   * @param patience how long after the end everything may take to arrive
   * @param home an empty directory for the node; its data stays there
   * @param port of the node
   * @param clusterPort first port of its cluster
   */
  public record Plan(
      List<String> networks,
      long seed,
      Duration length,
      int kills,
      double perSecond,
      Duration faultEvery,
      Duration patience,
      Path home,
      int port,
      int clusterPort) {}

  private final Plan plan;
  private final Random random;
  private final Vertx vertx = Vertx.vertx();
  private RehearsalVerticle rehearsal;
  private Uproar uproar;
  private LocalNode node;
  private Instant begun;
  private Instant calmed;

  private SourceChaos(Plan plan) {
    this.plan = plan;
    this.random = new Random(plan.seed());
  }

  /** Runs it and cleans up; the verdict says what was found. */
  public static Verdict run(Plan plan) throws Exception {
    SourceChaos chaos = new SourceChaos(plan);
    try {
      chaos.begin();
      chaos.rage();
      return chaos.judge();
    } finally {
      chaos.end();
    }
  }

  private void begin() throws Exception {
    rehearsal = new RehearsalVerticle(new RehearsalOptions()
        .networks(plan.networks())
        .seed(plan.seed())
        .history(40)
        .perSecond(plan.perSecond())
        .searchReposts(true));
    vertx.deployVerticle(rehearsal).await(20, TimeUnit.SECONDS);
    uproar = new Uproar(rehearsal.url(), plan.networks(), random);
    Files.writeString(plan.home().resolve("event.yaml"), rehearsal.eventFile(RehearsedEvent.ID));
    Files.writeString(plan.home().resolve("cluster.xml"), cluster());
    node = start();
    begun = Instant.now();
  }

  /** A cluster that no other one of this machine looks at. */
  private String cluster() throws IOException {
    try (var usual = SourceChaos.class.getResourceAsStream("/cluster.xml")) {
      String text = new String(usual.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return text.replace(">5701<", ">" + plan.clusterPort() + "<");
    }
  }

  private LocalNode start() throws Exception {
    List<String> options = List.of(
        "--port", Integer.toString(plan.port()),
        "--data", data().toString(),
        "--cluster", plan.home().toString(),
        "--event", plan.home().resolve("event.yaml").toString());
    return LocalNode.start(plan.home(), rehearsal.environment(), options).ready();
  }

  private Path data() {
    return plan.home().resolve("data");
  }

  /** Faults and kills at the times that the seed gives. */
  private void rage() throws Exception {
    Instant end = begun.plus(plan.length());
    List<Instant> kills = new ArrayList<>();
    for (int i = 1; i <= plan.kills(); i++) {
      double part = (i - 0.25 + random.nextDouble() / 2) / (plan.kills() + 1);
      kills.add(begun.plusMillis((long) (plan.length().toMillis() * part)));
    }
    while (Instant.now().isBefore(end)) {
      pause(Duration.ofMillis((long) (plan.faultEvery().toMillis() * 2 * random.nextDouble())));
      if (!kills.isEmpty() && Instant.now().isAfter(kills.get(0))) {
        kills.remove(0);
        kill();
      }
      uproar.next();
    }
    // From here on nobody posts, which a source takes for a dead connection now and then.
    calmed = Instant.now();
    NodeView.order(rehearsal.url() + "/control/all/pace", "{\"perSecond\":0}");
    NodeView.order(rehearsal.url() + "/control/all/calm", "{}");
  }

  private void kill() throws Exception {
    Instant killed = Instant.now();
    node.kill();
    node = start();
    uproar.also(new Disturbance("*", "kill -9", killed, Instant.now()));
  }

  private static void pause(Duration length) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(length.toMillis());
  }

  /** What is late may still come; what is compared at the end is what stays. */
  private Verdict judge() throws Exception {
    Instant deadline = Instant.now().plus(plan.patience());
    Verdict verdict = verdict();
    while (!verdict.isRight() && Instant.now().isBefore(deadline)) {
      pause(LAST_LOOK);
      verdict = verdict();
    }
    return verdict;
  }

  private Verdict verdict() throws Exception {
    NodeView view =
        new NodeView("http://127.0.0.1:" + plan.port() + "/events/" + RehearsedEvent.ID);
    List<JsonNode> log = view.log();
    List<String> archive = ArchiveView.entries(data(), RehearsedEvent.ID);
    Verdict verdict = new Verdict(plan.seed(), begun, calmed, sameAs(log, archive), log.size());
    for (String network : plan.networks()) {
      List<JsonNode> ledger = NodeView.lines(rehearsal.url() + "/ledger/" + network + "?all=true");
      verdict.add(
          network,
          Tally.of(network, ledger, log),
          view.coverage(),
          outages(network),
          uproar.done());
    }
    return verdict;
  }

  private static boolean sameAs(List<JsonNode> log, List<String> archive) throws IOException {
    if (log.size() != archive.size()) return false;
    for (int i = 0; i < log.size(); i++) {
      if (!log.get(i).equals(FeedJson.MAPPER.readTree(archive.get(i)))) return false;
    }
    return true;
  }

  private List<Disturbance> outages(String network) throws IOException, InterruptedException {
    List<Disturbance> outages = new ArrayList<>();
    for (JsonNode outage : NodeView.get(rehearsal.url() + "/outages").path(network)) {
      outages.add(new Disturbance(
          network,
          outage.path("reason").asText(),
          Instant.parse(outage.path("from").asText()),
          Instant.parse(outage.path("to").asText())));
    }
    return outages;
  }

  private void end() throws Exception {
    if (node != null) node.stop();
    vertx.close().await(10, TimeUnit.SECONDS);
  }
}
