package afa.export.folder;

import afa.feed.EventInfo;
import afa.feed.FeedJson;
import afa.feed.VenueTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event as the pages of its folder show it.
 *
 * @param info absent of events from before it was kept
 * @param talks by id, in the order of their time
 */
record EventSheet(String event, @Nullable EventInfo info, Map<String, TalkSheet> talks) {
  private static final String TALKS =
      """
      select talk, title, room, starts_at, cancelled, dropped from talks
      where event = ? order by starts_at, room collate "C", talk collate "C"
      """;

  static EventSheet read(Connection connection, String event) throws SQLException {
    EventInfo info = info(connection, event);
    EventSheet sheet = new EventSheet(event, info, new LinkedHashMap<>());
    try (PreparedStatement statement = connection.prepareStatement(TALKS)) {
      statement.setString(1, event);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) sheet.add(rows);
      }
    }
    return sheet;
  }

  private void add(ResultSet row) throws SQLException {
    String talk = row.getString("talk");
    Instant start = row.getTimestamp("starts_at").toInstant();
    String dropped = row.getBoolean("dropped") ? "not on the schedule any more" : "";
    talks.put(
        talk,
        new TalkSheet(
            talk,
            TalkSheet.file(talk),
            row.getString("title"),
            row.getString("room"),
            start,
            venue().time(start),
            row.getBoolean("cancelled") ? "cancelled" : dropped));
  }

  private static @Nullable EventInfo info(Connection connection, String event) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select info::text from events where event = ?")) {
      statement.setString(1, event);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) throw new FolderRefused("The archive has no event " + event);
        return FeedJson.eventInfo(rows.getString(1)).orElse(null);
      }
    }
  }

  String name() {
    return info == null ? event : info.name();
  }

  ZoneId zone() {
    return info == null ? ZoneOffset.UTC : ZoneId.of(info.timeZone());
  }

  VenueTime venue() {
    return new VenueTime(zone());
  }

  /** Origins that pictures may come from though they are inside a private network. */
  Set<String> origins() {
    return info == null ? Set.of() : Set.copyOf(info.mediaOrigins());
  }
}
