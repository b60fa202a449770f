package afa.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleImportTest {

  @Test
  void everyKindIsToldByItsContentAndGivesTheSameTalks() throws NotASchedule {
    for (Map.Entry<String, String> sample : Samples.ALL.entrySet()) {
      Schedule schedule = Samples.read(sample.getValue());
      assertThat(schedule.kind()).isEqualTo(sample.getKey());
      assertThat(schedule.talks())
          .as(sample.getKey())
          .extracting(Talk::id, Talk::title, Talk::room, Talk::start, Talk::end)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "g1", "Grids", "Hall 1", at("08:00"), at("08:30")),
              org.assertj.core.groups.Tuple.tuple(
                  "g2", "Fonts", "Hall 2", at("09:00"), at("09:45")));
      assertThat(schedule.talks().get(0).speakers())
          .extracting(Person::name)
          .containsExactly("Ada Ray");
    }
  }

  @Test
  void whatTheFileTellsBesideIsKept() throws NotASchedule {
    Schedule schedule = Samples.read(Samples.XML);
    Talk grids = schedule.talks().get(0);
    assertThat(schedule.name()).isEqualTo("Tide 2026");
    assertThat(schedule.rooms())
        .extracting(Room::name)
        .containsExactly("Hall 1", "Hall 2", "Empty");
    assertThat(grids.summary()).isEqualTo("Rows & columns #gridlove");
    assertThat(grids.hashtags()).containsExactly("gridlove");
    assertThat(grids.url()).isEqualTo("https://example.org/grids");
    assertThat(grids.track()).isEqualTo("Web");
    assertThat(grids.speakers().get(0).handles()).containsExactly(new Handle("x", "ada"));
  }

  @Test
  void accountsAreToldByTheirHosts() throws NotASchedule {
    assertThat(Samples.read(Samples.SESSIONIZE).people().get(0).handles())
        .containsExactlyInAnyOrder(
            new Handle("x", "ada"), new Handle("mastodon", "ada@social.example"));
  }

  @Test
  void badLinesAreNamedAndTheRestIsKept() throws NotASchedule {
    Schedule schedule = Samples.table(
        "a,2026-10-24T10:00,00:30,Hall,Good,",
        "b,24.10.2026 10:00,,Hall,Bad date,",
        "c,2026-10-24T12:00,2026-10-24T11:00,Hall,Backwards,",
        "a,2026-10-24T13:00,00:30,Hall,Same id,",
        ",2026-10-24T14:00,,,No id and no room,");
    assertThat(schedule.talks())
        .extracting(Talk::title)
        .containsExactly("Good", "No id and no room");
    assertThat(schedule.entries()).isEqualTo(5);
    assertThat(schedule.leftOut()).isEqualTo(3);
    assertThat(schedule.warnings())
        .extracting(Warning::sentence)
        .anyMatch(said -> said.startsWith("line 3, \"Bad date\": start = \"24.10.2026 10:00\""))
        .anyMatch(said -> said.startsWith("line 4, \"Backwards\": ends before it starts"))
        .anyMatch(said -> said.startsWith("line 5, \"Same id\": has the id a of an earlier line"));
  }

  @Test
  void whatIsNoScheduleSaysWhatItIs() {
    assertThat(refusal("")).contains("empty");
    assertThat(refusal("<!DOCTYPE html><html><body>hello")).contains("web page");
    assertThat(refusal("{\"hello\":1}")).contains("no schedule");
    assertThat(refusal("{\"conference_events\":{}}")).contains("schedule.json");
    assertThat(refusal("[{\"fullName\":\"Ada\"}]")).contains("view All");
    assertThat(refusal("dear diary\ntoday")).contains("start and title");
    assertThat(refusal("PK\u0003\u0004")).contains("compressed");
    assertThat(refusal("<schedule><day/></schedule>")).contains("no talks");
    assertThat(refusal("{\"a\":")).contains("line 1");
  }

  @Test
  void entitiesDepthAndLengthOfStrangersAreBounded() {
    String bomb =
        "<!DOCTYPE a [<!ENTITY a \"xx\"><!ENTITY b \"&a;&a;\">]><schedule><title>&b;</title></schedule>";
    String outside = "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"file:///etc/passwd\"><schedule/>";
    assertThat(refusal(bomb)).contains("document type");
    assertThat(refusal(outside)).contains("document type");
    assertThat(refusal("<schedule>" + "<a>".repeat(100))).contains("in each other");
    assertThat(refusal("[".repeat(100_000))).contains("no JSON");
    byte[] long11 = new byte[11 * 1024 * 1024];
    Arrays.fill(long11, (byte) 'a');
    assertThatThrownBy(() -> ScheduleImport.read(long11, Samples.BERLIN))
        .isInstanceOf(NotASchedule.class)
        .hasMessageContaining("longer");
    assertThat(refusal("id,start,title\n" + "x,2026-10-24T10:00,y\n".repeat(20_001)))
        .contains("more than 20000");
  }

  /** Any bytes at all: a schedule whose counts balance, or a refusal. */
  @Test
  void noMutationEscapesAndTheCountsBalance() {
    Random random = new Random(20261024);
    for (String sample : Samples.ALL.values()) {
      byte[] file = sample.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 1_500; i++) readMutated(mutated(file, random));
    }
  }

  @Test
  void aFileWithALineLessIsStillReadOrRefused() {
    for (String sample : Samples.ALL.values()) {
      List<String> lines = sample.lines().toList();
      for (int out = 0; out < lines.size(); out++) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < lines.size(); i++)
          if (i != out) rest.append(lines.get(i)).append('\n');
        readMutated(rest.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void readMutated(byte[] file) {
    try {
      Schedule schedule = ScheduleImport.read(file, Samples.BERLIN);
      assertThat(schedule.entries()).isEqualTo(schedule.talks().size() + schedule.leftOut());
      assertThat(schedule.talks()).extracting(Talk::id).doesNotHaveDuplicates();
      assertThat(schedule.talks()).noneMatch(talk -> talk.end().isBefore(talk.start()));
    } catch (NotASchedule refused) {
      assertThat(refused.getMessage()).isNotBlank().doesNotContain("cannot be read: java");
    }
  }

  private static byte[] mutated(byte[] file, Random random) {
    byte[] copy = file.clone();
    int from = random.nextInt(file.length);
    int length = Math.min(file.length - from, 1 + random.nextInt(40));
    return switch (random.nextInt(3)) {
      case 0 -> { // some bytes are others
        for (int i = 0; i < 4; i++) copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        yield copy;
      }
      case 1 -> { // a piece is missing
        byte[] shorter = new byte[file.length - length];
        System.arraycopy(file, 0, shorter, 0, from);
        System.arraycopy(file, from + length, shorter, from, file.length - from - length);
        yield shorter;
      }
      default -> Arrays.copyOf(file, from); // the end is missing
    };
  }

  private static String refusal(String file) {
    try {
      return "was read: " + Samples.read(file);
    } catch (NotASchedule refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static Instant at(String time) {
    return Instant.parse("2026-10-24T" + time + ":00Z");
  }
}
