package afa.rehearsal.x;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class XTextTest {

  private static String cut(XText text, JsonObject entity) {
    int start = text.text().offsetByCodePoints(0, entity.getInteger("start"));
    int end = text.text().offsetByCodePoints(0, entity.getInteger("end"));
    return text.text().substring(start, end);
  }

  private static JsonObject only(XText text, String kind) {
    assertThat(text.entities().getJsonArray(kind)).hasSize(1);
    return text.entities().getJsonArray(kind).getJsonObject(0);
  }

  @Test
  void offsetsCountCodePointsOfTheEscapedText() {
    XText text = new XText(1).add("👩‍💻 <b> & 𝒦eynote #afa");
    assertThat(text.text()).isEqualTo("👩‍💻 &lt;b&gt; &amp; 𝒦eynote #afa");
    assertThat(cut(text, only(text, "hashtags"))).isEqualTo("#afa");
  }

  @Test
  void anAddressGoesBehindAShortLinkWithoutTheFullStopAfterIt() {
    XText text = new XText(1).add("see https://www.example.org/a/very/long/path/indeed.");
    JsonObject link = only(text, "urls");
    assertThat(text.text()).matches("see https://t\\.co/[A-Za-z0-9]{10}\\.");
    assertThat(cut(text, link)).isEqualTo(link.getString("url"));
    assertThat(link.getString("expanded_url"))
        .isEqualTo("https://www.example.org/a/very/long/path/indeed");
    assertThat(link.getString("display_url")).isEqualTo("example.org/a/very/long/pat…");
  }

  @Test
  void anAddressMayHoldWhatMustBeEscapedElsewhere() {
    JsonObject link = only(new XText(1).add("https://example.org/?a=1&b=2#top"), "urls");
    assertThat(link.getString("expanded_url")).isEqualTo("https://example.org/?a=1&b=2#top");
  }

  @Test
  void digitsAloneAreNoTagAndAMailAddressNamesNobody() {
    XText text = new XText(1).add("we are #1, write to me@example.org, not a#tag #️⃣");
    assertThat(text.entities().isEmpty()).isTrue();
  }

  @Test
  void severalPicturesShareOneLinkThatIsListedForEach() {
    var keys = new io.vertx.core.json.JsonArray().add("3_1").add("3_2");
    XText text = new XText(7).add("two ").addLink("https://x.com/a/status/7/photo/1", null, keys);
    var links = text.entities().getJsonArray("urls");
    assertThat(links).hasSize(2);
    assertThat(links.getJsonObject(0).getString("url"))
        .isEqualTo(links.getJsonObject(1).getString("url"));
    assertThat(links.getJsonObject(1).getString("media_key")).isEqualTo("3_2");
    assertThat(links.getJsonObject(0).getString("display_url")).startsWith("pic.x.com/");
  }

  @Test
  void everyPostHasShortLinksOfItsOwn() {
    String one = new XText(1).add("https://example.org").text();
    assertThat(one).isNotEqualTo(new XText(2).add("https://example.org").text());
    assertThat(one).isEqualTo(new XText(1).add("https://example.org").text());
  }

  @Test
  void onlyTextsAboveTwoHundredAndEightyAreLong() {
    assertThat(LongText.isLong("x".repeat(280))).isFalse();
    assertThat(LongText.isLong("x".repeat(281))).isTrue();
    assertThat(LongText.isLong("界".repeat(141))).isTrue();
    assertThat(LongText.isLong("https://example.org/" + "x".repeat(400))).isFalse();
    assertThat(LongText.cut("word ".repeat(60))).hasSizeLessThanOrEqualTo(270).endsWith("word");
  }
}
