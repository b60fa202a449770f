package afa.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of Sessionize: the views All, Sessions and GridSmart. */
final class Sessionize {
  private final Collector collector = new Collector();
  private final Times times;
  private final Map<String, JsonNode> speakers = new HashMap<>();
  private final Map<String, String> rooms = new HashMap<>();
  private final Map<String, String[]> items = new HashMap<>(); // of categories: title, name
  private final Set<String> read = new HashSet<>();

  private Sessionize(Times times) {
    this.times = times;
  }

  /** {@code sessions}, {@code speakers}, {@code rooms} in one object. */
  static Schedule all(JsonNode root, Times times) throws NotASchedule {
    Sessionize all = new Sessionize(times);
    for (JsonNode speaker : root.path("speakers")) {
      all.speakers.put(Json.text(speaker, "id"), speaker);
    }
    for (JsonNode room : root.path("rooms")) all.room(room);
    for (JsonNode category : root.path("categories")) {
      for (JsonNode item : category.path("items")) {
        String[] named = {Json.text(category, "title"), Json.text(item, "name")};
        all.items.put(Json.text(item, "id"), named);
      }
    }
    all.sessions(root.path("sessions"), "sessions");
    return all.collector.schedule("Sessionize", "", times);
  }

  /** A list of groups of sessions, or of days with rooms. */
  static Schedule groups(JsonNode groups, Times times) throws NotASchedule {
    Sessionize all = new Sessionize(times);
    int index = 0;
    for (JsonNode group : groups) {
      String where = "[" + index++ + "]";
      all.sessions(group.path("sessions"), where + ".sessions");
      int place = 0;
      for (JsonNode room : group.path("rooms")) {
        all.room(room);
        all.sessions(room.path("sessions"), where + ".rooms[" + place++ + "].sessions");
      }
    }
    return all.collector.schedule("Sessionize", "", times);
  }

  private void room(JsonNode room) {
    rooms.put(Json.text(room, "id"), Texts.name(Json.text(room, "name")));
    collector.room(Json.text(room, "id"), Json.text(room, "name"));
  }

  private void sessions(JsonNode sessions, String where) throws NotASchedule {
    int index = 0;
    for (JsonNode session : sessions) {
      Draft draft = new Draft(where + "[" + index++ + "]");
      String id = Json.text(session, "id");
      // Groups may be by topic, and then hold a session twice.
      if (!id.isEmpty() && !read.add(id)) continue;
      if (session.isObject()) session(draft, id, session);
      else collector.unreadable(draft, "is no session");
    }
  }

  private void session(Draft draft, String id, JsonNode session) throws NotASchedule {
    draft.key("uid", id);
    draft.title = Texts.name(Json.text(session, "title"));
    draft.summary = Texts.prose(Json.text(session, "description"));
    draft.start = time(session, "startsAt", draft);
    draft.end = time(session, "endsAt", draft);
    draft.room = room(session, draft);
    draft.type = session.path("isServiceSession").asBoolean() ? "break" : "talk";
    draft.cancelled = Cancelled.byStatus(Json.text(session, "status"));
    for (JsonNode speaker : session.path("speakers")) speaker(draft, speaker);
    categories(draft, session);
    if (draft.start == null && Json.text(session, "startsAt").isEmpty()) {
      collector.unreadable(draft, "is not scheduled yet");
    } else collector.entry(draft);
  }

  private @Nullable Instant time(JsonNode session, String field, Draft draft) {
    return times
        .moment(Json.text(session, field), doubt -> collector.warnings.add(draft, doubt))
        .orElse(null);
  }

  private String room(JsonNode session, Draft draft) {
    String id = Json.text(session, "roomId");
    String named = Texts.name(Json.text(session, "room"));
    if (!named.isEmpty() || id.isEmpty()) return named;
    if (!rooms.containsKey(id)) collector.warnings.add(draft, "is in a room that is not listed");
    return rooms.getOrDefault(id, "");
  }

  private void speaker(Draft draft, JsonNode speaker) {
    String id = speaker.isValueNode() ? speaker.asText() : Json.text(speaker, "id");
    JsonNode known = speakers.getOrDefault(id, speaker);
    List<String> pages = new ArrayList<>();
    for (JsonNode link : known.path("links")) {
      String url = Json.text(link, "url");
      pages.add(url);
      boolean bare = Json.text(link, "linkType").equals("Twitter") && Texts.web(url) == null;
      if (bare) Handle.ofX(url).ifPresent(handle -> pages.add("https://x.com/" + handle.name()));
    }
    String name = Json.first(known, "fullName", "name", "firstName");
    if (name.isEmpty()) collector.warnings.add(draft, "has a speaker who is not listed");
    else draft.person(id, name, pages);
  }

  private void categories(Draft draft, JsonNode session) {
    for (JsonNode item : session.path("categoryItems")) {
      String[] named = items.get(item.asText());
      if (named != null) category(draft, named[0], named[1]);
    }
    for (JsonNode category : session.path("categories")) {
      for (JsonNode item : category.path("categoryItems")) {
        category(draft, Json.first(category, "name", "title"), Json.text(item, "name"));
      }
    }
  }

  private static void category(Draft draft, String title, String name) {
    String kind = title.toLowerCase(Locale.ROOT);
    if (kind.contains("track") && draft.track.isEmpty()) draft.track = Texts.name(name);
    if (kind.contains("language") || kind.contains("sprache")) draft.language = Texts.name(name);
  }
}
