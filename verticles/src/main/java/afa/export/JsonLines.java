package afa.export;

import afa.database.PgText;
import afa.feed.FeedJson;
import afa.library.ExportedPost;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A post a line, as the protocol describes an update, in the talks where it belongs now. */
public final class JsonLines implements Table {
  @Override
  public String head() {
    return "";
  }

  @Override
  public String lines(List<ExportedPost> posts) {
    StringBuilder lines = new StringBuilder();
    posts.forEach(post -> lines.append(line(post)).append('\n'));
    return lines.toString();
  }

  /** What only escapes can say, such as half a surrogate pair, stays an escape. */
  static String line(ExportedPost post) {
    try {
      JsonNode tree = FeedJson.MAPPER.readTree(post.json());
      if (tree instanceof ObjectNode update) place(update, post.talks());
      return PgText.json(FeedJson.MAPPER.writeValueAsString(tree));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a column of JSON that is none", impossible);
    }
  }

  private static void place(ObjectNode update, List<String> talks) {
    if (talks.isEmpty()) {
      update.remove("talks");
      return;
    }
    ArrayNode names = update.putArray("talks");
    talks.forEach(names::add);
  }

  @Override
  public String type() {
    return "application/jsonl; charset=utf-8";
  }

  @Override
  public String extension() {
    return "jsonl";
  }
}
