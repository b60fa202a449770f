package afa.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import afa.rehearsal.FakeSimulator.Made;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same people on five networks; an afternoon of them is written at once, as history. */
@ExtendWith(VertxExtension.class)
class TroupeTest {
  private static final Instant NOW = Instant.parse("2026-05-24T15:00:00Z");
  private static final int POSTS = 2_000;
  private final Conference conference = Conference.loadAll(Conference.DEFAULT);
  private final ConferenceDay day = ConferenceDay.around(conference.talks(), NOW);

  /** What was posted, by network. */
  private Map<String, List<Made>> played(Vertx vertx, long seed) {
    List<RehearsedNetwork> kinds = List.of(
        FakeSimulator.network("x", 0.40, true),
        FakeSimulator.network("mastodon", 0.25, true),
        FakeSimulator.network("bluesky", 0.20, true),
        FakeSimulator.network("flickr", 0.08, false),
        FakeSimulator.network("feeds", 0.02, false));
    RehearsalOptions options = new RehearsalOptions().seed(seed).history(POSTS);
    Troupe troupe = new Troupe(vertx, options, conference, day, InstantSource.fixed(NOW), kinds);
    List<HostedNetwork> hosted =
        kinds.stream().map(kind -> troupe.host(kind, () -> "http://here")).toList();
    troupe.start();
    Map<String, List<Made>> played = new HashMap<>();
    for (HostedNetwork network : hosted) {
      FakeSimulator fake = (FakeSimulator) network.simulator();
      played.put(network.name(), new ArrayList<>(fake.posts().values()));
    }
    return played;
  }

  @Test
  void eachNetworkGetsItsShare(Vertx vertx) {
    Map<String, List<Made>> played = played(vertx, 1);
    assertThat(played.get("x")).hasSizeBetween(760, 1_050);
    assertThat(played.get("mastodon")).hasSizeBetween(450, 700);
    assertThat(played.get("bluesky")).hasSizeBetween(350, 600);
    assertThat(played.get("flickr")).hasSizeBetween(120, 240);
    assertThat(played.get("feeds")).hasSizeBetween(20, 70);
  }

  @Test
  void theSameSeedPlaysTheSame(Vertx vertx) {
    assertThat(played(vertx, 7)).isEqualTo(played(vertx, 7)).isNotEqualTo(played(vertx, 8));
  }

  @Test
  void somePeopleSayTheSameOnTwoNetworksSomeSecondsApart(Vertx vertx) {
    Map<String, List<Made>> played = played(vertx, 2);
    int twice = 0;
    for (Made first : played.get("x")) {
      for (String other : List.of("mastodon", "bluesky", "flickr")) {
        if (played.get(other).stream().anyMatch(made -> isCopy(first, made))) twice++;
      }
    }
    assertThat(twice).isBetween(20, 200);
  }

  private static boolean isCopy(Made first, Made other) {
    Duration apart = Duration.between(first.at(), other.at());
    return first.draft().equals(other.draft()) && apart.abs().compareTo(Duration.ofSeconds(10)) < 0;
  }

  @Test
  void somePostsArePassedOnByManyButByNobodyTwice(Vertx vertx) {
    List<Draft> reposts = played(vertx, 3).get("x").stream()
        .map(Made::draft)
        .filter(draft -> draft.kind() == PostKind.REPOST)
        .toList();
    assertThat(reposts).doesNotHaveDuplicates();
    Map<String, Long> counts =
        reposts.stream().collect(Collectors.groupingBy(Draft::of, Collectors.counting()));
    assertThat(counts.values()).anyMatch(count -> count >= 4);
  }

  @Test
  void photosAndArticlesAreNotAnswered(Vertx vertx) {
    Map<String, List<Made>> played = played(vertx, 4);
    assertThat(played.get("flickr")).allMatch(made -> !made.draft().photos().isEmpty());
    assertThat(played.get("feeds")).allMatch(made -> made.draft().title() != null);
  }

  @Test
  void timeOnlyGoesOn(Vertx vertx) {
    played(vertx, 5).forEach((network, posts) -> {
      for (int i = 1; i < posts.size(); i++) {
        assertThat(posts.get(i).at())
            .as(network)
            .isAfterOrEqualTo(posts.get(i - 1).at());
      }
    });
  }
}
