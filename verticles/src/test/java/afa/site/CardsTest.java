package afa.site;

import afa.feed.VenueTime;
import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Post;
import afa.feed.Update;
import afa.testkit.Posts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardsTest {

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
    assertThat(cards.get(1).text()).extracting(Segment::text).containsExactly("Post number 99 🎉");
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

  private static List<CardView> cards(int limit, Update... updates) {
    VenueTime venue = new VenueTime(ZoneOffset.UTC);
    return Cards.newest(List.of(updates), limit, venue, Instant.parse("2026-05-24T12:30:00Z"));
  }

  private static Update post(long n) {
    Post post = Posts.post(n);
    return new Update(n, Update.Type.POST, null, post);
  }

  private static List<Long> numbers(List<CardView> cards) {
    return cards.stream().map(CardView::n).toList();
  }
}
