package afa.rehearsal.bluesky;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/**
 * Something that happened in the network.
 *
 * @param kind {@code commit}, {@code identity} or {@code account}
 * @param body what is particular to the kind
 * @param post identity of the post that came into being, for the ledger; null for all else
 */
record FirehoseEvent(long timeUs, long seq, String did, String kind, JsonObject body, String post) {
  private static final String V2 = "network.bsky.jetstream.subscribeEvents#";
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** In the old format. */
  String v1() {
    return new JsonObject()
        .put("did", did)
        .put("time_us", timeUs)
        .put("kind", kind)
        .put(kind, body)
        .encode();
  }

  /** In the new format. */
  String v2() {
    JsonObject payload = new JsonObject()
        .put("$type", V2 + kind)
        .put("seq", seq)
        .put("did", did)
        .put("time", MICROS.format(Instant.EPOCH.plus(timeUs, ChronoUnit.MICROS)));
    if (kind.equals("commit")) payload.mergeIn(body);
    else payload.put(kind, body);
    return new JsonObject().put("$type", "message").put("payload", payload).encode();
  }

  /** Whether one of the collections is meant; none means all, and so does what is no record. */
  boolean isOf(Collection<String> collections) {
    if (!kind.equals("commit") || collections.isEmpty()) return true;
    String collection = body.getString("collection");
    return collections.stream()
        .anyMatch(wanted -> wanted.endsWith(".*")
            ? collection.startsWith(wanted.substring(0, wanted.length() - 1))
            : collection.equals(wanted));
  }
}
