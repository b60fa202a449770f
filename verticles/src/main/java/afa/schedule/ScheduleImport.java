package afa.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Reads the programme of a conference from a file of any kind we know: schedule.xml and
 * schedule.json of frab, pretalx and their kin, iCalendar, the JSON of Sessionize and Devoxx, a
 * table. Which it is is told by what is in it, not by its name.
 */
public final class ScheduleImport {
  /** Longest file, in bytes. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  private ScheduleImport() {}

  /**
   * The schedule in a file.
   *
   * @param zone of the venue, for times that name none
   * @throws NotASchedule when it is none; nothing else is thrown whatever the bytes are
   */
  public static Schedule read(byte[] file, ZoneId zone) throws NotASchedule {
    try {
      return kind(file, new Times(zone));
    } catch (RuntimeException | StackOverflowError unexpected) {
      throw new NotASchedule("cannot be read: " + Texts.name(unexpected.toString()));
    }
  }

  private static Schedule kind(byte[] file, Times times) throws NotASchedule {
    if (file.length > MOST_BYTES) {
      throw new NotASchedule("is longer than " + MOST_BYTES / 1024 / 1024 + " MiB");
    }
    if (isPacked(file)) throw new NotASchedule("is compressed; unpack it first");
    String text = text(file);
    String head = text.substring(0, Math.min(text.length(), 4_096)).toLowerCase(Locale.ROOT);
    if (head.isEmpty()) throw new NotASchedule("is empty");
    if (head.startsWith("<")) return xml(file, head, times);
    if (head.startsWith("{") || head.startsWith("[")) return json(Json.read(text), times);
    if (head.contains("begin:vcalendar")) return CalendarSchedule.read(file, times);
    return CsvSchedule.read(text, times);
  }

  private static boolean isPacked(byte[] file) {
    if (file.length < 2) return false;
    return (file[0] == 0x1f && file[1] == (byte) 0x8b) || (file[0] == 'P' && file[1] == 'K');
  }

  private static String text(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    return text.replaceFirst("^\ufeff", "").stripLeading();
  }

  private static Schedule xml(byte[] file, String head, Times times) throws NotASchedule {
    if (head.contains("<html") || head.startsWith("<!doctype html")) {
      throw new NotASchedule("is a web page");
    }
    if (head.contains("<icalendar")) {
      throw new NotASchedule("is xCal, which has no time zones; give schedule.xml instead");
    }
    return FrabXml.read(file, times);
  }

  private static Schedule json(JsonNode root, Times times) throws NotASchedule {
    if (root.path("schedule").path("events").isArray()) return HubJson.read(root, times);
    if (root.path("schedule").path("conference").path("days").isArray()) {
      return FrabJson.read(root, times);
    }
    if (root.path("sessions").isArray()) return Sessionize.all(root, times);
    if (root.path("slots").isArray()) return DevoxxJson.old(root.path("slots"), times);
    JsonNode first = root.isArray() ? root.path(0) : root;
    if (first.has("fromDate")) return DevoxxJson.slots(root, times);
    boolean groups = first.path("sessions").isArray() && first.has("groupName");
    if (root.isArray() && (groups || first.path("rooms").isArray())) {
      return Sessionize.groups(root, times);
    }
    throw new NotASchedule(stranger(root, first));
  }

  /** Which address of the same system would have been right. */
  private static String stranger(JsonNode root, JsonNode first) {
    if (root.has("conference_events")) return "is frab's events.json; give its schedule.json";
    if (root.has("results") && root.has("next")) {
      return "is an answer of pretalx's API; give …/schedule/export/schedule.json";
    }
    if (first.has("fullName")) return "is Sessionize's list of speakers; give the view All";
    return "is JSON, but no schedule that is known here";
  }
}
