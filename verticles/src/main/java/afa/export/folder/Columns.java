package afa.export.folder;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The columns of a table whose contents are its own: not what the database computes from others.
 *
 * @param plain those whose values JSON can say
 * @param json those that hold JSON, which is passed on letter by letter
 * @param texts those of {@code plain} that are sorted as texts
 */
record Columns(List<String> plain, List<String> json, Set<String> texts) {
  private static final String READ =
      """
      select a.attname, format_type(a.atttypid, null) from pg_attribute a
      where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' and a.attidentity = '' and a.atttypid <> 'tsvector'::regtype
      order by a.attnum
      """;

  Columns {
    plain = List.copyOf(plain);
    json = List.copyOf(json);
    texts = Set.copyOf(texts);
  }

  static Columns of(Connection connection, Contents contents) throws SQLException {
    List<String> plain = new ArrayList<>();
    List<String> json = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setString(1, contents.table());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String name = rows.getString(1);
          (rows.getString(2).equals("json") ? json : plain).add(name);
          if (rows.getString(2).equals("text")) texts.add(name);
        }
      }
    }
    return new Columns(plain, json, Set.copyOf(texts));
  }

  List<String> all() {
    List<String> all = new ArrayList<>(plain);
    all.addAll(json);
    return all;
  }

  /** Only those of that list. */
  Columns among(List<String> names) {
    return new Columns(
        plain.stream().filter(names::contains).toList(),
        json.stream().filter(names::contains).toList(),
        texts);
  }
}
