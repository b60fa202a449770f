package afa.schedule;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The lines of an iCalendar file, unfolded as bytes: some writers fold in the middle of a
 * character.
 *
 * @param text one property a line
 * @param events the line of the file on which each VEVENT begins
 */
record CalendarText(String text, List<Integer> events, boolean hasFastRules) {
  CalendarText {
    events = List.copyOf(events);
  }

  static CalendarText of(byte[] file) {
    StringBuilder text = new StringBuilder(file.length);
    List<Integer> events = new ArrayList<>();
    boolean inZone = false;
    boolean fast = false;
    for (Line line : lines(file)) {
      String upper = line.text.length() > 200 ? "" : line.text.strip().toUpperCase(Locale.ROOT);
      if (upper.equals("BEGIN:VEVENT")) events.add(line.number);
      if (upper.equals("BEGIN:VTIMEZONE")) inZone = true;
      if (upper.equals("END:VTIMEZONE")) inZone = false;
      // A zone whose clocks change each second would be followed for centuries.
      boolean ruled = inZone && line.text.toUpperCase(Locale.ROOT).startsWith("RRULE");
      boolean yearly = line.text.toUpperCase(Locale.ROOT).contains("FREQ=YEARLY")
          && !line.text.toUpperCase(Locale.ROOT).contains("BYSECOND")
          && !line.text.toUpperCase(Locale.ROOT).contains("BYMINUTE");
      if (ruled && !yearly) fast = true;
      else text.append(line.text).append("\r\n");
    }
    return new CalendarText(text.toString(), events, fast);
  }

  private record Line(int number, String text) {}

  private static List<Line> lines(byte[] file) {
    List<Line> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int number = 1;
    int begun = 1;
    for (int i = 0; i < file.length; i++) {
      boolean ends = file[i] == '\n' || (file[i] == '\r' && !isAt(file, i + 1, '\n'));
      if (!ends) {
        if (file[i] != '\r') line.write(file[i]);
        continue;
      }
      number++;
      if (isAt(file, i + 1, ' ') || isAt(file, i + 1, '\t')) {
        i++; // the line goes on
        continue;
      }
      lines.add(new Line(begun, line.toString(StandardCharsets.UTF_8)));
      line.reset();
      begun = number;
    }
    lines.add(new Line(begun, line.toString(StandardCharsets.UTF_8)));
    return lines;
  }

  private static boolean isAt(byte[] file, int index, char wanted) {
    return index < file.length && file[index] == wanted;
  }
}
