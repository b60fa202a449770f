package afa.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads schedule.json, version 1, as frab, pretalx and the c3voc hub write it. */
final class FrabJson {
  private final Collector collector = new Collector();
  private final JsonNode schedule;
  private final JsonNode conference;

  private FrabJson(JsonNode schedule) {
    this.schedule = schedule;
    this.conference = schedule.path("conference");
  }

  static Schedule read(JsonNode root, Times event) throws NotASchedule {
    return new FrabJson(root.path("schedule")).read(event);
  }

  private Schedule read(Times event) throws NotASchedule {
    Times times = Frab.zone(Json.text(conference, "time_zone_name"), event, collector.warnings);
    LocalTime change = Times.clock(Json.text(conference, "day_change")).orElse(LocalTime.MIDNIGHT);
    Frab frab = new Frab(collector, times, change, Json.text(schedule, "base_url"));
    for (JsonNode room : conference.path("rooms")) room(room);
    for (JsonNode room : schedule.path("rooms")) room(room);
    int index = 0;
    for (JsonNode day : conference.path("days")) day(frab, day, "days[" + index++ + "]");
    return collector.schedule("schedule.json", Json.text(conference, "title"), times);
  }

  private void room(JsonNode room) {
    collector.room(Json.text(room, "guid"), Json.text(room, "name"));
  }

  private void day(Frab frab, JsonNode day, String where) throws NotASchedule {
    Frab.Day date = new Frab.Day(Json.text(day, "date"));
    for (Map.Entry<String, JsonNode> room : Json.fields(day.path("rooms"))) {
      collector.room("", room.getKey());
      int index = 0;
      for (JsonNode event : room.getValue()) {
        String path = where + "." + Texts.name(room.getKey()) + "[" + index++ + "]";
        if (event.isObject()) frab.read(new Written(path, event), room.getKey(), date);
        else collector.unreadable(new Draft(path), "is no entry");
      }
    }
  }

  private record Written(String where, JsonNode event) implements Frab.Entry {
    @Override
    public String field(String name) {
      return Json.text(event, name);
    }

    @Override
    public void addPeople(Draft draft) {
      for (JsonNode person : event.path("persons")) {
        String name = Json.first(person, "public_name", "name", "full_public_name");
        draft.person(Json.first(person, "guid", "code", "id"), name, pages(person));
      }
    }

    private static List<String> pages(JsonNode person) {
      List<String> pages = new ArrayList<>();
      pages.add(Json.text(person, "url"));
      for (JsonNode link : person.path("links")) {
        pages.add(link.isTextual() ? link.asText() : Json.text(link, "url"));
      }
      return pages;
    }
  }
}
