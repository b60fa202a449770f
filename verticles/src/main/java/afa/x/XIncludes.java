package afa.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;

/** What came along with one or more posts, by id. A part may be missing; then less is shown. */
final class XIncludes {
  private final Map<String, JsonNode> users = new HashMap<>();
  private final Map<String, JsonNode> posts = new HashMap<>();
  private final Map<String, JsonNode> media = new HashMap<>();

  /**
   * @param envelope the line of a stream or the page of a search
   */
  XIncludes(JsonNode envelope) {
    JsonNode includes = envelope.path("includes");
    collect(includes.path("users"), "id", users);
    collect(includes.path("media"), "media_key", media);
    collect(includes.path("tweets"), "id", posts);
    collect(includes.path("posts"), "id", posts);
  }

  private static void collect(JsonNode list, String key, Map<String, JsonNode> into) {
    for (JsonNode element : list) {
      if (element.isObject()) into.putIfAbsent(XJson.text(element, key), element);
    }
  }

  /** The author of that id, or a missing node. */
  JsonNode user(String id) {
    return found(users, id);
  }

  JsonNode post(String id) {
    return found(posts, id);
  }

  JsonNode media(String key) {
    return found(media, key);
  }

  private static JsonNode found(Map<String, JsonNode> known, String key) {
    JsonNode value = key.isEmpty() ? null : known.get(key);
    return value == null ? MissingNode.getInstance() : value;
  }
}
