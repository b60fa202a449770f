package afa.export.folder;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the tables of an event, a row a line, sorted: equal contents are equal files. */
final class DataWriter {
  /** Rows in memory at once. */
  private static final int FETCH = 500;

  private final Connection connection;
  private final String event;

  DataWriter(Connection connection, String event) {
    this.connection = connection;
    this.event = event;
  }

  /** A table that was written. */
  record Written(List<String> columns, long rows) {
    Written {
      columns = List.copyOf(columns);
    }
  }

  /** Whether there is such an event. */
  static boolean knows(Connection connection, String event) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select 1 from events where event = ?")) {
      statement.setString(1, event);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Writes all of them below {@code folder}. */
  Map<Contents, Written> write(Path folder) throws SQLException, IOException {
    Files.createDirectories(folder.resolve("data"));
    Map<Contents, Written> written = new EnumMap<>(Contents.class);
    for (Contents contents : Contents.values()) {
      written.put(contents, write(contents, folder.resolve(contents.file())));
    }
    return written;
  }

  private Written write(Contents contents, Path file) throws SQLException, IOException {
    Columns columns = Columns.of(connection, contents);
    long count = 0;
    try (PreparedStatement statement = connection.prepareStatement(query(contents, columns));
        BufferedWriter out = Files.newBufferedWriter(file)) {
      statement.setFetchSize(FETCH);
      statement.setString(1, event);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          out.append(Portable.of(contents, line(rows, columns)).write()).append('\n');
          count++;
        }
      }
    }
    return new Written(columns.all(), count);
  }

  private static RowLine line(ResultSet row, Columns columns) throws SQLException {
    Map<String, String> json = new TreeMap<>();
    for (int i = 0; i < columns.json().size(); i++) {
      String value = row.getString(i + 2);
      if (value != null) json.put(columns.json().get(i), value);
    }
    return new RowLine(row.getString(1), json);
  }

  private static String query(Contents contents, Columns columns) {
    String plain =
        columns.plain().stream().map(name -> "t." + name).collect(Collectors.joining(", "));
    String json =
        columns.json().stream().map(name -> ", t." + name + "::text").collect(Collectors.joining());
    String order = contents.order().stream()
        .map(name -> "t." + name + (columns.texts().contains(name) ? " collate \"C\"" : ""))
        .collect(Collectors.joining(", "));
    return "select (select json_strip_nulls(row_to_json(r)) from (select " + plain + ") r)::text"
        + json + " from " + contents.table() + " t where t.event = ? order by " + order;
  }
}
