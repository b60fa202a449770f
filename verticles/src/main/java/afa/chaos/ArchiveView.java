package afa.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What the embedded PostgreSQL of a data directory has of an event. */
final class ArchiveView {
  private ArchiveView() {}

  /** The entries of its log as they were copied, oldest first. */
  static List<String> entries(Path data, String event) throws IOException, SQLException {
    String sql = "select body::text from updates where event = ? order by epoch, n";
    List<String> entries = new ArrayList<>();
    try (Connection database = connect(data);
        PreparedStatement query = database.prepareStatement(sql)) {
      query.setString(1, event);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) entries.add(rows.getString(1));
      }
    }
    return entries;
  }

  private static Connection connect(Path data) throws IOException, SQLException {
    Properties endpoint = new Properties();
    try (var file = Files.newBufferedReader(data.resolve("postgres/endpoint"))) {
      endpoint.load(file);
    }
    Properties login = new Properties();
    login.setProperty("user", "afa");
    login.setProperty("password", endpoint.getProperty("password"));
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + endpoint.getProperty("port") + "/afa", login);
  }
}
