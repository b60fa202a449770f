package afa.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Posts that may have been read, by day of UTC: stored before they are used, so that whoever goes on
 * after a crash counts at least what was read.
 */
record XReserved(Map<LocalDate, Long> days) {
  XReserved {
    days = Map.copyOf(days);
  }

  /** Reads what {@link #toString} wrote; what is not understood is left out. */
  static XReserved parse(String text) {
    Map<LocalDate, Long> days = new TreeMap<>();
    JsonNode json = XJson.object(text == null ? "" : text).orElse(null);
    if (json == null) return new XReserved(days);
    json.properties().forEach(day -> {
      try {
        days.put(LocalDate.parse(day.getKey()), day.getValue().asLong());
      } catch (DateTimeException notOurs) {
        // left out
      }
    });
    return new XReserved(days);
  }

  @Override
  public String toString() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(days).forEach((day, posts) -> json.put(day.toString(), posts));
    return json.toString();
  }
}
