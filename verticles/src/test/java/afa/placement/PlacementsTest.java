package afa.placement;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Author;
import afa.feed.Post;
import afa.schedule.Schedule;
import afa.schedule.ScheduleDiff;
import afa.schedule.Talk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacementsTest {
  private static final Instant TEN = Instant.parse("2026-05-26T10:00:00Z");
  private static final List<String> WORDS =
      List.of("zinc", "amber", "cobalt", "ochre", "teal", "umber", "well", "said", "nice", "wow");

  @Test
  void aTalkThatMovesTakesWhatWasSaidDuringItAlong() {
    Schedule before = schedule(talk(0, 0), talk(1, 60));
    Schedule after = schedule(talk(0, 60), talk(1, 0));
    Placements placements = new Placements(before);
    placements.add(post("1", "kit", 10, "Well said", null));
    assertThat(placed(placements, "x:1")).containsExactly("t0");
    Set<String> affected = placements.follow(ScheduleDiff.between(before, after));
    assertThat(affected).containsExactly("x:1");
    assertThat(placed(placements, "x:1")).containsExactly("t1");
  }

  /** Placing what is affected gives what placing everything gives; the rest was left alone. */
  @Test
  void placingWhatIsAffectedIsAsGoodAsPlacingEverything() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<Talk> talks = new ArrayList<>();
      for (int i = 0; i < 24; i++) talks.add(talk(i, 60 * (i / 2)));
      Schedule before = schedule(talks.toArray(Talk[]::new));
      talks.set(3, talks.get(3).at(talks.get(20).start(), talks.get(20).end(), "Dome"));
      Talk late = talks.get(8);
      talks.set(
          8, late.at(late.start().plusSeconds(900), late.end().plusSeconds(900), late.room()));
      Schedule after = schedule(talks.toArray(Talk[]::new));
      Placements followed = new Placements(before);
      Placements fresh = new Placements(after);
      List<Post> posts = posts(random);
      posts.forEach(followed::add);
      posts.forEach(fresh::add);
      Set<String> affected = followed.follow(ScheduleDiff.between(before, after));
      assertThat(affected.size()).isBetween(1, posts.size() - 1);
      for (Post post : posts) {
        assertThat(placed(followed, post.identity()))
            .as("seed %d, post %s", seed, post)
            .isEqualTo(placed(fresh, post.identity()));
      }
    }
  }

  @Test
  void aCorrectionIsKeptWhenEverythingIsPlacedAnewAndAnswersGoAlong() {
    Schedule before = schedule(talk(0, 0), talk(1, 0));
    Placements placements = new Placements(before);
    placements.add(post("1", "kit", 10, "zinc0 zinc0", null));
    placements.add(post("2", "lou", 12, "Indeed", "1"));
    placements.correct(
        Corrections.NONE.with(new Correction("c", TEN, "Mo", Set.of("x:1"), List.of("t1"), false)));
    assertThat(placed(placements, "x:1")).containsExactly("t1");
    assertThat(placed(placements, "x:2")).containsExactly("t1");
    placements.follow(ScheduleDiff.between(before, schedule(talk(0, 30), talk(1, 90))));
    assertThat(placed(placements, "x:1")).containsExactly("t1");
    placements.correct(placements.corrections().undo("c"));
    assertThat(placed(placements, "x:1")).doesNotContain("t1");
  }

  private static List<Post> posts(Random random) {
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      String word = WORDS.get(random.nextInt(WORDS.size()))
          + (random.nextBoolean() ? random.nextInt(24) : "");
      String parent = i > 5 && random.nextInt(5) == 0 ? "" + (i - 1 - random.nextInt(4)) : null;
      posts.add(post("" + i, "p" + random.nextInt(12), i * 5, word + " " + word + "s", parent));
    }
    return posts;
  }

  private static List<String> placed(Placements placements, String identity) {
    return placements.of(identity).stream().map(Placed::talk).sorted().toList();
  }

  private static Post post(
      String id, String who, int minutes, String text, @Nullable String parent) {
    Instant at = TEN.plus(Duration.ofMinutes(minutes));
    return Post.builder("x", id)
        .author(new Author(who, who, null, null))
        .text(text)
        .replyTo(parent)
        .postedAt(at)
        .receivedAt(at);
  }

  private static Schedule schedule(Talk... talks) {
    return Schedule.of(ZoneOffset.UTC, List.of(talks));
  }

  private static Talk talk(int number, int minutes) {
    String word = WORDS.get(number % WORDS.size()) + number;
    Instant start = TEN.plus(Duration.ofMinutes(minutes));
    return Talk.of(
            "t" + number, "About " + word, "Room " + number % 2, start, Duration.ofMinutes(45))
        .about(List.of(), word + " and more of it", List.of(word));
  }
}
