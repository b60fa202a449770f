package afa.schedule;

import java.util.List;
import java.util.stream.Collectors;

/** The title in a SUMMARY, behind which some writers put the speakers. */
final class CalendarTitle {
  private CalendarTitle() {}

  static String without(String summary, List<Person> speakers) {
    if (speakers.isEmpty()) return summary;
    String names = speakers.stream().map(Person::name).collect(Collectors.joining(", "));
    String suffix = " - " + names;
    boolean ends = summary.endsWith(suffix) && summary.length() > suffix.length();
    return ends ? summary.substring(0, summary.length() - suffix.length()).strip() : summary;
  }
}
