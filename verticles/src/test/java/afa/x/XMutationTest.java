package afa.x;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Link;
import afa.feed.Post;
import afa.source.SourceCounters;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever X sends, nothing throws, and everything is counted once. */
class XMutationTest {
  private static final Instant NOW = XLines.NOW;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final XIntake intake = new XIntake(
      "e", new SourceCounters("e", "x", registry), new XBudget(XLimit.NONE), XPolicy.DEFAULT);
  private int shown;

  @Test
  void noLineThrowsAndAllAreCounted() {
    for (String fixture : fixtures()) {
      XMutations.of(fixture, fixture.hashCode(), mutated -> {
        XLineReader lines = new XLineReader(this::line, () -> intake.malformed("long", NOW));
        lines.read(mutated);
        lines.read(new byte[] {'\r', '\n'});
      });
    }
    assertThat(shown).isGreaterThan(1_000);
    assertThat(count("malformed")).isGreaterThan(1_000);
    assertThat(count("received")).isEqualTo(shown + count("filtered") + count("malformed"));
  }

  @Test
  void noPageAndNoAnswerThrows() {
    for (String fixture : List.of(page(), lookup())) {
      XMutations.of(fixture, 7, mutated -> {
        String text = new String(mutated, StandardCharsets.UTF_8);
        XAnswer answer = new XAnswer(200, new XAnswer.Headers(name -> text), text);
        assertThat(answer.problem().sentence()).hasSizeLessThan(400);
        answer.json().ifPresent(json -> {
          XTaken taken = intake.page(json, NOW);
          taken.posts().forEach(XMutationTest::assertSound);
          shown += taken.posts().size();
          XLookedUp.read(json, Map.of("1999", List.of("x:1999")), XPolicy.DEFAULT);
          XRules.read(json);
          XRules.readAdded(json);
        });
      });
    }
    assertThat(count("received")).isEqualTo(shown + count("filtered") + count("malformed"));
  }

  private void line(String line) {
    XLine read = intake.line(line, Set.of("6"), NOW);
    if (read instanceof XLine.Shown post) {
      shown++;
      assertSound(post.post());
    }
  }

  static void assertSound(Post post) {
    int done = 0;
    for (Link link : post.links()) {
      assertThat(link.start()).isGreaterThanOrEqualTo(done);
      assertThat(link.end()).isBetween(link.start() + 1, post.text().length());
      assertThat(link.url()).startsWithIgnoringCase("http");
      done = link.end();
    }
  }

  private int count(String name) {
    return (int) registry.get("afa.source." + name).counter().count();
  }

  private static List<String> fixtures() {
    List<String> fixtures = new ArrayList<>();
    fixtures.add(rich().toString());
    fixtures.add(rich().toString().replace("tweet", "post"));
    XLines repost = XLines.post("RT @ada_l: so &amp; so #afa and m…");
    repost.with("retweeted", "1999", "so &amp; so #afa and more", "72").put("lang", "en");
    repost.user("72", "ada_l", "Ada");
    fixtures.add(repost.toString());
    fixtures.add("{\"errors\":[{\"title\":\"operational-disconnect\",\"disconnect_type\":"
        + "\"ForceDisconnect\",\"detail\":\"bye\",\"type\":\"https://api.x.com/2/problems/"
        + "operational-disconnect\"}]}");
    return fixtures;
  }

  private static XLines rich() {
    XLines line = XLines.post("R&amp;D 👩‍👩‍👧‍👦 #afa https://t.co/abcdefghij");
    line.entity("hashtags", 16, 20, "tag", "afa").link(21, 44, "conf.example");
    line.entity("mentions", 0, 3, "username", "ada_l");
    line.photo("3_1").put("width", 12).put("alt_text", "a stage");
    ObjectNode film = line.media("7_1", "video").put("preview_image_url", "https://p.example/p");
    film.withArray("variants")
        .addObject()
        .put("content_type", "video/mp4")
        .put("bit_rate", 832_000)
        .put("url", "https://video.example/v.mp4");
    line.data.putObject("note_tweet").put("text", "R&amp;D and a long text that goes on");
    line.data.putArray("edit_history_tweet_ids").add("1000").add("2000000000000000001");
    line.data.putObject("withheld").putArray("country_codes").add("FR");
    line.data.put("possibly_sensitive", true);
    line.with("quoted", "1998", "Testing &lt;3", "71")
        .putArray("edit_history_tweet_ids")
        .add("1998");
    line.refers("replied_to", "1997");
    return line;
  }

  private static String page() {
    String post = rich().toString();
    int end = post.indexOf(",\"includes\"");
    return "{\"data\":[" + post.substring("{\"data\":".length(), end) + "]"
        + post.substring(end, post.indexOf(",\"matching_rules\""))
        + ",\"meta\":{\"result_count\":1,\"next_token\":\"n\"}}";
  }

  private static String lookup() {
    return "{\"data\":[{\"id\":\"1998\",\"text\":\"a\",\"edit_history_tweet_ids\":[\"1998\",\"1999\"]}],"
        + "\"errors\":[{\"value\":\"1999\",\"resource_id\":\"1999\",\"parameter\":\"ids\","
        + "\"title\":\"Not Found Error\",\"detail\":\"gone\","
        + "\"type\":\"https://api.x.com/2/problems/resource-not-found\"}]}";
  }
}
