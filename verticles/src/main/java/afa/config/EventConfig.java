package afa.config;

import afa.feed.EventInfo;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event file, as docs/operations.md describes it.
 *
 * @param info what every node knows of the event
 * @param sources the settings of each source that is on, by its name; read by the source's package
 */
public record EventConfig(EventInfo info, Map<String, Section> sources) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern HASHTAG = Pattern.compile("#?[\\p{L}\\p{N}\\p{M}_]{1,100}");
  private static final Pattern NAME = Pattern.compile("(?s).*\\S.*");

  /**
   * Reads all but the sources' own settings.
   *
   * @param knownSources names that may stand below {@code sources}
   */
  public static EventConfig read(Section file, Set<String> knownSources) {
    String event =
        file.text("event", ID, "1 to 63 lower-case letters, digits or '-', such as aea2026");
    String name = file.text("name", NAME, "the name of the event");
    String timeZone = file.timeZone("timeZone");
    LocalDateTime from = file.localDateTime("from");
    LocalDateTime to = file.localDateTime("to");
    if (to.isBefore(from) && !to.equals(LocalDateTime.MIN)) {
      file.problem("to", "the event ends (" + to + ") before it begins (" + from + ")");
    }
    String schedule = file.optionalText("schedule");
    String hashtag = hashtag(file);
    Map<String, Section> sources = file.sections("sources", knownSources);
    List<String> names = List.copyOf(sources.keySet());
    EventInfo info =
        new EventInfo(event, name, timeZone, from, to, schedule, hashtag, names, List.of());
    return new EventConfig(info, sources);
  }

  private static @Nullable String hashtag(Section file) {
    if (!file.has("hashtag")) return null;
    return file.text("hashtag", HASHTAG, "letters, digits and '_', in quotes if it begins with '#'")
        .replaceFirst("^#", "");
  }

  /** The event's id. */
  public String event() {
    return info.event();
  }
}
