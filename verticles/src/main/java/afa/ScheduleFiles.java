package afa;

import afa.config.Section;
import afa.feed.EventInfo;
import afa.schedule.NotASchedule;
import afa.schedule.Schedule;
import afa.schedule.ScheduleImport;
import afa.schedule.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Schedules that lie beside the event file. One that is missing or broken stops the start. */
final class ScheduleFiles {
  private static final Logger log = LoggerFactory.getLogger(ScheduleFiles.class);
  private static final int TOLD = 20;

  private ScheduleFiles() {}

  /**
   * The event with the full path of its schedule. Addresses of the web stay; what is wrong with
   * them is found, and found again, by whoever reads them.
   *
   * @param directory of the event file
   * @param problems where a problem is told
   */
  static EventInfo located(EventInfo event, Path directory, Section problems) {
    String written = event.schedule();
    if (written == null || written.matches("(?i)https?://.*")) return event;
    try {
      Path file = directory.resolve(written);
      check(event, file);
      return event.withSchedule(file.toAbsolutePath().normalize().toString());
    } catch (NotASchedule broken) {
      problems.problem("schedule", written + " " + broken.getMessage());
    } catch (IOException | InvalidPathException unreadable) {
      problems.problem("schedule", written + ": " + reason(unreadable));
    }
    return event;
  }

  private static String reason(Exception unreadable) {
    boolean missing = unreadable instanceof java.nio.file.NoSuchFileException;
    return missing ? "no such file" : "cannot be read: " + unreadable.getMessage();
  }

  private static void check(EventInfo event, Path file) throws IOException, NotASchedule {
    if (Files.size(file) > ScheduleImport.MOST_BYTES) throw new NotASchedule("is too long");
    Schedule schedule = ScheduleImport.read(Files.readAllBytes(file), ZoneId.of(event.timeZone()));
    if (schedule.warnings().isEmpty()) return;
    log.warn(
        "Schedule has oddities: event={} file={} talks={} leftOut={} warnings={}",
        event.event(),
        file,
        schedule.talks().size(),
        schedule.leftOut(),
        schedule.warnings().size());
    schedule.warnings().stream().limit(TOLD).map(Warning::sentence).forEach(log::warn);
  }
}
