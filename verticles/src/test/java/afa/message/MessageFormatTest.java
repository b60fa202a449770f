package afa.message;

import static org.assertj.core.api.Assertions.assertThat;

import afa.bus.RecordCodec;
import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.feed.LogEntry;
import afa.testkit.Posts;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Pins what travels between nodes: two versions of the product may share a cluster, so a change here
 * is a change of the wire.
 */
final class MessageFormatTest {
  private static final LocalDateTime DAY = LocalDateTime.parse("2026-05-24T08:00:00");
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");
  private static final EventInfo EVENT = new EventInfo(
      "aea2026",
      "An Event",
      "Europe/Berlin",
      DAY,
      DAY.plusDays(1),
      null,
      "aea",
      List.of("x"),
      List.of());

  private static final Coverage COVERAGE = Coverage.NONE
      .streamed(NOON, NOON.plusSeconds(60))
      .missed(NOON.plusSeconds(60), NOON.plusSeconds(90), "no answer");
  private static final String COVERAGE_JSON =
      "{\"intervals\":[{\"from\":\"2026-05-24T12:00:00Z\",\"to\":\"2026-05-24T12:01:00Z\","
          + "\"kind\":\"complete\",\"posts\":0,\"reason\":null},"
          + "{\"from\":\"2026-05-24T12:01:00Z\",\"to\":\"2026-05-24T12:01:30Z\","
          + "\"kind\":\"unknown\",\"posts\":0,\"reason\":\"no answer\"}]}";

  /** Every message, and what it looks like on the way. */
  private static Map<BusMessage, String> pinned() {
    Map<BusMessage, String> pinned = new LinkedHashMap<>();
    pinned.put(
        new AppendPosts(
                "aea2026", "x", List.of(Posts.post(1)), List.of("x:p0"), "c1", COVERAGE, "k3v9")
            .by(new Fence("x", 1_779_624_000_000L)),
        "{\"event\":\"aea2026\",\"source\":\"x\",\"posts\":[{\"source\":\"x\",\"id\":\"p1\","
            + "\"author\":{\"name\":\"Ada Lovelace\",\"handle\":\"ada\",\"url\":\"https://x.example/ada\",\"avatar\":null},"
            + "\"text\":\"Post number 1 \\uD83C\\uDF89\",\"postedAt\":\"2026-05-24T12:00:01Z\","
            + "\"receivedAt\":\"2026-05-24T12:00:01.480Z\"}],\"retracted\":[\"x:p0\"],\"cursor\":\"c1\",\"coverage\":"
            + COVERAGE_JSON
            + ",\"epoch\":\"k3v9\",\"fence\":{\"network\":\"x\",\"number\":1779624000000}}");
    pinned.put(new ClaimSource("aea2026", "x"), "{\"event\":\"aea2026\",\"network\":\"x\"}");
    pinned.put(new Claimed(1_779_624_000_000L), "{\"fence\":1779624000000}");
    pinned.put(
        new Appended("k3v9", 7, List.of(6L, 7L), 1, 0, 0, 6),
        "{\"epoch\":\"k3v9\",\"head\":7,\"numbers\":[6,7],\"added\":1,\"revised\":0,"
            + "\"retracted\":0,\"before\":6}");
    pinned.put(
        new CoverageRead("aea2026", Map.of("x", COVERAGE)),
        "{\"event\":\"aea2026\",\"sources\":{\"x\":" + COVERAGE_JSON + "}}");
    pinned.put(new ReadCoverage("aea2026"), "{\"event\":\"aea2026\"}");
    pinned.put(
        new EventList(List.of(EVENT)),
        "{\"events\":[{\"event\":\"aea2026\",\"name\":\"An Event\",\"timeZone\":\"Europe/Berlin\","
            + "\"from\":\"2026-05-24T08:00:00\",\"to\":\"2026-05-25T08:00:00\",\"schedule\":null,\"hashtag\":\"aea\",\"sources\":[\"x\"],\"mediaOrigins\":[]}]}");
    pinned.put(
        new HeadAnnounced("aea2026", "k3v9", 7),
        "{\"event\":\"aea2026\",\"epoch\":\"k3v9\",\"head\":7}");
    pinned.put(new ListEvents(), "{}");
    pinned.put(
        new LogGrew("aea2026", "k3v9", 7, List.of(new LogEntry(7, "{\"n\":7}"))),
        "{\"event\":\"aea2026\",\"epoch\":\"k3v9\",\"head\":7,\"entries\":[{\"n\":7,\"json\":\"{\\\"n\\\":7}\"}]}");
    pinned.put(
        new LogPage("k3v9", 9, List.of(new LogEntry(7, "{}"))),
        "{\"epoch\":\"k3v9\",\"head\":9,\"entries\":[{\"n\":7,\"json\":\"{}\"}]}");
    pinned.put(new ReadIntegrity("aea2026"), "{\"event\":\"aea2026\"}");
    pinned.put(
        new IntegrityRead(
            "aea2026",
            NOON,
            NOON,
            NOON,
            IntegrityRead.Level.GAPS,
            "Complete",
            null,
            List.of(new SourceIntegrity(
                "mastodon",
                "one.example",
                SourceReported.State.POLLING,
                NOON,
                null,
                NOON,
                null,
                null,
                COVERAGE.intervals().subList(1, 2)))),
        "{\"event\":\"aea2026\",\"at\":\"2026-05-24T12:00:00Z\","
            + "\"from\":\"2026-05-24T12:00:00Z\",\"to\":\"2026-05-24T12:00:00Z\","
            + "\"level\":\"gaps\",\"line\":\"Complete\",\"problem\":null,\"sources\":["
            + "{\"source\":\"mastodon\",\"part\":\"one.example\",\"state\":\"POLLING\","
            + "\"since\":\"2026-05-24T12:00:00Z\",\"remark\":null,"
            + "\"lastPost\":\"2026-05-24T12:00:00Z\",\"lastSign\":null,\"spending\":null,"
            + "\"intervals\":[{\"from\":\"2026-05-24T12:01:00Z\","
            + "\"to\":\"2026-05-24T12:01:30Z\",\"kind\":\"unknown\",\"posts\":0,"
            + "\"reason\":\"no answer\"}]}]}");
    pinned.put(
        new ReadArchive("aea2026", "k3v9", 7, 100),
        "{\"event\":\"aea2026\",\"epoch\":\"k3v9\",\"since\":7,\"limit\":100}");
    pinned.put(
        new ArchivePage(
            false, "k3v9", 9, true, List.of(new ArchivePage.Entry(8, "{\"n\":8}", "x:p1"))),
        "{\"away\":false,\"epoch\":\"k3v9\",\"checkpoint\":9,\"outlived\":true,"
            + "\"entries\":[{\"n\":8,\"json\":\"{\\\"n\\\":8}\",\"identity\":\"x:p1\"}]}");
    pinned.put(
        new LogLost("aea2026", "k3v9", 7, 9),
        "{\"event\":\"aea2026\",\"epoch\":\"k3v9\",\"since\":7,\"head\":9}");
    pinned.put(new ReadCursor("aea2026", "x"), "{\"event\":\"aea2026\",\"source\":\"x\"}");
    pinned.put(new ReadLog("aea2026", 7, 100), "{\"event\":\"aea2026\",\"since\":7,\"limit\":100}");
    pinned.put(
        new SourceCursor("c1", null, "k3v9"),
        "{\"cursor\":\"c1\",\"coverage\":null,\"epoch\":\"k3v9\"}");
    pinned.put(
        new SourceReported(
            "aea2026",
            "x",
            SourceReported.State.STREAMING,
            NOON,
            NOON,
            null,
            null,
            new Spending(5_000, 12, 900),
            9_300),
        "{\"event\":\"aea2026\",\"source\":\"x\",\"state\":\"STREAMING\",\"since\":\"2026-05-24T12:00:00Z\","
            + "\"lastPost\":\"2026-05-24T12:00:00Z\",\"lastSign\":null,\"remark\":null,"
            + "\"spending\":{\"perDay\":5000,\"read\":12,\"projected\":900},\"patienceSeconds\":9300}");
    pinned.put(new StoreIdentity("k3v9"), "{\"id\":\"k3v9\"}");
    pinned.put(new WhichStore(), "{}");
    pinned.put(new AbortRolling("ada"), "{\"who\":\"ada\"}");
    pinned.put(
        new LoginRefused("a-8080", "ada", "10.0.0.1", NOON),
        "{\"node\":\"a-8080\",\"user\":\"ada\",\"address\":\"10.0.0.1\","
            + "\"at\":\"2026-05-24T12:00:00Z\"}");
    pinned.put(
        new RollingTold(
            "r1",
            "delivery",
            "a-8080",
            "ada",
            NOON,
            RollingTold.State.RUNNING,
            List.of(new RollingTold.Step(
                "b-8081", RollingTold.StepState.CATCHING_UP, "It runs again.")),
            ""),
        "{\"id\":\"r1\",\"verticle\":\"delivery\",\"runner\":\"a-8080\",\"who\":\"ada\","
            + "\"at\":\"2026-05-24T12:00:00Z\",\"state\":\"RUNNING\",\"steps\":["
            + "{\"node\":\"b-8081\",\"state\":\"CATCHING_UP\",\"sentence\":\"It runs again.\"}],"
            + "\"sentence\":\"\"}");
    pinned.put(
        new SessionsEnded("ada", "s1", NOON),
        "{\"user\":\"ada\",\"session\":\"s1\",\"at\":\"2026-05-24T12:00:00Z\"}");
    pinned.putAll(PinnedSupervision.pinned());
    pinned.putAll(PinnedTalks.pinned());
    return pinned;
  }

  @Test
  void everyMessageHasItsJsonAndSurvivesTheWay() {
    pinned().forEach((message, json) -> {
      assertThat(json(message)).isEqualTo(json);
      assertThat(carried(message)).isEqualTo(message);
    });
  }

  @Test
  void everyMessageIsPinnedHere() {
    assertThat(pinned().keySet().stream().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrder(BusMessage.class.getPermittedSubclasses());
  }

  @Test
  void fieldsOfANewerNodeAreIgnoredAndMissingOnesGetTheirDefault() {
    assertThat(read(LogPage.class, "{\"epoch\":\"e\",\"head\":3,\"tomorrow\":{\"a\":1}}"))
        .isEqualTo(new LogPage("e", 3, List.of()));
  }

  private static <T extends Record> T read(Class<T> type, String json) {
    Buffer wire = Buffer.buffer()
        .appendInt(json.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
        .appendString(json);
    return new RecordCodec<>(type).decodeFromWire(0, wire);
  }

  private static String json(BusMessage message) {
    Buffer wire = wire(message);
    return wire.getString(Integer.BYTES, wire.length());
  }

  private static Object carried(BusMessage message) {
    return codec(message).decodeFromWire(0, wire(message));
  }

  private static Buffer wire(BusMessage message) {
    Buffer wire = Buffer.buffer();
    codec(message).encodeToWire(wire, (Record) message);
    return wire;
  }

  @SuppressWarnings("unchecked")
  private static RecordCodec<Record> codec(BusMessage message) {
    return new RecordCodec<>((Class<Record>) (Class<?>) message.getClass());
  }
}
