package afa.rehearsal.x;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.rehearsal.Conference;
import afa.rehearsal.FaultPlan;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A patient reader that knows nothing but HTTP ends up with what the ledger says, in any weather. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LedgerHonestyTest {
  private static final int HISTORY = 60;
  private static final int FLOOD = 600;
  private static final String FIELDS =
      "?tweet.fields=created_at,entities,lang&expansions=author_id";
  private final Set<String> ids = new HashSet<>();

  @Test
  void streamAndSearchTogetherGiveExactlyTheLedger(Vertx vertx) throws Exception {
    XSimulator x = XSimulator.start(
            vertx,
            new XOptions()
                .conference(Conference.load(Conference.DEFAULT))
                .history(HISTORY)
                .searchDelay(Duration.ofMillis(50))
                .keepAlive(Duration.ofMillis(100))
                .faults(FaultPlan.parse("framing,drop=1,cut=1,garbage=0.2,duplicate=0.2,"
                    + "reorder=0.2,disconnect=2,unavailable=2,unavailable-html=2,slow=2:0.3")))
        .await(30, SECONDS);
    PlainClient client = new PlainClient(x.url(), x.token());
    client.addRule("#inkwherry");
    x.flood(FLOOD, 100).await(30, SECONDS);
    while (x.ledger().size() < HISTORY + FLOOD) {
      try (OpenStream stream = client.stream(FIELDS)) {
        if (stream.status() == 200) readAll(stream, x);
      }
    }
    await().untilAsserted(() -> {
      search(client);
      assertThat(ids).isEqualTo(ledger(client));
    });
    assertThat(ids).hasSizeGreaterThan(FLOOD / 2);
  }

  /** Until it is cut off, or until a keep-alive says that after the last post nothing waits. */
  private void readAll(OpenStream stream, XSimulator x) {
    for (String line = stream.line(); line != null; line = stream.line()) {
      if (line.isEmpty() && x.ledger().size() == HISTORY + FLOOD) return;
      read(line);
    }
  }

  private static Set<String> ledger(PlainClient client) throws Exception {
    return client
        .get("/ledger")
        .body()
        .lines()
        .map(line -> new JsonObject(line).getString("id"))
        .collect(Collectors.toSet());
  }

  private void read(String line) {
    try {
      JsonObject message = new JsonObject(line);
      if (message.containsKey("matching_rules")) {
        ids.add(message.getJsonObject("data").getString("id"));
      }
    } catch (DecodeException | ClassCastException garbage) {
      // as it should be
    }
  }

  private void search(PlainClient client) throws Exception {
    String token = "";
    while (token != null) {
      JsonObject page =
          client.getJson("/2/tweets/search/recent?query=%23inkwherry&max_results=100" + token);
      JsonArray data = page.getJsonArray("data", new JsonArray());
      data.forEach(post -> ids.add(((JsonObject) post).getString("id")));
      String next = page.getJsonObject("meta").getString("next_token");
      token = next == null ? null : "&next_token=" + next;
    }
  }
}
