package afa.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import afa.rehearsal.ConferenceDay.Slot;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConferenceDayTest {
  private static final Instant NOW = Instant.parse("2026-05-24T12:07:00Z");
  private final Conference conference = Conference.load(Conference.DEFAULT);

  private ConferenceDay around(Instant now) {
    return ConferenceDay.around(conference.talks(), now);
  }

  @Test
  void wheneverItStartsATalkIsOn() {
    for (int minute = 0; minute < 24 * 60; minute += 7) {
      Instant now = NOW.plus(Duration.ofMinutes(minute));
      assertThat(around(now).running(now)).as("%s", now).anyMatch(slot -> !slot.talk()
          .isBreak());
    }
  }

  @Test
  void theDayBeganSomeHoursAgoAndGoesOn() {
    ConferenceDay day = around(NOW);
    assertThat(Duration.between(day.start(), NOW))
        .isBetween(Duration.ofHours(5), Duration.ofHours(10));
    assertThat(day.slots(1).get(conference.talks().size() - 1).end()).isAfter(NOW);
  }

  @Test
  void noRoomHoldsTwoTalksAtOnce() {
    for (Slot one : around(NOW).slots(1)) {
      for (Slot other : around(NOW).slots(1)) {
        boolean same =
            one.equals(other) || !one.talk().room().equals(other.talk().room());
        boolean apart = !one.start().isBefore(other.end()) || !other.start().isBefore(one.end());
        assertThat(same || apart).as("%s %s", one, other).isTrue();
      }
    }
  }

  @Test
  void afterTheLastTalkTheNextDayBegins() {
    ConferenceDay day = around(NOW);
    Instant later = NOW.plus(Duration.ofDays(30));
    assertThat(day.dayOf(later)).isGreaterThan(30);
    assertThat(day.slots(day.dayOf(later))).anyMatch(slot -> slot.end().isAfter(later));
    assertThat(day.running(day.start().minusSeconds(1))).isEmpty();
  }

  @Test
  void theScheduleIsTheOneThatImportersKnow() {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    JsonObject schedule = new ScheduleJson(conference, around(NOW), zone, "http://here")
        .at(NOW)
        .getJsonObject("schedule");
    JsonObject about = schedule.getJsonObject("conference");
    assertThat(about.getString("time_zone_name")).isEqualTo("Europe/Berlin");
    JsonObject day = about.getJsonArray("days").getJsonObject(0);
    JsonObject talk = day.getJsonObject("rooms").getJsonArray("Ropewalk").getJsonObject(0);
    assertThat(talk.fieldNames())
        .contains(
            "abstract",
            "date",
            "duration",
            "guid",
            "id",
            "language",
            "links",
            "persons",
            "room",
            "slug",
            "start",
            "subtitle",
            "title",
            "track",
            "type",
            "url");
    assertThat(talk.getString("date")).matches("2026-05-2\\dT\\d\\d:\\d\\d:00\\+02:00");
    assertThat(talk.getString("duration")).matches("\\d\\d:\\d\\d");
    List<Object> guids = about.getJsonArray("days").stream()
        .flatMap(d -> ((JsonObject) d).getJsonObject("rooms").stream())
        .flatMap(room -> ((io.vertx.core.json.JsonArray) room.getValue()).stream())
        .<Object>map(t -> ((JsonObject) t).getString("guid"))
        .toList();
    assertThat(guids).doesNotHaveDuplicates().hasSize(2 * conference.talks().size());
  }
}
