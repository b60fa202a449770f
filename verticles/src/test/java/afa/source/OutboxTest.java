package afa.source;

import static afa.testkit.Posts.post;
import static afa.testkit.Posts.posts;
import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Coverage;
import afa.feed.Post;
import afa.message.AppendPosts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Outbox outbox = new Outbox();

  @Test
  void postsLeaveInTheOrderTheyCame() {
    add(posts(1, 3), null);
    add(posts(4, 5), null);
    assertThat(take(4).posts()).isEqualTo(posts(1, 4));
    assertThat(take(4).posts()).isEqualTo(posts(5, 5));
    assertThat(outbox.isEmpty()).isTrue();
  }

  @Test
  void aCursorNeverLeavesBeforeThePostsItVouchesFor() {
    add(posts(1, 3), "c3");
    assertThat(take(2).cursor()).isNull();
    assertThat(take(2)).isEqualTo(batch(posts(3, 3), "c3"));
  }

  @Test
  void ofSeveralCursorsTheLastOneLeaves() {
    add(posts(1, 1), "c1");
    add(posts(2, 2), "c2");
    add(List.of(), "c3");
    add(List.of(post(3)), null);
    assertThat(take(2)).isEqualTo(batch(posts(1, 2), "c3"));
    assertThat(take(2)).isEqualTo(batch(posts(3, 3), null));
  }

  @Test
  void aCursorMayTravelAlone() {
    add(List.of(), "c1");
    assertThat(take(2)).isEqualTo(batch(List.of(), "c1"));
  }

  @Test
  void whatIsPutBackLeavesFirstWithItsCursorBehindIt() {
    add(posts(1, 3), "c3");
    Outbox.Batch batch = outbox.take("aea2010", "x", 5, null);
    add(posts(4, 5), null);
    outbox.putBack(batch.entries());
    assertThat(outbox.size()).isEqualTo(5);
    assertThat(take(2)).isEqualTo(batch(posts(1, 2), null));
    assertThat(take(1)).isEqualTo(batch(posts(3, 3), "c3"));
    assertThat(take(5)).isEqualTo(batch(posts(4, 5), null));
  }

  @Test
  void aPostBehindARetractionWaitsForTheNextBatch() {
    outbox.add(posts(1, 2), List.of("x:p1"), null, null);
    add(posts(3, 3), "c3");
    assertThat(take(5))
        .isEqualTo(new AppendPosts("aea2010", "x", posts(1, 2), List.of("x:p1"), null, null));
    assertThat(take(5)).isEqualTo(batch(posts(3, 3), "c3"));
  }

  @Test
  void aCoverageAndACursorThatFollowEachOtherLeaveTogether() {
    add(posts(1, 1), "c1");
    outbox.add(List.of(), List.of(), null, Coverage.NONE);
    assertThat(take(5))
        .isEqualTo(new AppendPosts("aea2010", "x", posts(1, 1), List.of(), "c1", Coverage.NONE));
  }

  private void add(List<Post> posts, @Nullable String cursor) {
    outbox.add(posts, List.of(), cursor, null);
  }

  private AppendPosts take(int most) {
    return outbox.take("aea2010", "x", most, null).request();
  }

  private static AppendPosts batch(List<Post> posts, @Nullable String cursor) {
    return new AppendPosts("aea2010", "x", posts, cursor);
  }
}
