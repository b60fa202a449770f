package afa.rehearsal.mastodon;

import afa.rehearsal.Photo;
import afa.rehearsal.PostKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JSON of statuses, as one server shows them. */
final class TootJson {
  private static final Pattern TAG = Pattern.compile("(?<![\\w/])#([\\p{L}\\p{N}_]+)");

  private final Supplier<String> url;
  private final String here;
  private final Function<String, Long> numbers;

  /**
   * @param url address of the rehearsal
   * @param here the server
   * @param numbers the id that a status has here by its uri, null when it is not here
   */
  TootJson(Supplier<String> url, String here, Function<String, Long> numbers) {
    this.url = url;
    this.here = here;
    this.numbers = numbers;
  }

  JsonObject of(Toot toot) {
    JsonObject status = plain(toot);
    Long answered = toot.kind() == PostKind.REPLY ? numbers.apply(toot.of().uri()) : null;
    JsonObject quote = null;
    if (toot.kind() == PostKind.QUOTE) {
      quote = new JsonObject().put("state", "accepted").put("quoted_status", plain(toot.of()));
      String fallback = "<p class=\"quote-inline\">RE: " + TootHtml.link(page(toot.of())) + "</p>";
      status.put("content", fallback + status.getString("content"));
    }
    return status
        .put("in_reply_to_id", answered == null ? null : answered.toString())
        .put("quote", quote);
  }

  private JsonObject plain(Toot toot) {
    Long number = numbers.apply(toot.uri());
    return new JsonObject()
        .put("id", String.valueOf(number == null ? toot.number() : number))
        .put("created_at", MastodonOptions.iso(toot.postedAt()))
        .put("in_reply_to_id", null)
        .put("in_reply_to_account_id", null)
        .put("sensitive", !toot.spoiler().isEmpty())
        .put("spoiler_text", toot.spoiler())
        .put("visibility", "public")
        .put("language", toot.lang())
        .put("uri", toot.uri())
        .put("url", page(toot))
        .put("edited_at", toot.editedAt() == null ? null : MastodonOptions.iso(toot.editedAt()))
        .put("content", TootHtml.of(toot.text(), url.get() + MastodonOptions.prefix(here)))
        .put("filtered", new JsonArray())
        .put("reblog", null)
        .put("account", AccountJson.of(toot.author(), url.get(), here))
        .put("media_attachments", media(toot))
        .put("mentions", new JsonArray())
        .put("tags", tags(toot.text()))
        .put("emojis", new JsonArray().add(AccountJson.emoji(url.get(), here)))
        .put("card", null)
        .put("poll", poll(toot));
  }

  private String page(Toot toot) {
    String home = url.get() + MastodonOptions.prefix(toot.home());
    return home + "/@" + toot.author().handle() + "/" + toot.number();
  }

  private JsonArray media(Toot toot) {
    JsonArray media = new JsonArray();
    for (int i = 0; i < toot.photos().size(); i++) {
      Photo photo = toot.photos().get(i);
      String picture =
          url.get() + "/media/" + photo.seed() + "/" + photo.scene().id() + ".svg";
      JsonObject size = new JsonObject()
          .put("width", photo.scene().width())
          .put("height", photo.scene().height());
      media.add(new JsonObject()
          .put("id", Long.toString(toot.number() + i))
          .put("type", "image")
          .put("url", picture)
          .put("preview_url", picture)
          .put("remote_url", null)
          .put("description", photo.alt())
          .put("meta", new JsonObject().put("original", size)));
    }
    return media;
  }

  private static JsonObject poll(Toot toot) {
    if (toot.options().isEmpty()) return null;
    JsonArray options = new JsonArray();
    for (String option : toot.options()) {
      options.add(new JsonObject().put("title", option).put("votes_count", 0));
    }
    return new JsonObject()
        .put("id", Long.toString(toot.number() % 100_000))
        .put("expired", false)
        .put("multiple", false)
        .put("options", options);
  }

  private JsonArray tags(String text) {
    JsonArray tags = new JsonArray();
    for (String tag : tagsOf(text)) {
      String page = url.get() + MastodonOptions.prefix(here) + "/tags/" + tag;
      tags.add(new JsonObject().put("name", tag).put("url", page));
    }
    return tags;
  }

  /** Lower case, without the sign. */
  static List<String> tagsOf(String text) {
    Matcher tags = TAG.matcher(text);
    return tags.results()
        .map(tag -> tag.group(1).toLowerCase(java.util.Locale.ROOT))
        .toList();
  }
}
