package afa.rehearsal.x;

import afa.rehearsal.Photo;
import afa.rehearsal.PostKind;
import afa.rehearsal.SentPost;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The JSON of posts, with every field X has for them; {@link Selection} leaves some out. */
final class XPosts {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final int REPOST_LENGTH = 140; // what X leaves of a text behind "RT @user: "
  private static final String POSTS = "https://x.com/i/web/status/";

  private final String publicUrl;
  private final XMarks marks;

  /**
   * @param publicUrl where browsers reach the pictures, without a slash at the end
   * @param marks what is to be said of posts that not everybody is to see
   */
  XPosts(String publicUrl, XMarks marks) {
    this.publicUrl = publicUrl;
    this.marks = marks;
  }

  /** Whether X gives a post to nobody but followers of its author. */
  boolean isProtected(SentPost post) {
    return marks.isProtected(post);
  }

  /** Times as X writes them, always with milliseconds. */
  static String time(Instant instant) {
    return MILLIS.format(instant);
  }

  /** Where a post stands on X. */
  static String url(SentPost post) {
    return "https://x.com/" + post.author().handle() + "/status/" + post.id();
  }

  JsonObject post(SentPost post) {
    JsonObject data = new JsonObject()
        .put("id", post.key())
        .put("author_id", XUsers.id(post.author().handle()))
        .put("created_at", time(post.postedAt()))
        .put("conversation_id", conversation(post).key())
        .put("lang", post.lang())
        .put("edit_history_tweet_ids", history(post));
    marks.addTo(data, post);
    addTexts(post, data);
    if (!post.photos().isEmpty()) {
      data.put("attachments", new JsonObject().put("media_keys", mediaKeys(post)));
    }
    if (post.of() != null) addReference(post, data);
    return data;
  }

  private static JsonArray history(SentPost post) {
    JsonArray ids = new JsonArray();
    post.history().forEach(id -> ids.add(Long.toString(id)));
    return ids;
  }

  static SentPost conversation(SentPost post) {
    SentPost start = post;
    while (start.kind() == PostKind.REPLY && start.of() != null) start = start.of();
    return start;
  }

  private static void addReference(SentPost post, JsonObject data) {
    String type =
        switch (post.kind()) {
          case REPOST -> "retweeted";
          case QUOTE -> "quoted";
          case POST, REPLY -> "replied_to";
        };
    JsonObject reference =
        new JsonObject().put("type", type).put("id", post.of().key());
    data.put("referenced_tweets", new JsonArray().add(reference));
    if (post.kind() == PostKind.REPLY) {
      data.put("in_reply_to_user_id", XUsers.id(post.of().author().handle()));
    }
  }

  private static void addTexts(SentPost post, JsonObject data) {
    XText text = new XText(post.shown().id());
    boolean isLong = post.kind() != PostKind.REPOST && LongText.isLong(post.text());
    if (post.kind() == PostKind.REPOST) {
      repost(post.of(), text);
    } else if (isLong) {
      XText whole = new XText(post.id()).add(post.text());
      data.put("note_tweet", withEntities(new JsonObject(), whole));
      text.add(LongText.cut(post.text()) + "… ");
      text.addLink(POSTS + post.id(), XText.displayed(POSTS + post.id()), null);
    } else {
      text.add(post.text());
    }
    addTails(post, text);
    withEntities(data, text);
  }

  private static void repost(SentPost original, XText text) {
    String opening = "RT @" + original.author().handle() + ": ";
    String passedOn = original.text();
    boolean whole = passedOn.codePointCount(0, passedOn.length()) <= REPOST_LENGTH;
    if (whole) {
      text.add(opening + passedOn);
      return;
    }
    text.add(opening)
        .addRaw(passedOn.substring(0, passedOn.offsetByCodePoints(0, REPOST_LENGTH - 1)) + "…");
    // As at X, the entities of the whole text stay, also those behind the cut.
    text.addMovedEntities(new XText(original.id()).add(passedOn).entities(), opening.length());
  }

  private static void addTails(SentPost post, XText text) {
    if (post.kind() == PostKind.QUOTE) {
      text.add(" ").addLink(url(post.of()), XText.displayed(url(post.of())), null);
    }
    if (!post.photos().isEmpty()) {
      text.add(" ").addLink(url(post) + "/photo/1", null, mediaKeys(post));
    }
  }

  private static JsonObject withEntities(JsonObject target, XText text) {
    target.put("text", text.text());
    return text.entities().isEmpty() ? target : target.put("entities", text.entities());
  }

  /** The keys of the pictures, in the order to show them. */
  private static JsonArray mediaKeys(SentPost post) {
    JsonArray keys = new JsonArray();
    for (int i = 0; i < post.photos().size(); i++)
      keys.add("3_" + (post.history().get(0) + i));
    return keys;
  }

  /** The pictures of a post. */
  JsonArray media(SentPost post) {
    JsonArray media = new JsonArray();
    JsonArray keys = mediaKeys(post);
    for (int i = 0; i < keys.size(); i++)
      media.add(picture(post.photos().get(i), keys.getString(i)));
    return media;
  }

  private JsonObject picture(Photo photo, String key) {
    JsonObject picture = new JsonObject()
        .put("media_key", key)
        .put("type", "photo")
        .put("url", publicUrl + "/media/" + photo.seed() + "/" + photo.scene().id() + ".svg")
        .put("width", photo.scene().width())
        .put("height", photo.scene().height());
    return photo.alt() == null ? picture : picture.put("alt_text", photo.alt());
  }

  /** The author of a post. */
  JsonObject author(SentPost post) {
    return XUsers.json(post.author(), publicUrl).put("protected", marks.isProtected(post));
  }
}
