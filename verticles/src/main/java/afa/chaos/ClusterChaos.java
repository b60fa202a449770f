package afa.chaos;

import afa.chaos.checker.Checker;
import afa.chaos.checker.Entry;
import afa.chaos.checker.Evidence;
import afa.chaos.checker.Posted;
import afa.rehearsal.RehearsedEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A cluster put to the test: real nodes under load are killed, paused, restarted and cut off, their
 * servers too, while readers follow from outside. In the end the ledgers of all who took part are
 * compared.
 */
final class ClusterChaos {
  private static final String PATH = "/events/" + RehearsedEvent.ID;
  private static final double POSTED = 0.75; // of all posts; the others are rehearsed
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS = 10;

  private final ClusterPlan plan;
  private final ClusterStage stage;
  private final Audience audience;
  private final Publisher publisher;
  private final Thread publishing;
  private final Onslaught onslaught;
  private final StoredLog stored;
  private long due; // what readers must have in the end

  private ClusterChaos(ClusterPlan plan, ClusterStage stage) throws IOException {
    this.plan = plan;
    this.stage = stage;
    this.audience = new Audience(stage, plan, PATH);
    List<URI> ingest = Topology.ingest().stream()
        .map(name -> "http://127.0.0.1:" + stage.relay(name).port() + PATH + "/updates")
        .map(URI::create)
        .toList();
    this.publisher =
        new Publisher(ingest, stage.token(), plan.perSecond() * POSTED, new Random(plan.seed()));
    this.publishing = new Thread(publisher, "publisher");
    this.onslaught = new Onslaught(stage);
    this.stored = new StoredLog(stage.redis().url(), stage.postgres().url(), RehearsedEvent.ID);
  }

  /** The faults of a plan. */
  static List<Strike> strikes(ClusterPlan plan) {
    return Storm.plan(
        plan.seed(),
        plan.length(),
        plan.every(),
        Topology.verticles(RehearsedEvent.ID, plan.networks()));
  }

  /** Runs it and cleans up; the verdict says what was found. */
  static ClusterVerdict run(ClusterPlan plan) throws Exception {
    ClusterStage stage = ClusterStage.set(plan);
    try {
      return run(plan, stage);
    } finally {
      stage.close();
    }
  }

  private static ClusterVerdict run(ClusterPlan plan, ClusterStage stage) throws Exception {
    ClusterChaos chaos = new ClusterChaos(plan, stage);
    try {
      return chaos.run();
    } finally {
      chaos.publisher.giveUp();
      chaos.audience.leave();
      Files.write(plan.home().resolve("faults.txt"), chaos.onslaught.journal());
    }
  }

  private ClusterVerdict run() throws Exception {
    publishing.setDaemon(true);
    publishing.start();
    audience.come();
    onslaught.rage(strikes(plan), plan.length());
    for (Bug bug : plan.bugs()) stored.spoil(bug);
    TimeUnit.MILLISECONDS.sleep(plan.calm().toMillis());
    settle();
    return verdict();
  }

  /** Nobody posts any more; what is under way may still arrive. */
  private void settle() throws Exception {
    long deadline = System.nanoTime() + plan.patience().toNanos();
    NodeView.order(stage.rehearsal().url() + "/control/all/pace", "{\"perSecond\":0}");
    publisher.end();
    publishing.join(plan.patience().toMillis());
    publisher.giveUp();
    publishing.join();
    while (!hasArrived() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
    }
    due = stored.head();
    while (!audience.hasAll(due) && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
    }
    audience.leave();
  }

  private boolean hasArrived() throws IOException, InterruptedException, SQLException {
    long head = stored.head();
    return stored.archived() == head
        && audience.hasAll(head)
        && tallies().values().stream().allMatch(Tally::isRight);
  }

  private Map<String, Tally> tallies() throws IOException, InterruptedException {
    List<JsonNode> log = stored.json();
    Map<String, Tally> tallies = new TreeMap<>();
    for (String network : plan.networks()) {
      String address = stage.rehearsal().url() + "/ledger/" + network + "?all=true";
      tallies.put(network, Tally.of(network, NodeView.lines(address), log));
    }
    return tallies;
  }

  /** A source may look something up at any time; log and archive are to be of the same moment. */
  private Evidence evidence(List<Posted> posted) throws Exception {
    List<Entry> log = stored.log();
    List<Entry> archive = stored.archive();
    for (int i = 0; i < LOOKS && (archive.size() < log.size() || stored.head() > log.size()); i++) {
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
      log = stored.log();
      archive = stored.archive();
    }
    return new Evidence(log, due, archive, audience.histories(), posted);
  }

  private ClusterVerdict verdict() throws Exception {
    List<Posted> posted = publisher.ledger();
    Files.write(
        plan.home().resolve("ledgers/publisher.tsv"),
        posted.stream().map(Posted::line).toList());
    Evidence evidence = evidence(posted);
    return new ClusterVerdict(
        plan,
        stage.hasBalancer(),
        Checker.check(evidence),
        tallies(),
        onslaught.counts(),
        Takeovers.of(onslaught.ousted(), NodeView.get(stage.rehearsal().url() + "/streams")),
        publisher.longestWait(),
        stage.nodes().stream().mapToInt(ClusterNode::stoodStill).sum(),
        stage.nodes().stream().mapToInt(ClusterNode::notJoined).sum(),
        stage.nodes().stream()
            .filter(node -> !node.isAlive())
            .map(ClusterNode::name)
            .collect(Collectors.toList()));
  }
}
