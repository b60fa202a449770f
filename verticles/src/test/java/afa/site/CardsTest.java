package afa.site;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Author;
import afa.feed.Post;
import afa.feed.Update;
import afa.feed.VenueTime;
import afa.testkit.Posts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardsTest {
  private static final VenueTime VENUE = new VenueTime(ZoneOffset.UTC);
  private static final Instant NOON = Instant.parse("2026-05-24T12:30:00Z");

  @Test
  void theNewestComeFirstAndNoMoreThanAskedFor() {
    assertThat(numbers(cards(2, post(1), post(2), post(3)))).containsExactly(3L, 2L);
  }

  @Test
  void aRetractedPostIsNotShownAndNeitherIsItsTombstone() {
    Update retract = new Update(3, Update.Type.RETRACT, 1L, null);
    Update gone = new Update(2, Update.Type.GONE, null, null);
    assertThat(numbers(cards(9, post(1), gone, retract, post(4)))).containsExactly(4L);
  }

  @Test
  void aRevisedPostShowsItsNewTextAtItsOldPlaceMarkedAsEdited() {
    Update revise = new Update(3, Update.Type.REVISE, 1L, Posts.post(99));
    List<CardView> cards = cards(9, post(1), post(2), revise);
    assertThat(numbers(cards)).containsExactly(2L, 1L);
    assertThat(cards.get(1).content().text())
        .extracting(Segment::text)
        .containsExactly("Post number 99 🎉");
    assertThat(cards).extracting(CardView::isEdited).containsExactly(false, true);
  }

  @Test
  void aRevisionOfAPostThatIsNotOnThePageAddsNothing() {
    Update revise = new Update(30, Update.Type.REVISE, 1L, Posts.post(99));
    assertThat(numbers(cards(9, post(29), revise))).containsExactly(29L);
  }

  @Test
  void aPostThatIsRevisedAndThenRetractedIsNotShown() {
    Update revise = new Update(2, Update.Type.REVISE, 1L, Posts.post(99));
    Update retract = new Update(3, Update.Type.RETRACT, 1L, null);
    assertThat(cards(9, post(1), revise, retract)).isEmpty();
  }

  @Test
  void repostsAreOnTheCardOfTheirOriginalAndNameWhoPassedItOn() {
    List<CardView> cards = cards(
        9, post(1), repost(2, "Bo"), repost(3, "Cy"), post(4), repost(5, "Bo"), repost(6, "Di"));
    assertThat(numbers(cards)).containsExactly(4L, 1L);
    FoldedList reposts = cards.get(1).reposts();
    assertThat(reposts.names()).containsExactly("Bo", "Cy");
    assertThat(reposts.more()).isEqualTo(1);
    assertThat(reposts.posts()).extracting(FoldedView::n).containsExactly(2L, 3L, 5L, 6L);
  }

  @Test
  void repostsWithoutTheirOriginalAreOneCard() {
    List<CardView> cards = cards(9, repost(2, "Bo"), post(4), repost(6, "Di"));
    assertThat(numbers(cards)).containsExactly(4L, 2L);
    assertThat(cards.get(1).reposts().names()).containsExactly("Bo", "Di");
  }

  @Test
  void theWallLeavesOutWhatCarriesAWarning() {
    Post covered = Post.builder("x", "w").warning("Spoilers").receivedAt(NOON);
    List<Update> updates = List.of(post(1), new Update(2, Update.Type.POST, null, covered));
    assertThat(numbers(Cards.forAll(updates, 9, VENUE, NOON))).containsExactly(1L);
    assertThat(numbers(Cards.newest(updates, 9, VENUE, NOON))).containsExactly(2L, 1L);
  }

  private static Update repost(long n, String name) {
    Post post = Post.builder("x", "r" + n)
        .repostOf("p1")
        .author(new Author(name, null, null, null))
        .receivedAt(NOON);
    return new Update(n, Update.Type.POST, null, post);
  }

  private static List<CardView> cards(int limit, Update... updates) {
    return Cards.newest(List.of(updates), limit, VENUE, NOON);
  }

  private static Update post(long n) {
    Post post = Posts.post(n);
    return new Update(n, Update.Type.POST, null, post);
  }

  private static List<Long> numbers(List<CardView> cards) {
    return cards.stream().map(CardView::n).toList();
  }
}
