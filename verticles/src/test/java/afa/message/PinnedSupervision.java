package afa.message;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What nodes and consoles tell each other, and what it looks like on the way. */
final class PinnedSupervision {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");
  private static final String NOON_JSON = "\"2026-05-24T12:00:00Z\"";
  private static final Happened HAPPENED =
      new Happened("h1", NOON, "web1", null, "ada", "restart", false, "It was restarted");
  private static final String HAPPENED_JSON = "{\"id\":\"h1\",\"at\":" + NOON_JSON
      + ",\"node\":\"web1\",\"verticle\":null,\"who\":\"ada\",\"kind\":\"restart\",\"bad\":false,"
      + "\"sentence\":\"It was restarted\"}";

  private PinnedSupervision() {}

  static Map<BusMessage, String> pinned() {
    Map<BusMessage, String> pinned = new LinkedHashMap<>();
    pinned.put(
        new CommandVerticle("delivery", CommandVerticle.Action.RESTART, "ada", true),
        "{\"verticle\":\"delivery\",\"action\":\"RESTART\",\"who\":\"ada\",\"onlyTell\":true}");
    pinned.put(
        new VerticleCommanded(true, "It will be", 312, 0, 0.5),
        "{\"done\":true,\"sentence\":\"It will be\",\"readers\":312,\"postsAtRisk\":0,"
            + "\"seconds\":0.5}");
    pinned.put(HAPPENED, HAPPENED_JSON);
    pinned.put(new TimelineRead(List.of(HAPPENED)), "{\"happened\":[" + HAPPENED_JSON + "]}");
    pinned.put(new ReadTimeline(NOON, 50), "{\"before\":" + NOON_JSON + ",\"limit\":50}");
    pinned.put(new ReadLines("x.aea", 9), "{\"verticle\":\"x.aea\",\"limit\":9}");
    pinned.put(
        new LinesRead(List.of(new LinesRead.Line(NOON, "WARN", "store", "Away"))),
        "{\"lines\":[{\"at\":" + NOON_JSON
            + ",\"level\":\"WARN\",\"verticle\":\"store\",\"message\":\"Away\"}]}");
    pinned.put(report(), reportJson());
    return pinned;
  }

  private static NodeReported report() {
    VerticleStatus status = new VerticleStatus(
        "store",
        true,
        VerticleState.RUNNING,
        NOON,
        false,
        NOON,
        7,
        3L,
        "waiting",
        1,
        2,
        null,
        null);
    return new NodeReported(
        "web1",
        "l1",
        "0.1.0",
        List.of("store"),
        "http://127.0.0.1:8080",
        NOON,
        NOON,
        true,
        false,
        new NodeVitals(1, 2, 3, 4, 0.5, 0.25, 1.5, 5, 6, 7, -1),
        List.of(status));
  }

  private static String reportJson() {
    return "{\"node\":\"web1\",\"life\":\"l1\",\"version\":\"0.1.0\",\"roles\":[\"store\"],"
        + "\"http\":\"http://127.0.0.1:8080\",\"startedAt\":" + NOON_JSON + ",\"at\":" + NOON_JSON
        + ",\"ready\":true,\"draining\":false,\"vitals\":{\"heapUsed\":1,\"heapMax\":2,"
        + "\"resident\":3,\"processors\":4,\"cpu\":0.5,\"load\":0.25,\"loopDelayMillis\":1.5,"
        + "\"readers\":5,\"posts\":6,\"deliveries\":7,\"delayMillis\":-1.0},\"verticles\":["
        + "{\"verticle\":\"store\",\"wanted\":true,\"state\":\"RUNNING\",\"since\":" + NOON_JSON
        + ",\"standby\":false,\"worked\":" + NOON_JSON + ",\"work\":7,\"lag\":3,"
        + "\"lagMeaning\":\"waiting\",\"restartsByPeople\":1,\"restartsByFailures\":2,"
        + "\"error\":null,\"errorAt\":null}]}";
  }
}
