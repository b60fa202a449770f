package afa.rehearsal.x;

import afa.rehearsal.SentPost;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Posts with what belongs to them, each part once: {@code data} and {@code includes}. */
final class Answer {
  private final XPosts posts;
  private final Selection selection;
  private final JsonArray data = new JsonArray();
  private final Set<String> read = new LinkedHashSet<>();
  private final Map<String, JsonObject> users = new LinkedHashMap<>();
  private final Map<String, JsonObject> tweets = new LinkedHashMap<>();
  private final Map<String, JsonObject> media = new LinkedHashMap<>();

  Answer(XPosts posts, Selection selection) {
    this.posts = posts;
    this.selection = selection;
  }

  Answer add(SentPost post) {
    read.add(post.key());
    data.add(selection.ofPost(posts.post(post)));
    if (selection.expands("author_id")) addAuthor(post);
    if (selection.expands("attachments.media_keys")) addMedia(post);
    if (post.of() != null && selection.expands("referenced_tweets.id")) addReferenced(post.of());
    return this;
  }

  private void addReferenced(SentPost referenced) {
    read.add(referenced.key());
    tweets.put(referenced.key(), selection.ofPost(posts.post(referenced)));
    if (selection.expands("referenced_tweets.id.author_id")) addAuthor(referenced);
    if (selection.expands("referenced_tweets.id.attachments.media_keys")) addMedia(referenced);
  }

  private void addAuthor(SentPost post) {
    users.put(post.author().handle(), selection.ofUser(posts.author(post)));
  }

  private void addMedia(SentPost post) {
    for (Object picture : posts.media(post)) {
      JsonObject json = (JsonObject) picture;
      media.put(json.getString("media_key"), selection.ofMedia(json));
    }
  }

  /** Ids of all posts in it. */
  Set<String> read() {
    return read;
  }

  /** One line of the stream. */
  JsonObject line(JsonArray matchingRules) {
    return withIncludes(new JsonObject().put("data", data.getJsonObject(0)))
        .put("matching_rules", matchingRules);
  }

  /** A page of a list: no {@code data} when there is none. */
  JsonObject page() {
    JsonObject page = new JsonObject();
    return withIncludes(data.isEmpty() ? page : page.put("data", data));
  }

  private JsonObject withIncludes(JsonObject target) {
    JsonObject includes = new JsonObject();
    put(includes, "users", users);
    put(includes, "tweets", tweets);
    put(includes, "media", media);
    return includes.isEmpty() ? target : target.put("includes", includes);
  }

  private static void put(JsonObject includes, String kind, Map<String, JsonObject> parts) {
    if (!parts.isEmpty()) includes.put(kind, new JsonArray(java.util.List.copyOf(parts.values())));
  }
}
