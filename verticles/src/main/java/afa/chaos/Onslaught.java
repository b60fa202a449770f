package afa.chaos;

import afa.chaos.Strike.Kind;
import afa.chaos.Takeovers.Ousted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does what a plan of faults says, and remembers what came of it. */
final class Onslaught {
  private static final int AT_ONCE = 8;
  private static final Duration LAST = Duration.ofMinutes(2);

  private final ClusterStage stage;
  private final ConsoleClient console;
  private final List<String> journal = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<Ousted> ousted = new ArrayList<>();

  Onslaught(ClusterStage stage) {
    this.stage = stage;
    this.console = new ConsoleClient(stage.ports(Topology.delivery()), stage.token());
  }

  /** Returns when the storm is over and everything that was hit is there again. */
  void rage(List<Strike> strikes, Duration length) throws InterruptedException {
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(AT_ONCE);
    for (Strike strike : strikes) {
      ScheduledFuture<?> unused =
          threads.schedule(() -> hit(strike), strike.at().toMillis(), TimeUnit.MILLISECONDS);
    }
    TimeUnit.MILLISECONDS.sleep(length.toMillis());
    threads.shutdown();
    threads.awaitTermination(LAST.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void hit(Strike strike) {
    try {
      note(strike, outcome(strike));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Exception failure) {
      note(strike, "failed: " + failure.getMessage());
    }
  }

  private String outcome(Strike strike) throws Exception {
    return switch (strike.kind()) {
      case KILL, PAUSE -> node(strike);
      case RESTART -> console.restart(strike.target());
      case KILL_REDIS -> {
        ProcessHandle.of(stage.redis().pid()).ifPresent(ProcessHandle::destroyForcibly);
        sleep(strike);
        stage.redis().restart();
        yield "done";
      }
      case KILL_POSTGRES -> {
        ProcessHandle.of(stage.postgres().pid()).ifPresent(ProcessHandle::destroyForcibly);
        sleep(strike);
        stage.postgres().restart();
        yield "done";
      }
      case CUT -> {
        stage.relay(strike.target()).cut();
        yield "done";
      }
    };
  }

  /** One that still suffers from what was done before is spared. */
  private String node(Strike strike) throws Exception {
    ClusterNode node = stage.node(strike.target());
    if (!node.isWell()) return "left out";
    oust(node, strike.kind());
    if (strike.kind() == Kind.PAUSE) {
      node.pause();
      sleep(strike);
      node.goOn();
    } else {
      node.kill();
      sleep(strike);
      node.start();
      node.awaitReady();
    }
    return "done";
  }

  private synchronized void oust(ClusterNode node, Kind how) {
    if (!Topology.ingest().contains(node.name())) return;
    var ports = OwnSockets.to(stage.rehearsal().port(), node.pid());
    ousted.add(new Ousted(node.name(), how, Instant.now(), ports));
  }

  private static void sleep(Strike strike) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(strike.length().toMillis());
  }

  private synchronized void note(Strike strike, String outcome) {
    journal.add(Instant.now() + " " + strike + ": " + outcome);
    String what = strike.kind().id() + (outcome.equals("done") ? "" : " (" + outcome + ")");
    counts.merge(what.replaceFirst("\\(failed.*", "(failed)"), 1, Integer::sum);
  }

  /** What was done, in the order of its end. */
  synchronized List<String> journal() {
    return List.copyOf(journal);
  }

  /** How often, by kind. */
  synchronized Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  synchronized List<Ousted> ousted() {
    return List.copyOf(ousted);
  }
}
