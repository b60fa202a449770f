package afa.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Post;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of which posts a walk through a hashtag can tell that they are gone. */
final class IdRecoveryTest {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");

  private static Post at(Instant time) {
    return Post.builder("mastodon", time.toString()).postedAt(time).receivedAt(time);
  }

  @Test
  void theOldestThatWasLookedForIsOneOfThem() {
    List<Post> both = List.of(at(NOON), at(NOON.plusSeconds(1)));
    assertThat(IdRecovery.covered(both, NOON.minus(IdRecovery.MARGIN))).isEqualTo(both);
  }

  @Test
  void whatLiesBehindTheEndOfTheWalkIsNot() {
    List<Post> posts = List.of(at(NOON.minusMillis(1)), at(NOON));
    assertThat(IdRecovery.covered(posts, NOON.minus(IdRecovery.MARGIN))).containsExactly(at(NOON));
  }
}
