package afa.source;

import static afa.testkit.Posts.post;
import static afa.testkit.Posts.posts;
import static org.assertj.core.api.Assertions.assertThat;

import afa.message.AppendPosts;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Outbox outbox = new Outbox();

  @Test
  void postsLeaveInTheOrderTheyCame() {
    outbox.add(posts(1, 3), null);
    outbox.add(posts(4, 5), null);
    assertThat(take(4).posts()).isEqualTo(posts(1, 4));
    assertThat(take(4).posts()).isEqualTo(posts(5, 5));
    assertThat(outbox.isEmpty()).isTrue();
  }

  @Test
  void aCursorNeverLeavesBeforeThePostsItVouchesFor() {
    outbox.add(posts(1, 3), "c3");
    assertThat(take(2).cursor()).isNull();
    assertThat(take(2)).isEqualTo(batch(posts(3, 3), "c3"));
  }

  @Test
  void ofSeveralCursorsTheLastOneLeaves() {
    outbox.add(posts(1, 1), "c1");
    outbox.add(posts(2, 2), "c2");
    outbox.add(List.of(), "c3");
    outbox.add(List.of(post(3)), null);
    assertThat(take(2)).isEqualTo(batch(posts(1, 2), "c3"));
    assertThat(take(2)).isEqualTo(batch(posts(3, 3), null));
  }

  @Test
  void aCursorMayTravelAlone() {
    outbox.add(List.of(), "c1");
    assertThat(take(2)).isEqualTo(batch(List.of(), "c1"));
  }

  @Test
  void whatIsPutBackLeavesFirstWithItsCursorBehindIt() {
    outbox.add(posts(1, 3), "c3");
    AppendPosts batch = take(5);
    outbox.add(posts(4, 5), null);
    outbox.putBack(batch);
    assertThat(outbox.size()).isEqualTo(5);
    assertThat(take(2)).isEqualTo(batch(posts(1, 2), null));
    assertThat(take(1)).isEqualTo(batch(posts(3, 3), "c3"));
    assertThat(take(5)).isEqualTo(batch(posts(4, 5), null));
  }

  private AppendPosts take(int most) {
    return outbox.take("aea2010", "x", most);
  }

  private static AppendPosts batch(List<afa.feed.Post> posts, String cursor) {
    return new AppendPosts("aea2010", "x", posts, cursor);
  }
}
