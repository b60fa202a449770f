package afa.backup;

import afa.backup.Database.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a database says of its own tables. */
final class Schema {
  private static final String TABLES =
      """
      select c.relname as name,
        (select string_agg(a.attname, ',' order by a.attnum) from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            and a.attgenerated = '') as columns,
        (select coalesce(string_agg(r.relname, ','), '') from pg_constraint k
          join pg_class r on r.oid = k.confrelid
          where k.conrelid = c.oid and k.contype = 'f' and r.oid <> c.oid) as needs
      from pg_class c
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
        and c.relname <> 'flyway_schema_history'
      order by c.relname""";

  private static final String VERSION =
      """
      select version from flyway_schema_history
      where success and version is not null order by installed_rank desc limit 1""";

  private static final String IDENTITIES =
      """
      select c.relname as name, a.attname as attribute
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.attidentity <> '' and c.relkind = 'r'
        and c.relnamespace = current_schema()::regnamespace""";

  private final Connection connection;

  Schema(Connection connection) {
    this.connection = connection;
  }

  private record Needy(Table table, Set<String> needs) {}

  /** Those that others refer to first. */
  List<Table> tables() throws SQLException {
    List<Needy> left = new ArrayList<>(read());
    List<Table> ordered = new ArrayList<>();
    Set<String> there = new HashSet<>();
    while (!left.isEmpty()) {
      List<Needy> next =
          left.stream().filter(needy -> there.containsAll(needy.needs())).toList();
      if (next.isEmpty()) throw new SQLException("tables refer to each other in a circle");
      left.removeAll(next);
      next.forEach(needy -> {
        ordered.add(needy.table());
        there.add(needy.table().name());
      });
    }
    return ordered;
  }

  private List<Needy> read() throws SQLException {
    List<Needy> read = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        List<String> columns = list(rows.getString("columns"));
        Set<String> needs = new HashSet<>(list(rows.getString("needs")));
        read.add(new Needy(new Table(rows.getString("name"), columns, 0), needs));
      }
    }
    return read;
  }

  private static List<String> list(String joined) {
    return Arrays.stream(joined.split(",", -1)).filter(name -> !name.isEmpty()).toList();
  }

  /** Number of the newest migration. */
  String version() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(VERSION)) {
      if (!rows.next()) throw new SQLException("no migration has run here yet");
      return rows.getString("version");
    }
  }

  /** Takes away what migrations put into them. */
  void empty(List<Table> tables) throws SQLException {
    if (tables.isEmpty()) return;
    String names =
        tables.stream().map(table -> '"' + table.name() + '"').collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement()) {
      statement.execute("truncate " + names);
    }
  }

  /** Numbers that the database gives go on behind the highest there is. */
  void continueNumbers() throws SQLException {
    List<String> settings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(IDENTITIES)) {
      while (rows.next())
        settings.add(continued(rows.getString("name"), rows.getString("attribute")));
    }
    for (String setting : settings) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(setting);
      }
    }
  }

  private static String continued(String table, String column) {
    return "select setval(pg_get_serial_sequence('\"" + table + "\"', '" + column + "'), max(\""
        + column + "\")) from \"" + table + '"'; // nothing happens where there is no row
  }
}
