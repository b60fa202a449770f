package afa.flickr;

import static org.assertj.core.api.Assertions.assertThat;

import afa.source.Backoff.Cause;
import afa.source.SourceProblem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlickrAnswerTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  @Test
  void aGoodAnswerIsGoodWrappedOrNot() {
    String json = Photos.answer(Photos.photo()).toString();
    assertThat(new FlickrAnswer(200, null, json).good()).isPresent();
    assertThat(new FlickrAnswer(200, null, "jsonFlickrApi(" + json + ")").good())
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "100, REFUSED",
    "105, SERVER",
    "0, SERVER",
    "201, SERVER",
    "10, SERVER",
    "116, REFUSED",
    "3, REFUSED",
    "112, REFUSED",
    "18, REFUSED"
  })
  void aFailureWithStatus200SaysWhatIsToBeDone(int code, Cause cause) {
    String number = "{\"stat\":\"fail\",\"code\":" + code + ",\"message\":\"m\"}";
    String text = "{\"stat\":\"fail\",\"code\":\"" + code + "\",\"message\":\"m\"}";
    String xml = "<?xml version=\"1.0\"?>\n<rsp stat=\"fail\">\n\t<err code=\"" + code
        + "\" msg=\"m\" />\n</rsp>";
    for (String body : new String[] {number, text, xml, "jsonFlickrApi(" + number + ")"}) {
      FlickrAnswer answer = new FlickrAnswer(200, null, body);
      assertThat(answer.good()).as(body).isEmpty();
      assertThat(answer.code()).as(body).isEqualTo(code);
      assertThat(answer.problem(NOW).cause()).as(body).isEqualTo(cause);
    }
  }

  @Test
  void aKeyThatIsNotAcceptedNamesTheVariable() {
    FlickrAnswer answer = new FlickrAnswer(200, null, "{\"stat\":\"fail\",\"code\":100}");
    assertThat(answer.problem(NOW).sentence()).contains("FLICKR_API_KEY");
    assertThat(answer.problem(NOW).needsPerson()).isTrue();
  }

  @Test
  void realHttpErrorsOccurToo() {
    SourceProblem limited = new FlickrAnswer(429, "60", "").problem(NOW);
    assertThat(limited.cause()).isEqualTo(Cause.LIMIT);
    assertThat(limited.notBefore()).isEqualTo(NOW.plusSeconds(60));
    assertThat(new FlickrAnswer(502, null, "<html>").problem(NOW).cause()).isEqualTo(Cause.SERVER);
    assertThat(new FlickrAnswer(503, "soon", "").problem(NOW).notBefore()).isNull();
    assertThat(new FlickrAnswer(503, "999999", "").problem(NOW).notBefore())
        .isEqualTo(NOW.plusSeconds(3_600));
  }

  @Test
  void halfOfAnAnswerIsTroubleOfTheServer() {
    String json = Photos.answer(Photos.photo()).toString();
    FlickrAnswer cut = new FlickrAnswer(200, null, json.substring(0, json.length() / 2));
    assertThat(cut.good()).isEmpty();
    assertThat(cut.problem(NOW).cause()).isEqualTo(Cause.SERVER);
  }

  @Test
  void aPhotoStaysWhereNothingIsSaidAgainstIt() {
    assertThat(standing("{\"photo\":{\"visibility\":{\"ispublic\":1},\"usage\":{\"canblog\":0}}}"))
        .isEqualTo(FlickrStanding.PUBLIC);
    assertThat(standing("{\"photo\":{}}")).isEqualTo(FlickrStanding.PUBLIC);
    assertThat(standing("{\"photo\":{\"visibility\":{\"ispublic\":\"0\"}}}"))
        .isEqualTo(FlickrStanding.GONE);
    assertThat(standing("{\"photo\":{\"usage\":{\"canshare\":0}}}")).isEqualTo(FlickrStanding.GONE);
    assertThat(FlickrStanding.of(null)).isEqualTo(FlickrStanding.GONE);
  }

  private static FlickrStanding standing(String json) {
    return FlickrStanding.of(FlickrJson.object(json).orElseThrow());
  }
}
