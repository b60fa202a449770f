package afa.x;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Post;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

class XVersionsTest {

  @Test
  void anEditIsKnownByTheFirstIdOfItsHistory() {
    Post edit = post(edited("1900", "1800", "1900"));
    assertThat(edit.id()).isEqualTo("1800");
    assertThat(edit.version()).isEqualTo("1900");
    assertThat(edit.url()).isEqualTo("https://x.com/grace_h/status/1900");
  }

  @Test
  void theFirstVersionHasNoneAndLeadsToTheNewest() {
    Post first = post(edited("1800", "1800", "1900"));
    assertThat(first.id()).isEqualTo("1800");
    assertThat(first.version()).isNull();
    assertThat(first.url()).isEqualTo("https://x.com/grace_h/status/1900");
    assertThat(Post.isNewer(first.version(), "1900")).isFalse();
  }

  @Test
  void theNewNameMeansTheSame() {
    XLines line = XLines.post("1900", "new");
    line.data.putArray("edit_history_post_ids").add("1800").add("1900");
    assertThat(post(line).id()).isEqualTo("1800");
  }

  @Test
  void aHistoryThatDoesNotNameThePostIsNotBelieved() {
    assertThat(post(edited("1900", "1", "2")).id()).isEqualTo("1900");
    assertThat(post(edited("1900", "x", "1900")).id()).isEqualTo("1900");
    XLines odd = XLines.post("1900", "a");
    odd.data.put("edit_history_tweet_ids", "1800");
    assertThat(post(odd).id()).isEqualTo("1900");
    assertThat(post(odd).version()).isNull();
  }

  @Test
  void repostsAndQuotesNameTheFirstVersionOfWhatTheyAreAbout() {
    XLines repost = XLines.post("RT @ada_l: d");
    history(repost.with("retweeted", "1900", "d", "72"), "1800", "1900");
    XLines quote = XLines.post("so true");
    history(quote.with("quoted", "1900", "d", "72"), "1800", "1900");
    assertThat(post(repost).repostOf()).isEqualTo("1800");
    assertThat(post(repost).original().id()).isEqualTo("1800");
    assertThat(post(quote).quoteOf()).isEqualTo("1800");
  }

  private static XLines edited(String id, String... history) {
    XLines line = XLines.post(id, "text");
    history(line.data, history);
    return line;
  }

  private static void history(ObjectNode post, String... ids) {
    for (String id : ids) post.withArray("edit_history_tweet_ids").add(id);
  }

  private static Post post(XLines line) {
    XLine read = XLines.read(line.toString(), Set.of());
    assertThat(read).isInstanceOf(XLine.Shown.class);
    return ((XLine.Shown) read).post();
  }
}
