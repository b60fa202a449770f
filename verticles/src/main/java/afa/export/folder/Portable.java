package afa.export.folder;

import afa.database.PgText;
import afa.feed.FeedJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row as it goes from house to house: without the origins that an event's pictures may come from
 * though they are inside a private network. They are of the network it was recorded in; from a folder
 * nobody takes what pages may load, nor what may be fetched within another house.
 */
final class Portable {
  private static final String INFO = "info";
  private static final String ORIGINS = "mediaOrigins";

  private Portable() {}

  /** The same row where it names none. */
  static RowLine of(Contents contents, RowLine row) throws IOException {
    String info = row.json().get(INFO);
    if (contents != Contents.EVENTS || info == null) return row;
    JsonNode told = FeedJson.MAPPER.readTree(info);
    if (!(told instanceof ObjectNode event) || !event.has(ORIGINS)) return row;
    event.putArray(ORIGINS); // also in place of several
    Map<String, String> json = new TreeMap<>(row.json());
    json.put(INFO, PgText.json(FeedJson.MAPPER.writeValueAsString(event)));
    return new RowLine(row.plain(), json);
  }
}
