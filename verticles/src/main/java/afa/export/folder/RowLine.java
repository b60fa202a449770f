package afa.export.folder;

import afa.feed.FeedJson;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row as a line of JSON, in which the JSON of its columns stands as it is, letter by letter: what
 * PostgreSQL cannot read, such as an escaped NUL, only passes through.
 *
 * @param plain JSON of an object with all other columns
 * @param json column → its JSON
 */
record RowLine(String plain, Map<String, String> json) {
  /** Stands behind the name of a column whose JSON has line breaks and is quoted therefore. */
  private static final String QUOTED = ":quoted";

  private static final JsonFactory PARSERS = FeedJson.MAPPER.getFactory();

  RowLine {
    json = Map.copyOf(json);
  }

  /** The line, without its end. */
  String write() {
    StringBuilder line = new StringBuilder(plain).deleteCharAt(plain.length() - 1);
    new TreeMap<>(json).forEach((name, value) -> {
      boolean isOneLine = value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
      line.append(line.length() > 1 ? "," : "").append('"').append(name);
      line.append(isOneLine ? "\":" : QUOTED + "\":").append(isOneLine ? value : quoted(value));
    });
    return line.append('}').toString();
  }

  private static String quoted(String text) {
    try {
      return FeedJson.MAPPER.writeValueAsString(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a text that cannot be written as JSON", impossible);
    }
  }

  /**
   * Reads a line.
   *
   * @param columns those that hold JSON
   * @throws IOException when it is no JSON object
   */
  static RowLine read(String line, List<String> columns) throws IOException {
    StringBuilder plain = new StringBuilder("{");
    Map<String, String> json = new TreeMap<>();
    try (JsonParser parser = PARSERS.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) throw new IOException("not an object");
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        String value = value(parser, line);
        String column =
            name.endsWith(QUOTED) ? name.substring(0, name.length() - QUOTED.length()) : name;
        if (columns.contains(column)) {
          json.put(column, name.equals(column) ? value : unquoted(value));
        } else {
          plain
              .append(plain.length() > 1 ? "," : "")
              .append(quoted(name))
              .append(':')
              .append(value);
        }
      }
      if (parser.nextToken() != null) throw new IOException("more than an object");
    }
    return new RowLine(plain.append('}').toString(), json);
  }

  /** What stands there, letter by letter. */
  private static String value(JsonParser parser, String line) throws IOException {
    int from = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    parser.finishToken();
    return line.substring(from, (int) parser.currentLocation().getCharOffset()).strip();
  }

  private static String unquoted(String value) throws IOException {
    return FeedJson.MAPPER.readValue(value, String.class);
  }

  /** The text of a column; null where there is none. */
  @Nullable
  String text(String column) throws IOException {
    return FeedJson.MAPPER.readTree(plain).path(column).textValue();
  }
}
