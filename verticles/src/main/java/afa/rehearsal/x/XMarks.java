package afa.rehearsal.x;

import afa.rehearsal.SentPost;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What X says of posts and authors that not everybody is to see; set from behind the scenes. */
final class XMarks {
  private final Set<String> sensitive = new HashSet<>(); // ids and handles
  private final Set<String> hidden = new HashSet<>(); // handles
  private final Map<String, List<String>> withheld = new HashMap<>(); // by id

  /** Marks a post, or all posts of an author. */
  void sensitive(String idOrHandle) {
    sensitive.add(idOrHandle);
  }

  /** Withholds a post in countries. */
  void withhold(String id, List<String> countries) {
    withheld.put(id, countries);
  }

  /** From now on only followers see what an author posts. */
  void protect(String handle) {
    hidden.add(handle);
  }

  boolean isProtected(SentPost post) {
    return hidden.contains(post.author().handle());
  }

  /** Writes into a post's JSON what is to be said of it. */
  void addTo(JsonObject json, SentPost post) {
    boolean marked =
        sensitive.contains(post.key()) || sensitive.contains(post.author().handle());
    json.put("possibly_sensitive", marked);
    List<String> countries = withheld.get(post.key());
    if (countries == null) return;
    json.put(
        "withheld",
        new JsonObject().put("copyright", false).put("country_codes", new JsonArray(countries)));
  }
}
