package afa.export.folder;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of a folder: one of the event, one of each day and of each talk. */
final class FolderPages {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

  private static final String COVERAGE =
      """
      select source, from_at, to_at, kind, posts, coalesce(reason, '') from coverage
      where event = ? order by source collate "C", from_at
      """;

  private final Connection connection;
  private final EventSheet event;
  private final Pictures pictures;
  private final Sheets sheets;
  private final PostRows rows;

  FolderPages(Connection connection, EventSheet event, Pictures pictures, Sheets sheets) {
    this.connection = connection;
    this.event = event;
    this.pictures = pictures;
    this.sheets = sheets;
    this.rows = new PostRows(connection, event.event());
  }

  /** A page that the page of the event leads to. */
  record DaySheet(String file, String label, long posts, List<TalkRow> talks) {}

  /** A talk with how much was said about it. */
  record TalkRow(TalkSheet talk, long posts) {}

  /** A part of a source's time, and what is claimed of it. */
  record CoverageRow(
      String source, String from, String to, String kind, long posts, String reason) {}

  void write(Survey survey, Map<Contents, DataWriter.Written> data)
      throws SQLException, IOException {
    sheets.addStyle();
    Map<LocalDate, DaySheet> days = new LinkedHashMap<>();
    Map<LocalDate, Long> counts = days();
    Map<LocalDate, List<TalkRow>> talks = talks();
    List<LocalDate> all = new ArrayList<>(talks.keySet());
    counts.keySet().stream().filter(day -> !all.contains(day)).forEach(all::add);
    all.stream().sorted().forEach(day -> {
      long posts = counts.getOrDefault(day, 0L);
      String file = posts == 0 ? "" : "days/" + day + ".html";
      days.put(day, new DaySheet(file, DAY.format(day), posts, talks.getOrDefault(day, List.of())));
    });
    Map<String, Object> model = model(event.name());
    model.put("posts", survey.posts());
    model.put("people", survey.people());
    model.put("pictures", pictures.kept());
    model.put("missing", pictures.missing());
    model.put("days", days.values());
    model.put("coverage", coverage());
    model.put(
        "held",
        data.getOrDefault(Contents.HELD, new DataWriter.Written(List.of(), 0)).rows());
    sheets.write("index.html", "index", model);
  }

  private Map<String, Object> model(String title) {
    Map<String, Object> model = new HashMap<>();
    model.put("title", title);
    model.put("event", event.name());
    model.put("zone", event.zone().getId());
    return model;
  }

  /** Writes the days; how much was said on each. */
  private Map<LocalDate, Long> days() throws SQLException, IOException {
    Map<LocalDate, Long> counts = new LinkedHashMap<>();
    Days days = new Days(counts);
    rows.each(null, (kept, post) -> days.on(post.postedAt().atZone(event.zone()).toLocalDate())
        .add(PostSheet.of(kept, post, event.venue(), pictures, event.talks())));
    days.end();
    return counts;
  }

  /** One day after the other. */
  private final class Days {
    private final Map<LocalDate, Long> counts;
    private @Nullable LocalDate day;
    private Sheets.@Nullable Series series;

    Days(Map<LocalDate, Long> counts) {
      this.counts = counts;
    }

    Sheets.Series on(LocalDate next) throws IOException {
      Sheets.Series now = series;
      if (now != null && next.equals(day)) return now;
      end();
      Map<String, Object> model = model(DAY.format(next));
      model.put("about", "");
      Sheets.Series begun = sheets.series("days/" + next, model);
      day = next;
      series = begun;
      return begun;
    }

    void end() throws IOException {
      if (series != null && day != null) counts.put(day, series.end());
    }
  }

  private Map<LocalDate, List<TalkRow>> talks() throws SQLException, IOException {
    Map<LocalDate, List<TalkRow>> days = new LinkedHashMap<>();
    for (TalkSheet talk : event.talks().values()) {
      LocalDate day = talk.start().atZone(event.zone()).toLocalDate();
      Map<String, Object> model = model(talk.title());
      String state = talk.state().isEmpty() ? "" : " · " + talk.state();
      String room = talk.room().isEmpty() ? "" : " · " + talk.room();
      model.put("about", DAY.format(day) + ", " + talk.label() + room + state);
      String base = talk.file().substring(0, talk.file().length() - ".html".length());
      Sheets.Series series = sheets.series(base, model);
      rows.each(
          talk.talk(),
          (kept, post) ->
              series.add(PostSheet.of(kept, post, event.venue(), pictures, event.talks())));
      days.computeIfAbsent(day, first -> new ArrayList<>()).add(new TalkRow(talk, series.end()));
    }
    return days;
  }

  private List<CoverageRow> coverage() throws SQLException {
    List<CoverageRow> coverage = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(COVERAGE)) {
      statement.setString(1, event.event());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          coverage.add(new CoverageRow(
              row.getString(1),
              time(row, 2),
              time(row, 3),
              row.getString(4),
              row.getLong(5),
              row.getString(6)));
        }
      }
    }
    return coverage;
  }

  private String time(ResultSet row, int column) throws SQLException {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ENGLISH)
        .format(row.getTimestamp(column).toInstant().atZone(event.zone()));
  }
}
