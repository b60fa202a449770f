package afa.rehearsal;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The event file and the environment by which a node follows a rehearsal. */
final class EventFile {
  private static final int DAYS = 30; // longer than anybody rehearses

  private EventFile() {}

  /**
   * The event file, to be copied as it is.
   *
   * @param url of the rehearsal, without a slash at the end
   */
  static String text(
      String event, List<RehearsedNetwork> networks, String url, ConferenceDay day, ZoneId zone) {
    LocalDateTime from = LocalDateTime.ofInstant(day.start(), zone).truncatedTo(ChronoUnit.MINUTES);
    StringBuilder text = new StringBuilder(
        """
        event: %s
        name: %s
        timeZone: %s
        from: %s
        to: %s
        schedule: %s/schedule.json
        sources:
        """
            .formatted(event, RehearsedEvent.NAME, zone.getId(), from, from.plusDays(DAYS), url));
    for (RehearsedNetwork network : networks) {
      text.append("  " + network.name() + ": " + network.settings(url) + "\n");
    }
    return text.toString();
  }
}
