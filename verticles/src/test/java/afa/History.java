package afa;

import static org.assertj.core.api.Assertions.assertThat;

import afa.testkit.Http;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What a node serves of an event, and what the archive in its data directory holds. */
final class History {
  private final int port;
  private final String event;
  private final Path data;

  History(int port, String event, Path data) {
    this.port = port;
    this.event = event;
    this.data = data;
  }

  /** Of the log; -1 while it is not to be had. */
  long head() {
    try {
      return Http.json(port, "/events/" + event + "/head").getLong("head");
    } catch (Exception | AssertionError notNow) {
      return -1;
    }
  }

  /** Ids of the posts of the log, whose numbers have no holes. */
  List<String> log() throws Exception {
    List<String> ids = new ArrayList<>();
    long since = 0;
    for (JsonObject page = page(0); !page.getJsonArray("updates").isEmpty(); page = page(since)) {
      JsonArray updates = page.getJsonArray("updates");
      for (int i = 0; i < updates.size(); i++) {
        JsonObject update = updates.getJsonObject(i);
        assertThat(update.getLong("n")).isEqualTo(since + i + 1);
        if (update.getString("type").equals("post")) ids.add(update.getString("id"));
      }
      since = page.getLong("next");
    }
    return ids;
  }

  private JsonObject page(long since) throws Exception {
    return Http.json(port, "/events/" + event + "/updates?wait=0&limit=1000&since=" + since);
  }

  /** Ids of the posts in the archive. */
  List<String> archive() throws Exception {
    List<String> ids = new ArrayList<>();
    try (Connection database = DriverManager.getConnection(jdbcUrl());
        ResultSet rows = database
            .createStatement()
            .executeQuery(
                "select id from updates where event = '" + event + "' order by epoch, n")) {
      while (rows.next()) ids.add(rows.getString(1));
    }
    return ids;
  }

  private String jdbcUrl() throws IOException {
    Properties endpoint = new Properties();
    try (var file = Files.newBufferedReader(data.resolve("postgres/endpoint"))) {
      endpoint.load(file);
    }
    return "jdbc:postgresql://127.0.0.1:" + endpoint.getProperty("port") + "/afa?user=afa&password="
        + endpoint.getProperty("password");
  }
}
