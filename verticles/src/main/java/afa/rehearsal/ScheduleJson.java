package afa.rehearsal;

import afa.rehearsal.ConferenceDay.Slot;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/** The programme as {@code schedule.json}, in the form that pretalx and frab export. */
public final class ScheduleJson {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final Conference conference;
  private final ConferenceDay day;
  private final ZoneId zone;
  private final String baseUrl;

  /**
   * @param baseUrl where the simulator is reached, without a slash at the end
   */
  public ScheduleJson(Conference conference, ConferenceDay day, ZoneId zone, String baseUrl) {
    this.conference = conference;
    this.day = day;
    this.zone = zone;
    this.baseUrl = baseUrl;
  }

  /** The days from the first one to tomorrow. */
  public JsonObject at(Instant now) {
    int last = Math.max(1, day.dayOf(now)) + 1;
    JsonArray days = new JsonArray();
    for (int index = 1; index <= last; index++) days.add(day(index));
    List<Slot> end = day.slots(last);
    Instant finish = end.isEmpty() ? day.start() : end.get(end.size() - 1).end();
    JsonObject about = new JsonObject()
        .put("acronym", RehearsedEvent.ID)
        .put("title", RehearsedEvent.NAME)
        .put("start", local(day.start()).toLocalDate().toString())
        .put("end", local(finish).toLocalDate().toString())
        .put("daysCount", last)
        .put("timeslot_duration", "00:05")
        .put("time_zone_name", zone.getId())
        .put("rooms", rooms())
        .put("tracks", new JsonArray())
        .put("days", days);
    JsonObject schedule = new JsonObject()
        .put("version", "day " + (last - 1))
        .put("base_url", baseUrl)
        .put("conference", about);
    return new JsonObject().put("schedule", schedule);
  }

  private JsonArray rooms() {
    JsonArray rooms = new JsonArray();
    conference.talks().stream()
        .map(ScriptTalk::room)
        .distinct()
        .forEach(room ->
            rooms.add(new JsonObject().put("name", room).put("guid", guid("room " + room))));
    return rooms;
  }

  private JsonObject day(int index) {
    JsonObject rooms = new JsonObject();
    List<Slot> slots = day.slots(index);
    for (Slot slot : slots) {
      String room = slot.talk().room();
      if (!rooms.containsKey(room)) rooms.put(room, new JsonArray());
      rooms.getJsonArray(room).add(talk(slot));
    }
    Instant begin = slots.isEmpty() ? day.start() : slots.get(0).start();
    Instant end = slots.isEmpty() ? day.start() : slots.get(slots.size() - 1).end();
    return new JsonObject()
        .put("index", index)
        .put("date", local(begin).toLocalDate().toString())
        .put("day_start", instant(begin))
        .put("day_end", instant(end))
        .put("rooms", rooms);
  }

  private JsonObject talk(Slot slot) {
    ScriptTalk talk = slot.talk();
    Duration length = Duration.between(slot.start(), slot.end());
    return new JsonObject()
        .put("guid", guid(talk.slug() + " " + slot.start()))
        .put("code", talk.slug())
        .put("id", conference.talks().indexOf(talk) + 1 + 100 * slot.day())
        .put("date", instant(slot.start()))
        .put("start", local(slot.start()).format(CLOCK))
        .put("end", instant(slot.end()))
        .put("duration", String.format("%02d:%02d", length.toHours(), length.toMinutesPart()))
        .put("room", talk.room())
        .put("slug", slot.day() == 1 ? talk.slug() : talk.slug() + "-" + slot.day())
        .put("url", baseUrl + "/talks/" + talk.slug())
        .put("title", talk.title())
        .put("subtitle", "")
        .putNull("track")
        .put("type", talk.isBreak() ? "Break" : "Talk")
        .put("language", "en")
        .put("abstract", talk.summary())
        .put("description", "")
        .put("do_not_record", false)
        .put("persons", persons(talk))
        .put("links", new JsonArray())
        .put("attachments", new JsonArray());
  }

  private static JsonArray persons(ScriptTalk talk) {
    JsonArray persons = new JsonArray();
    for (ScriptTalk.Speaker speaker : talk.speakers()) {
      JsonObject person = new JsonObject()
          .put("guid", guid("speaker " + speaker.name()))
          .put("name", speaker.name())
          .put("public_name", speaker.name());
      if (speaker.handle() != null) person.put("url", "https://x.com/" + speaker.handle());
      persons.add(person);
    }
    return persons;
  }

  private String instant(Instant time) {
    return local(time).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private OffsetDateTime local(Instant time) {
    return time.atZone(zone).toOffsetDateTime();
  }

  private static String guid(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
