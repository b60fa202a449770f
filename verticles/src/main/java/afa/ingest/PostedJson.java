package afa.ingest;

import afa.feed.FeedJson;
import afa.feed.Post;
import afa.message.AppendPosts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Posts as somebody sent them: one or an array, in the JSON of an update without its number. */
final class PostedJson {
  /** Posts one a line would otherwise lose all but the first, and be told that they are stored. */
  private static final ObjectReader READER = FeedJson.MAPPER
      .reader()
      .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      // A kind that we do not know is somebody's mistake here, and not news from a newer node.
      .without(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);

  private PostedJson() {}

  /** What was sent is not posts. */
  static final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1;

    Invalid(String message) {
      super(message);
    }
  }

  /**
   * The posts of a body.
   *
   * @param receivedAt taken for all of them, whatever they claim
   * @throws Invalid naming the first that is wrong; then none is taken
   */
  static List<Post> parse(Buffer body, Instant receivedAt) {
    JsonNode tree = tree(body);
    if (!tree.isArray()) return List.of(post(tree, 0, receivedAt));
    if (tree.size() > AppendPosts.MAX_POSTS) {
      throw new Invalid("at most " + AppendPosts.MAX_POSTS + " posts at once, not " + tree.size());
    }
    List<Post> posts = new ArrayList<>(tree.size());
    for (JsonNode post : tree) posts.add(post(post, posts.size(), receivedAt));
    return posts;
  }

  private static JsonNode tree(Buffer body) {
    try {
      return READER.readTree(body.getBytes());
    } catch (IOException notJson) {
      throw new Invalid("the body is not one JSON value, a post or an array of posts");
    }
  }

  private static Post post(JsonNode json, int index, Instant receivedAt) {
    if (!(json instanceof ObjectNode object)) throw new Invalid("post " + index + " is no object");
    object.put("receivedAt", receivedAt.toString());
    try {
      PostRules.checkLists(object);
      Post post = READER.treeToValue(object, Post.class);
      PostRules.check(post);
      return post;
    } catch (JsonProcessingException | IllegalArgumentException wrong) {
      throw new Invalid("post " + index + ": " + sentence(wrong));
    }
  }

  private static String sentence(Exception wrong) {
    Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
    String told = cause instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : cause.getMessage();
    return told == null ? "not a post" : told;
  }
}
