package afa.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads schedule.json, version 2, as the c3voc hub writes it since 2024: one list of events. */
final class HubJson {
  private final Collector collector = new Collector();
  private final Map<String, JsonNode> persons = new HashMap<>();

  static Schedule read(JsonNode root, Times event) throws NotASchedule {
    return new HubJson().schedule(root.path("schedule"), event);
  }

  private Schedule schedule(JsonNode schedule, Times event) throws NotASchedule {
    JsonNode conference = schedule.path("conference");
    Times times = Frab.zone(Json.text(conference, "time_zone_name"), event, collector.warnings);
    for (JsonNode room : conference.path("rooms")) {
      collector.room(Json.text(room, "guid"), Json.text(room, "name"));
    }
    for (JsonNode person : schedule.path("persons")) {
      persons.put(Json.text(person, "guid"), person);
    }
    int index = 0;
    for (JsonNode talk : schedule.path("events")) {
      Draft draft = new Draft("events[" + index++ + "]");
      if (talk.isObject()) collector.entry(fill(draft, talk, times));
      else collector.unreadable(draft, "is no entry");
    }
    return collector.schedule("schedule.json 2", Json.text(conference, "title"), times);
  }

  private Draft fill(Draft draft, JsonNode talk, Times times) {
    for (String key : List.of("guid", "code", "slug", "id")) {
      draft.key(key, Json.text(talk, key));
    }
    draft.title = Texts.name(Json.text(talk, "title"));
    draft.room = Texts.name(Json.text(talk, "room"));
    draft.track = Texts.name(Json.text(talk, "track"));
    draft.type = Texts.name(Json.text(talk, "type"));
    draft.language = Texts.name(Json.text(talk, "language"));
    draft.summary =
        Texts.prose(Json.text(talk, "abstract") + "\n\n" + Json.text(talk, "description"));
    draft.url = Texts.web(Json.text(talk, "url"));
    draft.cancelled = Cancelled.byStatus(Json.text(talk, "state"));
    draft.start = time(talk, "start", draft, times);
    draft.end = time(talk, "end", draft, times);
    if (draft.end == null && draft.start != null) {
      draft.end = Lengths.parse(Json.text(talk, "duration"))
          .map(draft.start::plus)
          .flatMap(Times::sane)
          .orElse(null);
    }
    people(draft, talk);
    return draft;
  }

  private @Nullable Instant time(JsonNode talk, String field, Draft draft, Times times) {
    return times
        .moment(Json.text(talk, field), doubt -> collector.warnings.add(draft, doubt))
        .orElse(null);
  }

  private void people(Draft draft, JsonNode talk) {
    for (String list : List.of("persons", "participants")) {
      for (JsonNode named : talk.path(list)) {
        JsonNode person = persons.getOrDefault(Json.text(named, "guid"), named);
        List<String> pages = new ArrayList<>();
        pages.add(Json.text(person, "url"));
        for (JsonNode link : person.path("links")) pages.add(Json.text(link, "url"));
        String name = Json.first(person, "public_name", "name");
        draft.person(Json.first(named, "guid", "id"), name, pages);
      }
    }
  }
}
