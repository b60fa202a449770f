package afa.config;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a settings file. Each value is taken once, with its default and range; what is wrong is
 * collected in {@code problems} and a default goes on in its place, so that one reading finds every
 * problem. {@link #end} reports the keys that nobody took.
 */
public final class Section {
  private final String path;
  private final Map<String, Object> values;
  private final List<String> problems;
  private final Set<String> known = new TreeSet<>();

  private Section(String path, Map<String, Object> values, List<String> problems) {
    this.path = path;
    this.values = values;
    this.problems = problems;
  }

  /** The whole of a file. {@code problems} is filled while it is read. */
  public static Section root(@Nullable Object yaml, List<String> problems) {
    return new Section("", mapping("the file", yaml, problems), problems);
  }

  private static Map<String, Object> mapping(
      String path, @Nullable Object yaml, List<String> problems) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (yaml instanceof Map<?, ?> map) {
      map.forEach((key, value) -> values.put(String.valueOf(key), value));
    } else if (yaml != null) {
      problems.add(path + " = " + shown(yaml) + ": expected keys and values");
    }
    return values;
  }

  /** The section below {@code key}; an empty one when it is absent. */
  public Section section(String key) {
    Object value = take(key);
    return new Section(name(key), mapping(name(key), value, problems), problems);
  }

  /** The sections below {@code key} by their names, which must be among {@code allowed}. */
  public Map<String, Section> sections(String key, Set<String> allowed) {
    Section parent = section(key);
    Map<String, Section> sections = new LinkedHashMap<>();
    for (String name : parent.values.keySet()) {
      if (allowed.contains(name)) sections.put(name, parent.section(name));
    }
    parent.known.addAll(allowed);
    parent.end();
    return sections;
  }

  /** The sections of the list below {@code key}, in its order; none when it is absent. */
  public List<Section> list(String key) {
    Object value = take(key);
    if (value == null) return List.of();
    if (!(value instanceof List<?> elements)) {
      return problem(key, value, "a list, each element with '-'", List.of());
    }
    List<Section> sections = new ArrayList<>();
    for (Object element : elements) {
      String name = name(key) + "[" + sections.size() + "]";
      sections.add(new Section(name, mapping(name, element, problems), problems));
    }
    return sections;
  }

  /** A whole number from {@code least} to {@code most}. */
  public int integer(String key, int fallback, int least, int most) {
    Object value = take(key);
    if (value == null) return fallback;
    if (value instanceof Integer number && number >= least && number <= most) return number;
    return problem(key, value, "a whole number from " + least + " to " + most, fallback);
  }

  /** A whole number of seconds from {@code least} to {@code most}. */
  public Duration seconds(String key, int fallback, int least, int most) {
    return Duration.ofSeconds(integer(key, fallback, least, most));
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key, boolean fallback) {
    Object value = take(key);
    if (value == null) return fallback;
    if (value instanceof Boolean flag) return flag;
    return problem(key, value, "true or false", fallback);
  }

  /** A text that must be there and match {@code pattern}; {@code expected} says so in words. */
  public String text(String key, Pattern pattern, String expected) {
    Object value = take(key);
    if (value == null) {
      problems.add(name(key) + " is missing: expected " + expected);
      return "";
    }
    if (value instanceof String text && pattern.matcher(text).matches()) return text;
    return problem(key, value, expected, "");
  }

  /** A text, or null when it is absent. */
  public @Nullable String optionalText(String key) {
    Object value = take(key);
    if (value == null) return null;
    if (value instanceof String text && !text.isBlank()) return text.strip();
    problems.add(name(key) + " = " + shown(value) + ": expected a text");
    return null;
  }

  /** A list of texts that are not blank, one alone without brackets too; empty when absent. */
  public List<String> texts(String key) {
    Object value = take(key);
    if (value == null) return List.of();
    List<String> texts = new ArrayList<>();
    for (Object element : value instanceof List<?> list ? list : List.of(value)) {
      if (element instanceof String text && !text.isBlank()) texts.add(text.strip());
      else problem(key, element, "a text", "");
    }
    return List.copyOf(texts);
  }

  /** A date and time of the venue, such as {@code 2026-05-24T08:00}. */
  public LocalDateTime localDateTime(String key) {
    Object value = take(key);
    String expected = "a date and time without zone such as 2026-05-24T08:00";
    if (value == null) {
      problems.add(name(key) + " is missing: expected " + expected);
      return LocalDateTime.MIN;
    }
    try {
      if (!(value instanceof Date)) {
        return LocalDateTime.parse(String.valueOf(value), DateTimeFormatter.ISO_LOCAL_DATE_TIME);
      }
    } catch (DateTimeParseException notATime) {
      // said below
    }
    return problem(key, value, expected, LocalDateTime.MIN);
  }

  /** The IANA name of a time zone. */
  public String timeZone(String key) {
    String zone = text(key, Pattern.compile(".+"), "an IANA time zone such as Europe/Berlin");
    if (zone.isEmpty()) return "UTC";
    if (ZoneId.getAvailableZoneIds().contains(zone)) return zone;
    return problem(key, zone, "an IANA time zone such as Europe/Berlin", "UTC");
  }

  /** Whether the file has this key. */
  public boolean has(String key) {
    return take(key) != null;
  }

  /** Adds a problem of this section that its reader found. */
  public void problem(String key, String sentence) {
    problems.add(name(key) + ": " + sentence);
  }

  /** To be called when everything was taken: what is left is unknown. */
  public void end() {
    for (Map.Entry<String, Object> value : values.entrySet()) {
      if (known.contains(value.getKey())) continue;
      problems.add(name(value.getKey())
          + " = "
          + shown(value.getValue())
          + ": unknown key; known here: "
          + known);
    }
  }

  private @Nullable Object take(String key) {
    known.add(key);
    return values.get(key);
  }

  private <T> T problem(String key, @Nullable Object value, String expected, T fallback) {
    problems.add(name(key) + " = " + shown(value) + ": expected " + expected);
    return fallback;
  }

  private static String shown(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
