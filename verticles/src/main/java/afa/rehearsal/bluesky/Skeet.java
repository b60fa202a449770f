package afa.rehearsal.bluesky;

import afa.rehearsal.Draft;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A post of the rehearsed Bluesky, as it is now.
 *
 * @param uri its address and identity
 * @param cid of its content
 * @param root address and content of the post that began the conversation; of itself mostly
 */
record Skeet(
    String uri, String cid, Draft draft, JsonObject record, JsonObject root, Instant postedAt) {

  String did() {
    return uri.split("/", -1)[2];
  }

  String rkey() {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  /** As other records refer to it. */
  JsonObject reference() {
    return new JsonObject().put("cid", cid).put("uri", uri);
  }
}
