package afa.rehearsal.bluesky;

import afa.rehearsal.Conference;
import afa.rehearsal.ScriptAuthor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The accounts of the rehearsed Bluesky. */
final class Skyline {
  private final Conference conference;
  private final Map<String, String> handles = new HashMap<>(); // by identifier
  private final Set<String> gone = new HashSet<>();
  private final Map<String, Set<String>> labels = new HashMap<>();

  Skyline(Conference conference) {
    this.conference = conference;
    conference.authors().keySet().forEach(this::did);
  }

  /** The identifier of somebody, who has an account from now on. */
  String did(String handle) {
    String did = Names.did(handle);
    handles.put(did, handle);
    return did;
  }

  /** Deactivates an account, or brings it back. */
  void active(String did, boolean isActive) {
    if (isActive) gone.remove(did);
    else gone.add(did);
  }

  boolean isActive(String did) {
    return !gone.contains(did);
  }

  /** Somebody says something of an account: {@code !no-unauthenticated}, {@code bot}. */
  void label(String did, String value) {
    labels.computeIfAbsent(did, first -> new HashSet<>()).add(value);
  }

  /** Who an identifier belongs to; strangers of former runs are drawn by it. */
  ScriptAuthor author(String did) {
    return conference.author(handles.getOrDefault(did, did.substring(did.length() - 8)));
  }

  /** The view of an account; null when there is none. */
  JsonObject profile(String did, String publicUrl) {
    if (!handles.containsKey(did) || !isActive(did)) return null;
    ScriptAuthor author = author(did);
    JsonArray said = new JsonArray();
    for (String value : labels.getOrDefault(did, Set.of())) {
      said.add(new JsonObject()
          .put("src", did)
          .put("uri", "at://" + did + "/app.bsky.actor.profile/self")
          .put("val", value)
          .put("cts", "2024-05-24T08:00:00.000Z"));
    }
    String avatar = publicUrl + "/img/avatar/plain/" + did + "/" + Names.cid(author.name());
    return new JsonObject()
        .put("did", did)
        .put("handle", Names.handle(author.handle()))
        .put("displayName", author.name())
        .put("description", author.bio())
        .put("avatar", avatar + "@jpeg")
        .put("labels", said)
        .put("createdAt", "2024-05-24T08:00:00.000Z")
        .put("indexedAt", "2026-05-24T08:00:00.000Z");
  }
}
