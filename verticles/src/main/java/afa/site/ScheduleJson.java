package afa.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the talks of a schedule.json as frab, pretalx and the c3voc hub write it (version 1). Only
 * {@code date} is trusted as an instant; a talk without title, date or length is left out.
 */
final class ScheduleJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern LENGTH = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,4}):(\\d{1,2})");
  private static final int MAX_TALKS = 20_000;

  private ScheduleJson() {}

  /** It is not a schedule of this kind. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  /**
   * The talks, in the order of days and rooms.
   *
   * @throws Unreadable when the text is no such schedule
   */
  static List<Talk> talks(String json) {
    JsonNode days = days(json);
    List<Talk> talks = new ArrayList<>();
    for (JsonNode day : days) {
      day.path("rooms").fields().forEachRemaining(room -> {
        for (JsonNode event : room.getValue()) talk(room.getKey(), event).ifPresent(talks::add);
      });
      if (talks.size() > MAX_TALKS) throw new Unreadable("more than " + MAX_TALKS + " talks");
    }
    return List.copyOf(talks);
  }

  private static JsonNode days(String json) {
    try {
      JsonNode days = MAPPER.readTree(json).path("schedule").path("conference").path("days");
      if (days.isArray()) return days;
      throw new Unreadable("no schedule.conference.days in it");
    } catch (JsonProcessingException notJson) {
      throw new Unreadable("not JSON: " + notJson.getOriginalMessage());
    }
  }

  private static Optional<Talk> talk(String room, JsonNode event) {
    String title = event.path("title").asText("").strip();
    try {
      Instant start = instant(event.path("date"));
      Instant end = event.hasNonNull("end")
          ? instant(event.get("end"))
          : start.plus(length(event.path("duration").asText("")));
      if (title.isEmpty() || !end.isAfter(start)) return Optional.empty();
      return Optional.of(new Talk(title, speakers(event), room, start, end));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static Instant instant(JsonNode date) {
    return OffsetDateTime.parse(date.asText("")).toInstant();
  }

  /** {@code HH:MM} or {@code D:HH:MM}; anything else has no length. */
  private static Duration length(String text) {
    Matcher parts = LENGTH.matcher(text);
    if (!parts.matches()) return Duration.ZERO;
    String days = parts.group(1) == null ? "0" : parts.group(1);
    return Duration.ofDays(Long.parseLong(days))
        .plusHours(Long.parseLong(parts.group(2)))
        .plusMinutes(Long.parseLong(parts.group(3)));
  }

  private static List<String> speakers(JsonNode event) {
    List<String> names = new ArrayList<>();
    for (JsonNode person : event.path("persons")) {
      String name =
          person.path("public_name").asText(person.path("name").asText("")).strip();
      if (!name.isEmpty()) names.add(name);
    }
    return names;
  }
}
