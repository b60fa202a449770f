package afa.bluesky;

import afa.bluesky.JetstreamEvent.Account;
import afa.bluesky.JetstreamEvent.Commit;
import afa.bluesky.JetstreamEvent.End;
import afa.bluesky.JetstreamEvent.Foreign;
import afa.bluesky.JetstreamEvent.Identity;
import afa.bluesky.JetstreamEvent.Malformed;
import afa.bluesky.JetstreamEvent.Notice;
import afa.bluesky.JetstreamEvent.Operation;
import afa.source.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads frames of Jetstream, of both formats, whichever comes. Never throws. */
final class JetstreamEvents {
  private static final String V2 = "network.bsky.jetstream.subscribeEvents#";
  private static final Pattern REV = Pattern.compile("[A-Za-z0-9]{1,64}");
  private static final Set<String> TROUBLES = Set.of("desynchronized", "throttled");
  private static final int MOST_SENTENCE = 200;

  private JetstreamEvents() {}

  /** What a frame is. Nearly all are nothing for us, which is seen without reading their JSON. */
  static JetstreamEvent read(String frame, Interest interest) {
    long foreign = QuickFrame.foreignTimeUs(frame, interest);
    if (foreign > 0) return new Foreign(foreign);
    JsonNode json = BlueskyJson.object(frame).orElse(null);
    if (json == null) return new Malformed("not a JSON object");
    return BlueskyJson.type(json).isEmpty() ? v1(json) : v2(json);
  }

  private static JetstreamEvent v1(JsonNode json) {
    long timeUs = JetstreamTime.micros(json.path("time_us"));
    if (timeUs < 0) return new Malformed("no time");
    String did = BlueskyJson.text(json, "did");
    return switch (BlueskyJson.text(json, "kind")) {
      case "commit" -> commit(timeUs, did, json.path("commit"));
      case "account" -> account(timeUs, did, json.path("account"));
      case "identity" -> identity(timeUs, did);
      default -> new Foreign(timeUs);
    };
  }

  private static JetstreamEvent v2(JsonNode json) {
    if (BlueskyJson.type(json).equals("error")) return new End(sentence(json, "error"));
    JsonNode payload = json.path("payload");
    String type = BlueskyJson.type(payload);
    if (type.equals(V2 + "info")) return new Notice(sentence(payload, "name"));
    long timeUs = JetstreamTime.micros(BlueskyJson.text(payload, "time"));
    if (timeUs < 0) {
      return isKnown(type) ? new Malformed("no time") : new Notice("something new");
    }
    String did = BlueskyJson.text(payload, "did");
    return switch (type.startsWith(V2) ? type.substring(V2.length()) : "") {
      case "commit" -> commit(timeUs, did, payload);
      case "account" -> account(timeUs, did, payload.path("account"));
      case "identity" -> identity(timeUs, did);
      default -> new Foreign(timeUs);
    };
  }

  private static boolean isKnown(String type) {
    return type.isEmpty() || type.equals(V2 + "commit") || type.equals(V2 + "account");
  }

  private static String sentence(JsonNode json, String name) {
    String text = BlueskyJson.text(json, name) + " " + BlueskyJson.text(json, "message");
    return PlainText.label(text, MOST_SENTENCE);
  }

  private static JetstreamEvent commit(long timeUs, String did, JsonNode commit) {
    String collection = BlueskyJson.text(commit, "collection");
    if (collection.isEmpty()) return new Malformed("a commit to nothing");
    if (!collection.equals(AtUri.POSTS)) return new Foreign(timeUs);
    Optional<AtUri> post = AtUri.post(did, BlueskyJson.text(commit, "rkey"));
    if (post.isEmpty()) return new Malformed("a post without identity");
    String rev = BlueskyJson.text(commit, "rev");
    String version = REV.matcher(rev).matches() ? rev : null;
    JsonNode record = commit.path("record");
    return switch (BlueskyJson.text(commit, "operation")) {
      case "create" -> new Commit(timeUs, post.get(), version, Operation.CREATE, record);
      case "update" -> new Commit(timeUs, post.get(), version, Operation.UPDATE, record);
      case "delete" -> new Commit(timeUs, post.get(), version, Operation.DELETE, record);
      default -> new Malformed("an unknown operation");
    };
  }

  /** Only a clear no makes posts disappear, and not a server that has trouble of its own. */
  private static JetstreamEvent account(long timeUs, String did, JsonNode account) {
    if (!AtUri.isDid(did) || !account.path("active").isBoolean()) {
      return new Malformed("an account without state");
    }
    boolean troubled = TROUBLES.contains(BlueskyJson.text(account, "status"));
    return new Account(timeUs, did, troubled || account.path("active").booleanValue());
  }

  private static JetstreamEvent identity(long timeUs, String did) {
    return AtUri.isDid(did) ? new Identity(timeUs, did) : new Malformed("an identity of nobody");
  }
}
