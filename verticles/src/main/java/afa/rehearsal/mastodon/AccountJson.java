package afa.rehearsal.mastodon;

import afa.rehearsal.ScriptAuthor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The JSON of accounts, as a server shows them. */
final class AccountJson {
  private AccountJson() {}

  /**
   * @param url address of the rehearsal
   * @param here the server that shows it
   */
  static JsonObject of(ScriptAuthor author, String url, String here) {
    String handle = author.handle();
    String home = Habits.home(handle);
    String sign = Habits.SHY.getOrDefault(handle, "");
    String page = url + MastodonOptions.prefix(home);
    String avatar = url + "/avatars/" + handle + ".svg";
    String bio = author.bio() + (sign.equals("note") ? " #nobot" : "");
    return new JsonObject()
        .put("id", Long.toString(100_000L + Math.floorMod(handle.hashCode(), 900_000)))
        .put("username", handle)
        .put("acct", home.equals(here) ? handle : handle + "@" + domain(home))
        .put("display_name", author.name() + (isInky(handle) ? " :inkblot:" : ""))
        .put("locked", false)
        .put("bot", handle.equals(Habits.BOT))
        .put("discoverable", sign.equals("discoverable") ? Boolean.FALSE : Boolean.TRUE)
        .put("indexable", false)
        .put("noindex", sign.equals("noindex"))
        .put("created_at", "2022-11-06T00:00:00.000Z")
        .put("note", TootHtml.of(bio, page))
        .put("url", page + "/@" + handle)
        .put("uri", page + "/users/" + handle)
        .put("avatar", avatar)
        .put("avatar_static", avatar)
        .put("emojis", isInky(handle) ? new JsonArray().add(emoji(url, here)) : new JsonArray())
        .put("fields", new JsonArray());
  }

  /** What the handles of a server's people end with. */
  static String domain(String server) {
    return server + ".social.example";
  }

  /** Some wear the conference's emoji in their name. */
  private static boolean isInky(String handle) {
    return Math.floorMod(handle.hashCode(), 5) == 0;
  }

  /** The one custom emoji of both servers. */
  static JsonObject emoji(String url, String here) {
    String picture = url + MastodonOptions.prefix(here) + "/emoji/inkblot.svg";
    return new JsonObject()
        .put("shortcode", "inkblot")
        .put("url", picture)
        .put("static_url", picture)
        .put("visible_in_picker", true);
  }
}
