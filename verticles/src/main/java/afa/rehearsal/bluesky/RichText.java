package afa.rehearsal.bluesky;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as apps send it: links shortened, and facets whose offsets count bytes of UTF-8. */
final class RichText {
  private static final String KIND = "app.bsky.richtext.facet#";
  private static final int SHOWN_PATH = 15;
  private static final Pattern TOKEN =
      Pattern.compile("(?<url>https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]}'’”…])"
          + "|(?<![\\p{L}\\p{N}_&])[#＃](?<tag>(?=[\\p{N}_\\p{M}]*\\p{L})[\\p{L}\\p{M}\\p{N}_]+)"
          + "|(?<![A-Za-z0-9_])@(?<handle>[A-Za-z0-9_]{1,40})");

  private final StringBuilder out = new StringBuilder();
  private final JsonArray facets = new JsonArray();

  private RichText(String plain) {
    Matcher token = TOKEN.matcher(plain);
    int copied = 0;
    while (token.find()) {
      out.append(plain, copied, token.start());
      add(token);
      copied = token.end();
    }
    out.append(plain.substring(copied));
  }

  static RichText of(String plain) {
    return new RichText(plain);
  }

  private void add(Matcher token) {
    if (token.group("url") != null) {
      JsonObject link = feature("link").put("uri", token.group());
      facet(shortened(token.group()), link);
    } else if (token.group("tag") != null) {
      facet(token.group(), feature("tag").put("tag", token.group("tag")));
    } else {
      String did = Names.did(token.group("handle"));
      facet(token.group(), feature("mention").put("did", did));
    }
  }

  private static JsonObject feature(String kind) {
    return new JsonObject().put("$type", KIND + kind);
  }

  private void facet(String shown, JsonObject feature) {
    int start = bytes();
    out.append(shown);
    JsonObject index = new JsonObject().put("byteStart", start).put("byteEnd", bytes());
    facets.add(new JsonObject().put("features", new JsonArray().add(feature)).put("index", index));
  }

  private int bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static String shortened(String url) {
    String bare = url.replaceFirst("^https?://", "").replaceFirst("/$", "");
    int slash = bare.indexOf('/');
    int most = slash < 0 ? bare.length() : Math.min(bare.length(), slash + SHOWN_PATH);
    return most == bare.length() ? bare : bare.substring(0, most) + "...";
  }

  String text() {
    return out.toString();
  }

  JsonArray facets() {
    return facets;
  }
}
