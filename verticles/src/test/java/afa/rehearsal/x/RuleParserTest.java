package afa.rehearsal.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.rehearsal.Photo;
import afa.rehearsal.PostKind;
import afa.rehearsal.ScriptAuthor;
import afa.rehearsal.SentPost;
import afa.rehearsal.x.RuleParser.SyntaxError;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleParserTest {
  private static final ScriptAuthor ADA = new ScriptAuthor("Ada", "Ada", "en", "", 0);
  private final SentPost post =
      post(PostKind.POST, "Hello #AFA from @bob: vert.x rocks https://example.org/x 🚀", null);

  private static SentPost post(PostKind kind, String text, SentPost of) {
    return new SentPost(1, ADA, text, "en", kind, of, List.<Photo>of(), List.of(1L), Instant.EPOCH);
  }

  private static boolean matches(String rule, SentPost post) throws SyntaxError {
    return RuleParser.parse(rule, 1_024).matches(PostFacts.of(post));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#afa",
        "＃afa",
        "hello",
        "HELLO #afa",
        "\"from bob\" hello",
        "@BOB",
        "from:ada",
        "from:@ada",
        "nothing OR #afa",
        "(nothing OR #afa) -is:retweet -is:reply",
        "#afa lang:en",
        "🚀",
        "url:\"example.org\"",
        "#afa has:links has:mentions",
        "vert.x",
        "-nothing #afa",
        "#afa -(nothing OR nobody)",
        "conversation_id:1"
      })
  void whatAPostSaysIsFound(String rule) throws SyntaxError {
    assertThat(matches(rule, post)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#af",
        "#afaconf",
        "hell",
        "hello nothing",
        "\"rocks vert.x\"",
        "from:bob",
        "to:ada",
        "#afa lang:de",
        "#afa is:retweet",
        "#afa -hello",
        "#afa has:media",
        "(a OR b) #afa",
        "bio:x"
      })
  void whatItDoesNotSayIsNot(String rule) throws SyntaxError {
    assertThat(matches(rule, post)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "#devconf AND OR",
        "a AND b",
        "OR a",
        "a OR",
        "(a",
        "a)",
        "()",
        "lang:en",
        "is:retweet",
        "-is:retweet has:media",
        "-a",
        "has:wings a",
        "is:happy a",
        "colour:red",
        "\"unfinished",
        "#",
        "a OR lang:en"
      })
  void whatXRefusesIsRefused(String rule) {
    assertThatThrownBy(() -> RuleParser.parse(rule, 1_024)).isInstanceOf(SyntaxError.class);
  }

  @Test
  void aRuleThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> RuleParser.parse("x".repeat(513), 512))
        .isInstanceOf(SyntaxError.class);
  }

  @Test
  void aRepostMatchesByTheWordsOfTheOriginalAndItsOwnKind() throws SyntaxError {
    SentPost repost = post(PostKind.REPOST, "", post);
    assertThat(matches("#afa", repost)).isTrue();
    assertThat(matches("#afa is:retweet", repost)).isTrue();
    assertThat(matches("#afa -is:retweet", repost)).isFalse();
    assertThat(matches("retweets_of:ada", repost)).isTrue();
  }

  @Test
  void aQuoteMatchesByTheQuotedWordsToo() throws SyntaxError {
    SentPost quote = post(PostKind.QUOTE, "look", post);
    assertThat(matches("look #afa is:quote", quote)).isTrue();
  }
}
