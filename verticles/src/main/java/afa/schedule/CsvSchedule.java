package afa.schedule;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/** Reads a table with the columns that docs/operations.md lists, in any order. */
final class CsvSchedule {
  private static final List<String> COLUMNS = List.of(
      "id",
      "start",
      "end",
      "room",
      "title",
      "speakers",
      "track",
      "type",
      "language",
      "abstract",
      "url",
      "status",
      "hashtags",
      "handles");

  private final Collector collector = new Collector();
  private final Set<String> ids = new HashSet<>();
  private final Times times;

  private CsvSchedule(Times times) {
    this.times = times;
  }

  static Schedule read(String text, Times times) throws NotASchedule {
    return new CsvSchedule(times).table(text);
  }

  private Schedule table(String text) throws NotASchedule {
    CSVFormat format = CSVFormat.RFC4180
        .builder()
        .setDelimiter(separator(text))
        .setHeader()
        .setSkipHeaderRecord(true)
        .setIgnoreHeaderCase(true)
        .setTrim(true)
        .setIgnoreEmptyLines(true)
        .setAllowMissingColumnNames(true)
        .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
        .get();
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
      header(parser);
      rows(parser);
    } catch (IOException | IllegalArgumentException broken) {
      throw new NotASchedule("is no table that can be read: " + Texts.name(broken.getMessage()));
    }
    return collector.schedule("CSV", "", times);
  }

  private void header(CSVParser parser) throws NotASchedule {
    Set<String> names = new HashSet<>();
    parser.getHeaderNames().forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
    if (!names.contains("start") || !names.contains("title")) {
      throw new NotASchedule("is no schedule that is known here: neither schedule.xml,"
          + " schedule.json, iCalendar, JSON of Sessionize or Devoxx,"
          + " nor a table whose first line names the columns start and title");
    }
    names.removeAll(COLUMNS);
    names.remove("");
    for (String name : names) {
      collector.warnings.add("line 1", "", "column \"" + Texts.name(name) + "\" is unknown");
    }
  }

  /** What follows a quote that is never closed is lost, what stands before it is not. */
  private void rows(CSVParser parser) throws NotASchedule {
    Iterator<CSVRecord> records = parser.iterator();
    while (true) {
      long line = parser.getCurrentLineNumber() + 1;
      try {
        if (!records.hasNext()) return;
        row(records.next(), line);
      } catch (UncheckedIOException | IllegalStateException broken) {
        collector.unreadable(
            new Draft("line " + line), "cannot be read, nor what follows, because of its quotes");
        return;
      }
    }
  }

  private void row(CSVRecord row, long line) throws NotASchedule {
    if (Stream.of(row.values()).allMatch(String::isBlank)) return;
    Draft draft = new Draft("line " + line);
    draft.title = Texts.name(value(row, "title"));
    String id = Texts.name(value(row, "id"));
    draft.key("uid", id);
    draft.room = Texts.name(value(row, "room"));
    draft.track = Texts.name(value(row, "track"));
    draft.type = Texts.name(value(row, "type"));
    draft.language = Texts.name(value(row, "language"));
    draft.summary = Texts.prose(value(row, "abstract"));
    draft.url = Texts.web(value(row, "url"));
    draft.cancelled = Cancelled.byStatus(value(row, "status"));
    draft.hashtags.addAll(List.of(value(row, "hashtags").split("[\\s;,]+", 20)));
    CsvPeople.add(draft, value(row, "speakers"), value(row, "handles"));
    draft.start = start(value(row, "start"), draft);
    draft.end = end(value(row, "end"), draft);
    if (draft.start == null) {
      collector.unreadable(draft, fault("start", value(row, "start"), "2026-10-24T10:00"));
    } else if (draft.end == null && !value(row, "end").isEmpty()) {
      collector.unreadable(draft, fault("end", value(row, "end"), "2026-10-24T10:45 or PT45M"));
    } else if (!id.isEmpty() && !ids.add(id)) {
      collector.unreadable(draft, "has the id " + id + " of an earlier line");
    } else collector.entry(draft);
  }

  private static String fault(String column, String value, String wanted) {
    return column + " = \"" + Texts.name(value) + "\": expected a time such as " + wanted;
  }

  private @Nullable Instant start(String text, Draft draft) {
    return times.moment(text, doubt -> collector.warnings.add(draft, doubt)).orElse(null);
  }

  private @Nullable Instant end(String text, Draft draft) {
    if (text.isEmpty() || draft.start == null) return null;
    Instant start = draft.start;
    Optional<Duration> length = Lengths.parse(text);
    return length.isPresent()
        ? Times.sane(start.plus(length.get())).orElse(null)
        : times.moment(text, doubt -> collector.warnings.add(draft, doubt)).orElse(null);
  }

  private static String value(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column).strip() : "";
  }

  /** What the first line has most of. */
  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(first, candidate) > count(first, best)) best = candidate;
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(letter -> letter == wanted).count();
  }
}
