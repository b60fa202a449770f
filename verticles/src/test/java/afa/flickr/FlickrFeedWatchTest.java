package afa.flickr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlickrFeedWatchTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final FlickrFeedWatch watch =
      new FlickrFeedWatch("photos_public.gne", Map.of(), Set.of("ropewalk"));

  @Test
  void aFullFirstLookReachesBackToItsOldestPhoto() {
    FlickrFound found = look(1, NOON, null);
    assertThat(found.reachedBackTo()).isEqualTo(NOON.plusSeconds(1));
    assertThat(found.missing()).isEmpty();
  }

  @Test
  void aLookThatShowsSomethingKnownMissesNothing() {
    look(1, NOON, null);
    FlickrFound found = look(20, NOON.plusSeconds(190), NOON.plusSeconds(190));
    assertThat(found.missing()).isEmpty();
    assertThat(found.reachedBackTo()).isNull();
  }

  @Test
  void twentyNewOnesMeanThatSomePassedUnseen() {
    look(1, NOON, null);
    FlickrFound found = look(60, NOON.plusSeconds(600), NOON.plusSeconds(190));
    assertThat(found.missing()).hasSize(1);
    assertThat(found.reachedBackTo()).isEqualTo(NOON.plusSeconds(601));
  }

  @Test
  void withinOneSecondTimeSaysNothing() {
    look(1, NOON, null);
    assertThat(look(60, NOON.plusSeconds(190), NOON.plusSeconds(190)).missing()).hasSize(1);
  }

  @Test
  void afterARestartTimeDecidesAlone() {
    assertThat(look(60, NOON, NOON.plusSeconds(100)).missing()).isEmpty();
    FlickrFeedWatch other = new FlickrFeedWatch("photos_public.gne", Map.of(), Set.of());
    FlickrFound found = new FlickrFound(0);
    other.take(feed(60, NOON, 20), NOON.minusSeconds(1), found);
    assertThat(found.missing()).hasSize(1);
  }

  @Test
  void aFeedThatIsNotFullShowsEverything() {
    FlickrFound found = new FlickrFound(0);
    watch.take(feed(1, NOON.plusSeconds(60), 5), NOON, found);
    assertThat(found.missing()).isEmpty();
  }

  @Test
  void excludedTagsAreLeftOutHere() {
    FlickrFound found = look(1, NOON, null);
    assertThat(found.photos()).isEmpty();
    assertThat(found.filtered()).hasSize(20);
    assertThat(FlickrFeedWatch.normal("#Rope Walk-2026")).isEqualTo("ropewalk2026");
  }

  private FlickrFound look(int firstId, Instant oldest, Instant newest) {
    FlickrFound found = new FlickrFound(0);
    watch.take(feed(firstId, oldest, 20), newest, found);
    return found;
  }

  /** Photos ten seconds apart, their ids counting up. */
  private static ObjectNode feed(int firstId, Instant oldest, int photos) {
    ObjectNode[] items = new ObjectNode[photos];
    for (int i = 0; i < photos; i++) {
      items[photos - 1 - i] = Photos.item()
          .put("link", "https://www.flickr.com/photos/beaquill/" + (firstId + i) + "/")
          .put("published", oldest.plusSeconds(10L * i).toString());
    }
    return Photos.feed(items);
  }
}
