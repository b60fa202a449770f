package afa.flickr;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.SimulatorServer;
import afa.rehearsal.flickr.FlickrOptions;
import afa.rehearsal.flickr.FlickrSimulator;
import afa.servers.FreePort;
import afa.source.SourceFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class FlickrClientTest {
  private static final String KEY = "k3yThatNobodyMaySee";
  private static final FlickrWindow EVER = FlickrWindow.since(Instant.EPOCH);
  private static final FlickrOptions OPTIONS =
      FlickrOptions.REHEARSAL.delayedBy(Duration.ZERO, Duration.ZERO);

  @Test
  void whateverFailsTheKeyIsInNoFailure(Vertx vertx) throws Exception {
    SimulatorServer<FlickrSimulator> flickr = SimulatorServer.start(
            vertx, 1, setting -> new FlickrSimulator(setting, OPTIONS.letting(KEY)))
        .await(30, SECONDS);
    FlickrClient client = client(vertx, flickr.url(), Duration.ofMillis(300));
    List<String> failures = new ArrayList<>();
    for (Fault fault : FaultsThatFail.ALL) {
      flickr.on(simulator -> simulator.inject(fault)).await(30, SECONDS);
      failures.add(told(client.search(Map.of("tags", "inkwherry"), EVER, 1)));
    }
    FlickrClient nowhere =
        client(vertx, "http://127.0.0.1:" + FreePort.find(), Duration.ofSeconds(2));
    failures.add(told(nowhere.search(Map.of("tags", "inkwherry"), EVER, 1)));
    assertThat(failures).hasSize(FaultsThatFail.ALL.size() + 1).allSatisfy(failure -> assertThat(
            failure)
        .startsWith("afa.source.SourceFailure")
        .doesNotContain(KEY)
        .doesNotContain("api_key"));
  }

  @Test
  void behindTheLastPageThereIsNothingNew(Vertx vertx) throws Exception {
    SimulatorServer<FlickrSimulator> flickr = SimulatorServer.start(
            vertx, 1, setting -> new FlickrSimulator(setting, OPTIONS.letting(KEY)))
        .await(30, SECONDS);
    String id =
        flickr.on(simulator -> simulator.send(Draft.post("stranger", "one"))).await(30, SECONDS);
    FlickrClient client = client(vertx, flickr.url(), Duration.ofSeconds(5));
    for (int page : new int[] {1, 2, 100}) {
      FlickrPage found = client.search(Map.of("tags", "inkwherry"), EVER, page).await(30, SECONDS);
      assertThat(found.photos())
          .hasSizeLessThanOrEqualTo(2)
          .anySatisfy(photo -> assertThat(FlickrJson.text(photo, "id")).isEqualTo(id));
    }
    assertThat(client.standing(id).await(30, SECONDS)).isEqualTo(FlickrStanding.PUBLIC);
    assertThat(client.standing("1").await(30, SECONDS)).isEqualTo(FlickrStanding.GONE);
  }

  @Test
  void whoSharesAKeySharesItsQuota(Vertx vertx) throws Exception {
    FlickrQuota quota = new FlickrQuota(60);
    List<FlickrTurns> users =
        List.of(new FlickrTurns(vertx, KEY, quota), new FlickrTurns(vertx, KEY, quota));
    List<Future<Void>> asked = new ArrayList<>();
    for (int i = 0; i < 40; i++) asked.add(users.get(i % 2).take());
    Future.join(asked).otherwiseEmpty().await(30, SECONDS);
    assertThat(asked.stream().filter(Future::succeeded)).hasSize(10);
    new FlickrTurns(vertx, "another", quota).take().await(30, SECONDS);
  }

  /** Those after which a search does not succeed. */
  private static final class FaultsThatFail {
    static final List<Fault> ALL = List.of(
        Fault.DROP,
        Fault.GARBAGE,
        Fault.UNAVAILABLE,
        Fault.UNAVAILABLE_HTML,
        Fault.RATE_LIMITED,
        Fault.REVOKED,
        Fault.OUTAGE,
        Fault.SEARCH_UNAVAILABLE,
        Fault.STALL);
  }

  private static FlickrClient client(Vertx vertx, String url, Duration answer) {
    FlickrTuning usual = FlickrTuning.DEFAULT;
    FlickrTuning hasty = new FlickrTuning(
        usual.every(),
        usual.settle(),
        usual.lookBack(),
        usual.history(),
        usual.historyEvery(),
        usual.perPage(),
        usual.mostPages(),
        usual.checked(),
        usual.checkEvery(),
        usual.perHour(),
        answer,
        usual.backoff());
    return new FlickrClient(
        vertx, FlickrConfig.of(URI.create(url), KEY, List.of("inkwherry")).with(hasty));
  }

  private static String told(Future<?> failing) throws Exception {
    try {
      failing.await(30, SECONDS);
      return "nothing failed";
    } catch (SourceFailure failure) {
      StringWriter all = new StringWriter();
      failure.printStackTrace(new PrintWriter(all));
      return all.toString();
    }
  }
}
