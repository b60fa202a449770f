package afa.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterestTest {
  private final Interest interest =
      new Interest(List.of("Ropewalk26", "港まつり"), List.of("Ropewalk  Conference", "c++"), true);

  @ParameterizedTest
  @ValueSource(strings = {"ropewalk26", "ROPEWALK26", "Ｒｏｐｅｗａｌｋ２６", "𝐫𝐨𝐩𝐞𝐰𝐚𝐥𝐤𝟐𝟔", "港まつり"})
  void aMarkedHashtagIsOursWhateverItsCaseAndWidth(String tag) {
    assertThat(interest.matches("", List.of("other", tag))).isTrue();
    String frame = Frames.record("").put("tags", List.of(tag)).encode();
    assertThat(interest.mayBeIn(frame)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "off to #ropewalk26!",
        "#ROPEWALK26",
        "(＃ropewalk26)",
        "いま#港まつり #ropewalk26",
        "the ropewalk\nconference begins",
        "RopeWalk Conference, day 2",
        "nothing but C++ today"
      })
  void aTextIsOursByABareTagOrAPhrase(String text) {
    assertThat(interest.matches(text, List.of())).isTrue();
    assertThat(interest.mayBeIn(Frames.record(text).encode())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#ropewalk26x",
        "#ropewalk2",
        "x#ropewalk26",
        "ropewalk26",
        "a ropewalk conferences",
        "the oldropewalk conference",
        "ropewalk, conference",
        "abc++"
      })
  void aTextThatOnlyLooksSimilarIsNot(String text) {
    assertThat(interest.matches(text, List.of())).isFalse();
  }

  @Test
  void aBareTagCanBeLeftToApps() {
    Interest strict = new Interest(List.of("ropewalk26"), List.of(), false);
    assertThat(strict.matches("#ropewalk26", List.of())).isFalse();
    assertThat(strict.matches("#ropewalk26", List.of("ropewalk26"))).isTrue();
  }

  @Test
  void scriptsWithoutSpacesHaveNoBordersBetweenWords() {
    Interest words = new Interest(List.of(), List.of("港まつり"), true);
    assertThat(words.matches("今日は港まつりです", List.of())).isTrue();
  }

  @Test
  void mostFramesAreSeenThroughWithoutReadingThem() {
    JsonObject record = Frames.record("the gulls are loud \u2603 & <salty> \"today\"\n\u2028");
    assertThat(Frames.INTEREST.mayBeIn(record.encode())).isFalse();
    assertThat(Frames.INTEREST.mayBeIn("{\"text\":\"gulls \\u0026 \\u003c \\u2028\"}"))
        .isFalse();
  }

  @Test
  void lettersInDisguiseAreReadInFull() {
    assertThat(interest.mayBeIn("{\"text\":\"\\u0072opewalk26\"}")).isTrue();
    assertThat(interest.mayBeIn("{\"text\":\"ｒopewalk26\"}")).isTrue();
    assertThat(Frames.INTEREST.mayBeIn("{\"text\":\"#𝐫opewalk26\"}")).isTrue();
    Interest accents = new Interest(List.of("café"), List.of(), true);
    assertThat(accents.mayBeIn("{\"text\":\"#cafe\u0301\"}")).isTrue();
    assertThat(accents.matches("#CAFE\u0301", List.of())).isTrue();
  }
}
