package afa.rehearsal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** All networks on one port, read with nothing but HTTP: everybody finds what the ledgers say. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RehearsalIT {
  private RehearsalVerticle rehearsal;
  private RawReader reader;

  @Test
  void everyNetworkHasTheFaultsItNamesAndRefusesTheOthers(Vertx vertx) throws Exception {
    rehearsal = new RehearsalVerticle(new RehearsalOptions().history(100));
    vertx.deployVerticle(rehearsal).await(30, SECONDS);
    reader = new RawReader(told());
    String page = reader.get(rehearsal.url() + "/control");
    for (String network : rehearsal.networks()) {
      for (Fault fault : Fault.values()) {
        String path = network + "/faults/" + fault.id();
        boolean offered = page.contains("\"/control/" + path + "\"");
        JsonObject answer = order(path, "{\"seconds\":60}");
        assertThat(answer.containsKey("error")).as(path + " " + answer).isEqualTo(!offered);
      }
      assertThat(order(network + "/calm", "{}")).as(network).isEmpty();
    }
  }

  @Test
  void anOutageOfAllIsInTheRecordOfEach(Vertx vertx) throws Exception {
    rehearsal = new RehearsalVerticle(new RehearsalOptions().history(100));
    vertx.deployVerticle(rehearsal).await(30, SECONDS);
    reader = new RawReader(told());
    reader.addRule();
    assertThat(reader.follow()).isEqualTo(200);
    order("all/outage", "{\"seconds\":3}");
    assertThat(reader.follow()).isEqualTo(503);
    // X knows what its one reader missed, which ends when that one is back.
    await().until(() -> reader.follow() == 200);
    await().untilAsserted(() -> {
      JsonObject outages = new JsonObject(reader.get(rehearsal.url() + "/outages"));
      for (String network : rehearsal.networks()) {
        assertThat(outages.getJsonArray(network)).as(network).hasSize(1);
        JsonObject outage = outages.getJsonArray(network).getJsonObject(0);
        assertThat(outage.getString("reason")).isEqualTo("outage");
        Instant from = Instant.parse(outage.getString("from"));
        assertThat(Duration.between(from, Instant.parse(outage.getString("to"))))
            .isGreaterThan(Duration.ofMillis(2_900));
      }
    });
  }

  @Test
  void whatIsReadIsWhatTheLedgersSay(Vertx vertx) throws Exception {
    rehearsal = new RehearsalVerticle(new RehearsalOptions()
        .seed(11)
        .history(300)
        .searchReposts(true)
        .searchDelay(Duration.ofMillis(100)));
    vertx.deployVerticle(rehearsal).await(30, SECONDS);
    reader = new RawReader(told());
    reader.addRule();
    for (String network : rehearsal.networks()) {
      assertThat(order(network + "/posts", "{}").getString("id")).as(network).isNotBlank();
      String doomed = order(network + "/posts", "{\"text\":\"soon gone\"}").getString("id");
      assertThat(order(
              network + "/posts/delete", new JsonObject().put("id", doomed).encode()))
          .as(network)
          .isEqualTo(new JsonObject().put("deleted", doomed));
    }
    order("all/flood", "{\"posts\":100,\"perSecond\":200}");
    for (String network : rehearsal.networks()) {
      // Photos are found by their tags up to 48 seconds late, as on Flickr.
      await()
          .atMost(Duration.ofSeconds(70))
          .pollInterval(Duration.ofSeconds(3))
          .untilAsserted(() -> compare(network));
    }
  }

  private void compare(String network) throws Exception {
    Set<String> read = reader.ids(network);
    Set<String> sent = ledger(network);
    assertThat(sent).as(network).hasSizeGreaterThan(5);
    assertThat(read.stream().filter(id -> !sent.contains(id)))
        .as(network + " extra")
        .isEmpty();
    assertThat(sent.stream().filter(id -> !read.contains(id)))
        .as(network + " missing")
        .isEmpty();
  }

  /** As in an environment, with the addresses that stand only in the event file. */
  private Map<String, String> told() {
    Map<String, String> told = new HashMap<>(rehearsal.environment());
    Matcher feeds = Pattern.compile("feeds: .*urls: \\[([^]]*)]").matcher(rehearsal.eventFile());
    if (feeds.find()) told.put("FEEDS", feeds.group(1).replaceAll("[\" ]", ""));
    return told;
  }

  private JsonObject order(String path, String json) throws Exception {
    return reader.post(rehearsal.url() + "/control/" + path, json);
  }

  private Set<String> ledger(String network) throws Exception {
    return reader
        .get(rehearsal.url() + "/ledger/" + network)
        .lines()
        .map(JsonObject::new)
        .map(entry -> entry.getString("id"))
        .collect(Collectors.toSet());
  }
}
