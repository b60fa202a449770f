package afa.rehearsal.x;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as X sends it: three characters escaped, every address behind a short link, and the
 * entities found in it, their offsets counted in code points of the escaped text.
 */
final class XText {
  private static final Pattern TOKEN =
      Pattern.compile("(?<url>https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]}'’”…])"
          + "|(?<![\\p{L}\\p{N}_&])[#＃](?<tag>(?=[\\p{N}_\\p{M}]*\\p{L})[\\p{L}\\p{M}\\p{N}_]+)"
          + "|(?<![A-Za-z0-9_])[@＠](?<handle>[A-Za-z0-9_]{1,15})");
  private static final int DISPLAYED_PATH = 15;

  private final long postId;
  private final StringBuilder out = new StringBuilder();
  private final JsonObject entities = new JsonObject();
  private int position;

  /**
   * @param postId makes the short links of each post its own
   */
  XText(long postId) {
    this.postId = postId;
  }

  /** Adds a text as people wrote it. */
  XText add(String plain) {
    Matcher token = TOKEN.matcher(plain);
    int copied = 0;
    while (token.find()) {
      escape(plain.substring(copied, token.start()));
      addToken(token);
      copied = token.end();
    }
    escape(plain.substring(copied));
    return this;
  }

  /** Adds text in which nothing is looked for. */
  XText addRaw(String plain) {
    escape(plain);
    return this;
  }

  private void addToken(Matcher token) {
    if (token.group("url") != null) {
      addLink(token.group(), displayed(token.group()), null);
    } else if (token.group("tag") != null) {
      entity("hashtags", escape(token.group()).put("tag", token.group("tag")));
    } else {
      String handle = token.group("handle");
      JsonObject mention = escape(token.group()).put("username", handle);
      entity("mentions", mention.put("id", XUsers.id(handle)));
    }
  }

  /**
   * Adds a short link.
   *
   * @param mediaKeys the pictures it stands for; the entity is repeated for each; null for none
   */
  XText addLink(String address, String displayed, JsonArray mediaKeys) {
    String shortLink = "https://t.co/" + Hash.letters(postId + address, 10);
    JsonObject link = escape(shortLink)
        .put("url", shortLink)
        .put("expanded_url", address)
        .put("display_url", displayed == null ? "pic.x.com/" + shortLink.substring(13) : displayed);
    if (mediaKeys == null) entity("urls", link);
    else mediaKeys.forEach(key -> entity("urls", link.copy().put("media_key", key)));
    return this;
  }

  /** Adds what the entities of another text have, moved by so many code points. */
  XText addMovedEntities(JsonObject others, int by) {
    others.forEach(kind -> ((JsonArray) kind.getValue())
        .forEach(other -> entity(kind.getKey(), moved(((JsonObject) other).copy(), by))));
    return this;
  }

  private static JsonObject moved(JsonObject entity, int by) {
    return entity
        .put("start", entity.getInteger("start") + by)
        .put("end", entity.getInteger("end") + by);
  }

  /** The text, escaped. */
  String text() {
    return out.toString();
  }

  /** Lists by kind; empty when the text has none. */
  JsonObject entities() {
    return entities;
  }

  /** How an address is shown: without scheme, its path cut. */
  static String displayed(String address) {
    String bare = address.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    int slash = bare.indexOf('/');
    int longest = slash < 0 ? Integer.MAX_VALUE : slash + 1 + DISPLAYED_PATH;
    return bare.length() <= longest ? bare : bare.substring(0, longest) + "…";
  }

  /** Appends text and returns where it stands. */
  private JsonObject escape(String plain) {
    String escaped = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    int start = position;
    out.append(escaped);
    position += escaped.codePointCount(0, escaped.length());
    return new JsonObject().put("start", start).put("end", position);
  }

  private void entity(String kind, JsonObject entity) {
    if (!entities.containsKey(kind)) entities.put(kind, new JsonArray());
    entities.getJsonArray(kind).add(entity);
  }
}
