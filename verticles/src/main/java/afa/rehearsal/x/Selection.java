package afa.rehearsal.x;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which fields and parts a reader asked for; X sends no others. */
final class Selection {
  private static final Set<String> ALWAYS = Set.of("id", "text", "edit_history_tweet_ids");
  private static final Set<String> USER_ALWAYS = Set.of("id", "name", "username");
  private static final Set<String> MEDIA_ALWAYS = Set.of("media_key", "type");

  private final Set<String> postFields;
  private final Set<String> userFields;
  private final Set<String> mediaFields;
  private final Set<String> expansions;

  private Selection(
      Set<String> postFields,
      Set<String> userFields,
      Set<String> mediaFields,
      Set<String> expansions) {
    this.postFields = postFields;
    this.userFields = userFields;
    this.mediaFields = mediaFields;
    this.expansions = expansions;
  }

  /** Reads the parameters of a request, in the old and the new spelling. */
  static Selection of(MultiMap parameters) {
    Set<String> expansions = names(parameters, "expansions");
    Set<String> posts = names(parameters, "tweet.fields", "post.fields");
    posts.addAll(ALWAYS);
    // An expansion needs its reference, so X adds the field that holds it.
    for (String expansion : expansions) posts.add(expansion.replaceFirst("\\..*", ""));
    Set<String> users = names(parameters, "user.fields");
    users.addAll(USER_ALWAYS);
    Set<String> media = names(parameters, "media.fields");
    media.addAll(MEDIA_ALWAYS);
    return new Selection(posts, users, media, expansions);
  }

  private static Set<String> names(MultiMap parameters, String... keys) {
    Set<String> names = new HashSet<>();
    for (String key : keys) {
      for (String value : parameters.getAll(key)) {
        for (String name : value.split(",", -1)) names.add(oldSpelling(name.strip()));
      }
    }
    return names;
  }

  private static String oldSpelling(String name) {
    return name.replace("referenced_posts", "referenced_tweets")
        .replace("note_post", "note_tweet")
        .replace("edit_history_post_ids", "edit_history_tweet_ids");
  }

  boolean expands(String expansion) {
    return expansions.contains(expansion);
  }

  JsonObject ofPost(JsonObject post) {
    return keep(post, postFields);
  }

  JsonObject ofUser(JsonObject user) {
    return keep(user, userFields);
  }

  JsonObject ofMedia(JsonObject media) {
    return keep(media, mediaFields);
  }

  private static JsonObject keep(JsonObject whole, Set<String> names) {
    for (String name : List.copyOf(whole.fieldNames())) {
      if (!names.contains(name)) whole.remove(name);
    }
    return whole;
  }
}
