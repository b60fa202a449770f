package afa.mastodon;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Statuses for tests, as a server of Mastodon 4.6 sends them. */
final class Statuses {
  static final String TAG = "harbourconf";
  static final String BASE = "https://quay.example";

  private Statuses() {}

  /** A parser for what {@code quay.example} sends. */
  static StatusParser parser(OptOuts optOuts) {
    return new StatusParser(
        "quay.example",
        BASE,
        new Hashtags(List.of(TAG, "Ünïcode")),
        optOuts,
        id -> id.equals("70") ? "https://pier.example/users/jo/statuses/7" : null,
        uri -> true);
  }

  static JsonObject account() {
    return new JsonObject()
        .put("id", "12")
        .put("username", "nell")
        .put("acct", "nell")
        .put("display_name", "Nell Quayle :anchor:")
        .put("locked", false)
        .put("bot", false)
        .put("discoverable", true)
        .put("indexable", false)
        .put("note", "<p>Knots &amp; code</p>")
        .put("url", BASE + "/@nell")
        .put("uri", BASE + "/users/nell")
        .put("avatar", BASE + "/avatars/moving/nell.gif")
        .put("avatar_static", BASE + "/avatars/still/nell.png")
        .put("emojis", new JsonArray().add(emoji("anchor")))
        .put("fields", new JsonArray());
  }

  static JsonObject emoji(String code) {
    return new JsonObject()
        .put("shortcode", code)
        .put("url", BASE + "/emoji/moving/" + code + ".gif")
        .put("static_url", BASE + "/emoji/still/" + code + ".png")
        .put("visible_in_picker", true);
  }

  /** A public post with the tag. */
  static JsonObject status(String id) {
    return new JsonObject()
        .put("id", id)
        .put("created_at", "2026-05-24T12:00:00.000Z")
        .put("in_reply_to_id", null)
        .put("sensitive", false)
        .put("spoiler_text", "")
        .put("visibility", "public")
        .put("language", "en")
        .put("uri", BASE + "/users/nell/statuses/" + id)
        .put("url", BASE + "/@nell/" + id)
        .put("edited_at", null)
        .put("content", content("Tide is in."))
        .put("filtered", new JsonArray())
        .put("reblog", null)
        .put("account", account())
        .put("media_attachments", new JsonArray())
        .put("mentions", new JsonArray())
        .put("tags", new JsonArray().add(tag(TAG)))
        .put("emojis", new JsonArray().add(emoji("anchor")).add(emoji("gull")))
        .put("quote", null)
        .put("card", null)
        .put("poll", null);
  }

  static JsonObject tag(String name) {
    return new JsonObject().put("name", name).put("url", BASE + "/tags/" + name);
  }

  static String content(String html) {
    return "<p>" + html + " <a href=\"" + BASE + "/tags/" + TAG
        + "\" class=\"mention hashtag\" rel=\"tag\">#<span>HarbourConf</span></a></p>";
  }

  static JsonObject media(String type, String url, String preview) {
    JsonObject size = new JsonObject().put("width", 800).put("height", 600);
    return new JsonObject()
        .put("id", "5")
        .put("type", type)
        .put("url", url)
        .put("preview_url", preview)
        .put("remote_url", null)
        .put("meta", new JsonObject().put("original", size))
        .put("description", "A gull on a bollard");
  }

  /** One of each awkward kind. */
  static List<JsonObject> all() {
    JsonArray media = new JsonArray()
        .add(media("image", "https://files.example/1.png", "https://files.example/1s.png"))
        .add(media("gifv", "https://files.example/2.mp4", null))
        .add(media("audio", "https://files.example/3.mp3", "https://files.example/3s.png"))
        .add(media("unknown", null, null));
    JsonArray options = new JsonArray()
        .add(new JsonObject().put("title", "Port").put("votes_count", 1))
        .add(new JsonObject().put("title", "Starboard").put("votes_count", null));
    JsonObject card =
        new JsonObject().put("url", "https://charts.example/north").put("title", "North");
    return List.of(
        status("1"),
        status("2").put("spoiler_text", "seasick :gull:").put("sensitive", true),
        status("3").put("media_attachments", media),
        status("4").put("poll", new JsonObject().put("id", "9").put("options", options)),
        status("5").put("card", card).put("edited_at", "2026-05-24T12:05:00.250Z"),
        status("6").put("quote", quote("accepted")),
        boost("7"),
        status("8").put("visibility", "unlisted"),
        status("9").put("account", account().put("noindex", true)),
        status("10").put("in_reply_to_id", "70"));
  }

  static JsonObject quote(String state) {
    JsonObject quoted = status("77").put("content", "<p>Mind the gap</p>");
    return new JsonObject().put("state", state).put("quoted_status", quoted);
  }

  static JsonObject boost(String id) {
    return status(id)
        .put("content", "")
        .put("uri", BASE + "/users/nell/statuses/" + id + "/activity")
        .put("tags", new JsonArray())
        .put("reblog", status("99").put("account", account().put("acct", "jo@pier.example")));
  }
}
