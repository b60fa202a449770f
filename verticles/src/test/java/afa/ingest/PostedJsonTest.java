package afa.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import afa.feed.Post;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken of what strangers post, and what they hear about the rest. */
final class PostedJsonTest {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");

  @Test
  void onePostOrAnArrayOfThemIsTaken() {
    assertThat(parse("{'source':'wall','id':'1'}")).extracting(Post::id).containsExactly("1");
    assertThat(parse(" [{'source':'wall','id':'1'},{'source':'wall','id':'2'}]\n"))
        .extracting(Post::id)
        .containsExactly("1", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'source':'wall','id':'1'}\n{'source':'wall','id':'2'}",
        "[{'source':'wall','id':'1'}] []",
        "{'source':'wall','id':'1'} and more"
      })
  void nothingMayFollowTheFirstValue(String body) {
    assertRefused(body, "the body is not one JSON value, a post or an array of posts");
  }

  @Test
  void whatNoPageCouldShowIsRefused() {
    String post = "{'source':'a','id':'1',";
    assertRefused(
        post + "'postedAt':'+999999999-01-01T00:00:00Z'}",
        "post 0: postedAt must lie in the years 1 to 9999");
    assertRefused(
        post + "'author':{'name':'" + "x".repeat(501) + "'}}",
        "post 0: author.name may have at most 500 UTF-16 units, not 501");
    assertRefused(
        post + "'lang':'" + "x".repeat(36) + "'}",
        "post 0: lang may have at most 35 UTF-16 units, not 36");
  }

  @Test
  void aSourceIsAPlainName() {
    String longest = "s".repeat(64);
    assertThat(parse("{'source':'" + longest + "','id':'b:c'}")).hasSize(1);
    for (String source : List.of("a:b", longest + "s", "-a", "A", "a b", "a\u00e9")) {
      assertRefused(
          "{'source':'" + source + "','id':'c'}",
          "post 0: source must be 1 to 64 of a-z, 0-9, '_', '.' and '-', and begin with a letter"
              + " or digit");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'url':'javascript:x' | url must begin with https:// or http://",
        "'author':{'name':'Ada','url':'ftp://x'} | author.url must begin with https:// or http://",
        "'author':{'name':'Ada','avatar':'data:x'}"
            + "| author.avatar must begin with https:// or http://",
        "'media':[{'kind':'photo','url':'data:x'}]"
            + "| media.url must begin with https:// or http://",
        "'media':[{'kind':'photo','url':'https://x','thumbnail':'x'}]"
            + "| media.thumbnail must begin with https:// or http://",
        "'media':[{'url':'https://x'}] | media need a kind and a url",
        "'links':[{'start':0,'end':1,'kind':'tag','url':'x'}]"
            + "| links.url must begin with https:// or http://",
        "'links':[{'start':0,'end':1,'kind':'tag'}] | links need a kind and a url",
        "'links':[{'start':0,'end':9,'kind':'tag','url':'https://x'}]"
            + "| links must lie within the text, in order, without overlap",
        "'links':[null] | links must not hold null",
        "'media':[null] | media must not hold null"
      })
  void thePostAndItsOriginalKeepToTheSameRules(String fields, String rule) {
    String content = "'id':'1','text':'abc'," + fields;
    assertRefused("{'source':'wall'," + content + "}", "post 0: " + rule);
    assertRefused(
        "{'source':'wall','id':'1','original':{" + content + "}}", "post 0: original." + rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'version':'v 2' | version must be 1 to 512 visible characters of ASCII",
        "'version':'ü' | version must be 1 to 512 visible characters of ASCII",
        "'emoji':[null] | emoji must not hold null",
        "'emoji':[{'start':0,'end':1}] | emoji need a url",
        "'emoji':[{'start':0,'end':1,'url':'data:x'}]"
            + "| emoji.url must begin with https:// or http://",
        "'emoji':[{'start':2,'end':4,'url':'https://x'}]"
            + "| emoji must lie within the text, in order, without overlap"
      })
  void aVersionAndPicturesInTheTextKeepToRules(String fields, String rule) {
    assertRefused("{'source':'wall','id':'1','text':'abc'," + fields + "}", "post 0: " + rule);
  }

  @Test
  void aVersionAWarningAndPicturesAreTaken() {
    Post post = parse("{'source':'wall','id':'1','text':'abc','version':'2026-05-24T12:00:00Z',"
            + "'warning':'food','emoji':[{'start':1,'end':3,'url':'https://x'}]}")
        .get(0);
    assertThat(post.version()).isEqualTo("2026-05-24T12:00:00Z");
    assertThat(post.warning()).isEqualTo("food");
    assertThat(post.emoji()).hasSize(1);
  }

  @Test
  void talksHoldNoNull() {
    assertRefused(
        "{'source':'wall','id':'1','talks':['a',null]}", "post 0: talks must not hold null");
  }

  @Test
  void aTextIsBounded() {
    assertBounded("text", 100_000, "UTF-16 units", size -> "'" + "a".repeat(size) + "'");
  }

  @Test
  void mediaAreBounded() {
    String photo = "{'kind':'photo','url':'https://x'}";
    assertBounded(
        "media", 100, "entries", size -> "[" + (photo + ",").repeat(size - 1) + photo + "]");
  }

  @Test
  void linksAreBounded() {
    assertBounded("links", 1_000, "entries", size -> IntStream.range(0, size)
        .mapToObj(
            at -> "{'start':%d,'end':%d,'kind':'tag','url':'https://x'}".formatted(at, at + 1))
        .collect(Collectors.joining(",", "[", "],'text':'" + "a".repeat(size) + "'")));
  }

  private static void assertBounded(
      String field, int most, String unit, IntFunction<String> value) {
    String post = "{'source':'wall','id':'1','" + field + "':";
    String original = "{'source':'wall','id':'1','original':{'id':'1','" + field + "':";
    String rule = field + " may have at most " + most + " " + unit + ", not " + (most + 1);
    assertThat(parse(post + value.apply(most) + "}")).hasSize(1);
    assertThat(parse(original + value.apply(most) + "}}")).hasSize(1);
    assertRefused(post + value.apply(most + 1) + "}", "post 0: " + rule);
    assertRefused(original + value.apply(most + 1) + "}}", "post 0: original." + rule);
  }

  private static void assertRefused(String body, String sentence) {
    assertThatExceptionOfType(PostedJson.Invalid.class)
        .as(body.length() > 200 ? "a long body" : body)
        .isThrownBy(() -> parse(body))
        .withMessage(sentence);
  }

  private static List<Post> parse(String body) {
    return PostedJson.parse(Buffer.buffer(body.replace('\'', '"')), NOON);
  }
}
