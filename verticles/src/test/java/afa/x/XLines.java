package afa.x;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;

/** Lines of X's stream for tests, put together part by part; all of it invented. */
final class XLines {
  final ObjectNode line = JsonNodeFactory.instance.objectNode();
  final ObjectNode data = line.putObject("data");
  final ObjectNode includes = line.putObject("includes");

  private XLines(String id, String text) {
    data.put("id", id)
        .put("text", text)
        .put("author_id", "71")
        .put("lang", "en")
        .put("created_at", "2026-05-24T12:00:00.000Z");
    user("71", "grace_h", "Grace H 🚢");
    line.putArray("matching_rules").addObject().put("id", "5").put("tag", "afa:test");
  }

  static XLines post(String id, String text) {
    return new XLines(id, text);
  }

  static XLines post(String text) {
    return post("2000000000000000001", text);
  }

  /** A part of the text; offsets in code points of the escaped text. */
  XLines entity(String kind, int start, int end, String field, String value) {
    return entity(data, kind, start, end, field, value);
  }

  XLines entity(ObjectNode post, String kind, int start, int end, String field, String value) {
    post.withObject("entities")
        .withArray(kind)
        .addObject()
        .put("start", start)
        .put("end", end)
        .put(field, value);
    return this;
  }

  XLines link(int start, int end, String shown) {
    return link(data, start, end, shown, null);
  }

  XLines link(ObjectNode post, int start, int end, String shown, String mediaKey) {
    ObjectNode link = post.withObject("entities").withArray("urls").addObject();
    link.put("start", start).put("end", end).put("url", "https://t.co/abcdefghij");
    link.put("expanded_url", "https://conf.example/long/address").put("display_url", shown);
    if (mediaKey != null) link.put("media_key", mediaKey);
    return this;
  }

  ObjectNode user(String id, String handle, String name) {
    return includes
        .withArray("users")
        .addObject()
        .put("id", id)
        .put("username", handle)
        .put("name", name)
        .put("profile_image_url", "https://pbs.twimg.com/profile_images/7/face_normal.jpg");
  }

  /** A post that this one refers to, sent along. */
  ObjectNode with(String type, String id, String text, String author) {
    refers(type, id);
    return includes
        .withArray("tweets")
        .addObject()
        .put("id", id)
        .put("text", text)
        .put("author_id", author);
  }

  XLines refers(String type, String id) {
    data.withArray("referenced_tweets").addObject().put("type", type).put("id", id);
    return this;
  }

  /** A picture or film, attached to the post and sent along. */
  ObjectNode media(String key, String type) {
    data.withObject("attachments").withArray("media_keys").add(key);
    return includes.withArray("media").addObject().put("media_key", key).put("type", type);
  }

  ObjectNode photo(String key) {
    return media(key, "photo").put("url", "https://pbs.twimg.com/media/" + key + ".jpg");
  }

  static final Instant NOW = Instant.parse("2026-05-24T12:00:06.500Z");

  /** What a line of the stream is. */
  static XLine read(String line, Set<String> foreign) {
    return new XPostParser(XPolicy.DEFAULT).line(line, NOW, foreign);
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
