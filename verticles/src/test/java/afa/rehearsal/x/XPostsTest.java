package afa.rehearsal.x;

import static org.assertj.core.api.Assertions.assertThat;

import afa.rehearsal.Photo;
import afa.rehearsal.PostKind;
import afa.rehearsal.ScriptAuthor;
import afa.rehearsal.SentPost;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class XPostsTest {
  private static final ScriptAuthor ADA = new ScriptAuthor("ada", "Ada <b>", "en", "", 0);
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");
  private final XPosts posts = new XPosts("http://pictures", new XMarks());
  private long nextId = 1_000;

  private SentPost post(PostKind kind, String text, SentPost of, Photo... photos) {
    long id = nextId++;
    return new SentPost(id, ADA, text, "en", kind, of, List.of(photos), List.of(id), NOON);
  }

  @Test
  void timesAlwaysHaveMilliseconds() {
    JsonObject json = posts.post(post(PostKind.POST, "hello", null));
    assertThat(json.getString("created_at")).isEqualTo("2026-05-24T12:00:00.000Z");
  }

  @Test
  void aRepostIsCutAndKeepsTheEntitiesBehindTheCut() {
    SentPost original = post(PostKind.POST, "😀 word ".repeat(25) + "#afa", null);
    JsonObject json = posts.post(post(PostKind.REPOST, "", original));
    String text = json.getString("text");
    assertThat(text).startsWith("RT @ada: 😀 word").endsWith("…");
    JsonObject tag = json.getJsonObject("entities").getJsonArray("hashtags").getJsonObject(0);
    assertThat(tag.getInteger("start")).isEqualTo("RT @ada: ".length() + 25 * 7);
    assertThat(text.codePointCount(0, text.length())).isLessThan(tag.getInteger("start"));
    assertThat(json.getJsonArray("referenced_tweets").getJsonObject(0))
        .isEqualTo(new JsonObject().put("type", "retweeted").put("id", original.key()));
  }

  @Test
  void aLongPostIsCutAndWholeInItsNote() {
    String text = "word & ".repeat(60) + "#afa";
    JsonObject json = posts.post(post(PostKind.POST, text, null, photo()));
    assertThat(json.getString("text"))
        .matches("(?s)word &amp; .*… https://t\\.co/\\w+ https://t\\.co/\\w+");
    JsonObject note = json.getJsonObject("note_tweet");
    assertThat(note.getString("text")).isEqualTo(text.replace("&", "&amp;"));
    assertThat(note.getJsonObject("entities").getJsonArray("hashtags")).hasSize(1);
    assertThat(json.getJsonObject("entities").containsKey("hashtags")).isFalse();
  }

  private static Photo photo() {
    return new Photo(Photo.Scene.STAGE, "a stage", 7);
  }

  @Test
  void picturesAreNamedByKeysThatTheLinkOfTheTextRepeats() {
    SentPost post = post(PostKind.POST, "look", null, photo(), photo().withSeed(8));
    JsonObject json = posts.post(post);
    JsonArray keys = json.getJsonObject("attachments").getJsonArray("media_keys");
    JsonArray media = posts.media(post);
    assertThat(keys).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(media.getJsonObject(i).getString("media_key")).isEqualTo(keys.getString(i));
      JsonObject link = json.getJsonObject("entities").getJsonArray("urls").getJsonObject(i);
      assertThat(link.getString("media_key")).isEqualTo(keys.getString(i));
    }
    assertThat(media.getJsonObject(1).getString("url"))
        .isEqualTo("http://pictures/media/8/stage.svg");
  }

  @Test
  void aReplyBelongsToTheConversationThatItGoesOnWith() {
    SentPost start = post(PostKind.POST, "start", null);
    SentPost reply = post(PostKind.REPLY, "@ada yes", start);
    JsonObject json = posts.post(post(PostKind.REPLY, "@ada no", reply));
    assertThat(json.getString("conversation_id")).isEqualTo(start.key());
    assertThat(json.getString("in_reply_to_user_id")).isEqualTo(XUsers.id("ADA"));
  }

  @Test
  void onlyWhatWasAskedForIsSent() {
    SentPost quote = post(PostKind.QUOTE, "look", post(PostKind.POST, "this", null, photo()));
    Selection bare = Selection.of(MultiMap.caseInsensitiveMultiMap());
    JsonObject line = new Answer(posts, bare).add(quote).line(new JsonArray());
    assertThat(line.fieldNames()).containsExactlyInAnyOrder("data", "matching_rules");
    assertThat(line.getJsonObject("data").fieldNames())
        .containsExactlyInAnyOrder("id", "text", "edit_history_tweet_ids");
  }

  @Test
  void expansionsBringPostsPeopleAndPicturesOnce() {
    SentPost quote = post(PostKind.QUOTE, "look", post(PostKind.POST, "this", null, photo()));
    Selection all = Selection.of(MultiMap.caseInsensitiveMultiMap()
        .add("user.fields", "profile_image_url")
        .add(
            "expansions",
            "author_id,referenced_tweets.id,referenced_tweets.id.author_id,"
                + "referenced_tweets.id.attachments.media_keys"));
    JsonObject includes =
        new Answer(posts, all).add(quote).line(new JsonArray()).getJsonObject("includes");
    assertThat(includes.getJsonArray("users")).hasSize(1);
    assertThat(includes.getJsonArray("users").getJsonObject(0).getString("profile_image_url"))
        .isEqualTo("http://pictures/avatars/ada.svg");
    assertThat(includes.getJsonArray("tweets").getJsonObject(0).getString("id"))
        .isEqualTo(quote.of().key());
    assertThat(includes.getJsonArray("media")).hasSize(1);
  }
}
