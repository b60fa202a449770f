package afa.message;

import afa.schedule.Person;
import afa.schedule.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is told of talks, and what it looks like on the way. */
final class PinnedTalks {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");
  private static final String NOON_JSON = "\"2026-05-24T12:00:00Z\"";
  private static final PostName POST = new PostName("x", "p1");
  private static final String POST_JSON = "{\"source\":\"x\",\"id\":\"p1\"}";
  private static final Talk TALK =
      Talk.of("t1", "Grids", "Great Hall", NOON, Duration.ofMinutes(45));
  private static final String TALK_JSON =
      "{\"id\":\"t1\",\"keys\":[],\"title\":\"Grids\",\"start\":"
          + NOON_JSON + ",\"end\":\"2026-05-24T12:45:00Z\",\"room\":\"Great Hall\",\"track\":\"\","
          + "\"type\":\"\",\"language\":\"\",\"speakers\":[],\"summary\":\"\",\"url\":null,"
          + "\"hashtags\":[],\"cancelled\":false}";

  private PinnedTalks() {}

  static Map<BusMessage, String> pinned() {
    Map<BusMessage, String> pinned = new LinkedHashMap<>();
    pinned.put(new ReadSchedule("aea", 7), "{\"event\":\"aea\",\"known\":7}");
    pinned.put(
        new ScheduleRead("aea", 8, false, List.of(TALK)),
        "{\"event\":\"aea\",\"version\":8,\"unchanged\":false,\"talks\":[" + TALK_JSON + "]}");
    pinned.put(new ScheduleChanged("aea", 8), "{\"event\":\"aea\",\"version\":8}");
    corrections(pinned);
    edits(pinned);
    console(pinned);
    return pinned;
  }

  private static void corrections(Map<BusMessage, String> pinned) {
    pinned.put(
        new CorrectPlaces("aea", List.of(POST), List.of("t1"), "ada"),
        "{\"event\":\"aea\",\"posts\":[" + POST_JSON + "],\"talks\":[\"t1\"],\"who\":\"ada\"}");
    pinned.put(
        new UndoCorrection("aea", "c1", "ada"),
        "{\"event\":\"aea\",\"correction\":\"c1\",\"who\":\"ada\"}");
    pinned.put(new Corrected("c1", 3), "{\"correction\":\"c1\",\"placed\":3}");
    pinned.put(
        new ReadCorrections("aea", NOON, 20),
        "{\"event\":\"aea\",\"before\":" + NOON_JSON + ",\"limit\":20}");
    pinned.put(
        new CorrectionsRead(List.of(new CorrectionsRead.Told(
            "c1", NOON, "ada", 30, List.of(POST), List.of("t1"), NOON, "eve"))),
        "{\"corrections\":[{\"correction\":\"c1\",\"at\":" + NOON_JSON
            + ",\"who\":\"ada\",\"count\":30,\"posts\":[" + POST_JSON
            + "],\"talks\":[\"t1\"],\"undoneAt\":" + NOON_JSON + ",\"undoneBy\":\"eve\"}]}");
  }

  private static void edits(Map<BusMessage, String> pinned) {
    pinned.put(new ReadImports("aea", 5), "{\"event\":\"aea\",\"limit\":5}");
    pinned.put(
        new ImportsRead(
            List.of(new ImportsRead.Told(NOON, "a.ics", List.of("c"), 1, List.of("w"), 2)),
            "sorry"),
        "{\"imports\":[{\"at\":" + NOON_JSON + ",\"source\":\"a.ics\",\"changes\":[\"c\"],"
            + "\"moreChanges\":1,\"warnings\":[\"w\"],\"moreWarnings\":2}],\"trouble\":\"sorry\"}");
    pinned.put(new ReadTalk("aea", "t1"), "{\"event\":\"aea\",\"talk\":\"t1\"}");
    pinned.put(
        new TalkRead(TALK, TALK, List.of("room"), false, NOON, "ada"),
        "{\"talk\":" + TALK_JSON + ",\"imported\":" + TALK_JSON
            + ",\"edited\":[\"room\"],\"dropped\":false,\"changedAt\":" + NOON_JSON
            + ",\"changedBy\":\"ada\"}");
    pinned.put(
        new EditTalk(
            "aea",
            "t1",
            new EditTalk.Fields(
                null,
                null,
                null,
                "Dome",
                null,
                null,
                List.of(new Person("ann", "Ann", List.of(), List.of())),
                null,
                true),
            List.of("title"),
            NOON,
            "ada"),
        "{\"event\":\"aea\",\"talk\":\"t1\",\"fields\":{\"title\":null,\"start\":null,\"end\":null,"
            + "\"room\":\"Dome\",\"track\":null,\"summary\":null,\"speakers\":[{\"id\":\"ann\","
            + "\"name\":\"Ann\",\"handles\":[],\"links\":[]}],\"hashtags\":null,"
            + "\"cancelled\":true},\"released\":[\"title\"],\"seen\":" + NOON_JSON
            + ",\"who\":\"ada\"}");
    pinned.put(
        new TalkEdited("It was changed.", NOON, 3),
        "{\"refusal\":\"It was changed.\",\"changedAt\":" + NOON_JSON + ",\"placed\":3}");
  }

  /** What organisers see of posts and reports. */
  private static void console(Map<BusMessage, String> pinned) {
    pinned.put(new ReadProgramme("aea"), "{\"event\":\"aea\"}");
    pinned.put(
        new ProgrammeRead(List.of(new ProgrammeRead.Line(
            "t1",
            "Grids",
            NOON,
            NOON,
            "Hall",
            List.of("Ann"),
            false,
            List.of("room"),
            true,
            "ada"))),
        "{\"talks\":[{\"talk\":\"t1\",\"title\":\"Grids\",\"start\":" + NOON_JSON + ",\"end\":"
            + NOON_JSON + ",\"room\":\"Hall\",\"speakers\":[\"Ann\"],\"cancelled\":false,"
            + "\"edited\":[\"room\"],\"dropped\":true,\"changedBy\":\"ada\"}]}");
    pinned.put(
        new ReadPosts("aea", "t1", 9, 50),
        "{\"event\":\"aea\",\"talk\":\"t1\",\"before\":9,\"limit\":50}");
    PostsRead.Why why = new PostsRead.Why("time", "it was on", 1.5);
    PostsRead.Place place = new PostsRead.Place("t1", 0.5, true, List.of(why));
    pinned.put(
        new PostsRead(
            List.of(
                new PostsRead.Told(POST, 7, "Kit", "kit", "Well", "loud", NOON, List.of(place))),
            true,
            3),
        "{\"posts\":[{\"post\":" + POST_JSON + ",\"n\":7,\"author\":\"Kit\",\"handle\":\"kit\","
            + "\"text\":\"Well\",\"warning\":\"loud\",\"postedAt\":" + NOON_JSON
            + ",\"places\":[{\"talk\":\"t1\",\"weight\":0.5,\"corrected\":true,\"reasons\":["
            + "{\"kind\":\"time\",\"sentence\":\"it was on\",\"weight\":1.5}]}]}],"
            + "\"more\":true,\"unplaced\":3}");
    reports(pinned);
  }

  private static void reports(Map<BusMessage, String> pinned) {
    pinned.put(
        new MakeReport("aea", "t1", "ada"), "{\"event\":\"aea\",\"talk\":\"t1\",\"who\":\"ada\"}");
    pinned.put(new ReportMade("r1", "secret"), "{\"report\":\"r1\",\"token\":\"secret\"}");
    pinned.put(new ReadReports("aea"), "{\"event\":\"aea\"}");
    pinned.put(
        new ReportsRead(List.of(new ReportsRead.Told("r1", "t1", NOON, "ada", true))),
        "{\"reports\":[{\"report\":\"r1\",\"talk\":\"t1\",\"at\":" + NOON_JSON
            + ",\"who\":\"ada\",\"revoked\":true}]}");
    pinned.put(
        new RevokeReport("aea", "r1", "ada"),
        "{\"event\":\"aea\",\"report\":\"r1\",\"who\":\"ada\"}");
    pinned.put(new ReportRevoked("r1", "t1"), "{\"report\":\"r1\",\"talk\":\"t1\"}");
  }
}
