package afa.schedule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON of strangers: bounded in depth, in values and in the length of texts. */
final class Json {
  private static final int MOST_VALUES = 2_000_000;
  private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(64)
          .maxStringLength(2 * 1024 * 1024)
          .maxNumberLength(100)
          .build())
      .build());

  private Json() {}

  static JsonNode read(String text) throws NotASchedule {
    try {
      count(text);
      JsonNode root = MAPPER.readTree(text);
      return root == null ? MissingNode.getInstance() : root;
    } catch (JsonProcessingException notJson) {
      throw new NotASchedule("is no JSON that can be read: " + notJson.getOriginalMessage()
          + (notJson.getLocation() == null
              ? ""
              : ", line " + notJson.getLocation().getLineNr()));
    } catch (IOException never) {
      throw new NotASchedule("is no JSON that can be read");
    }
  }

  /** A value in memory is many times as long as {@code []} or {@code 1,} is in the file. */
  private static void count(String text) throws IOException, NotASchedule {
    int values = 0;
    try (JsonParser parser = MAPPER.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (++values > MOST_VALUES) throw new NotASchedule("has too many values");
      }
    }
  }

  /** A field as text; empty where it is absent, null or no single value. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText("") : localized(value);
  }

  /** Some write {@code {"en": …, "de": …}}, or a thing with a name. */
  private static String localized(JsonNode value) {
    if (!value.isObject()) return "";
    for (String key : List.of("en", "name", "title", "slug", "de")) {
      if (value.path(key).isTextual()) return value.path(key).asText();
    }
    return "";
  }

  /** The first of these fields that is not blank. */
  static String first(JsonNode node, String... fields) {
    for (String field : fields) {
      String text = text(node, field);
      if (!text.isBlank()) return text;
    }
    return "";
  }

  static List<Map.Entry<String, JsonNode>> fields(JsonNode object) {
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>();
    object.fields().forEachRemaining(fields::add);
    return fields;
  }
}
