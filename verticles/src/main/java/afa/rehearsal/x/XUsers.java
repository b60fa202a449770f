package afa.rehearsal.x;

import afa.rehearsal.ScriptAuthor;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** The users of the rehearsed X. */
final class XUsers {
  private static final long LEAST_ID = 1_000_000_000_000_000_000L;

  private XUsers() {}

  /** The id of a user: 19 digits, the same in every run, whatever the case of the handle. */
  static String id(String handle) {
    long spread = Hash.number(handle.toLowerCase(Locale.ROOT)) % LEAST_ID;
    return Long.toString(LEAST_ID + spread);
  }

  /** All that is known of a user. */
  static JsonObject json(ScriptAuthor author, String publicUrl) {
    return new JsonObject()
        .put("id", id(author.handle()))
        .put("name", author.name())
        .put("username", author.handle())
        .put("description", author.bio())
        .put("created_at", "2012-05-24T08:00:00.000Z")
        .put("profile_image_url", publicUrl + "/avatars/" + author.handle() + ".svg")
        .put("protected", false)
        .put("verified", false)
        .put("verified_type", "none");
  }
}
