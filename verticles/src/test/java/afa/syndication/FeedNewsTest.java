package afa.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Author;
import afa.feed.Post;
import afa.source.Harvest;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedNewsTest {
  private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final URI ADDRESS = URI.create("https://quay.example/feed");

  private FeedCursor known = FeedCursor.first(ADDRESS.toString(), NINE);
  private Instant claimed = Instant.EPOCH;

  @Test
  void atFirstWhatIsOlderThanTheLimitIsHistoryAndStaysSo() {
    List<FeedEntry> feed = List.of(
        entry("new", "n", TEN.minusSeconds(60), null),
        entry("old", "o", NINE.minusSeconds(1), null));
    FeedNews.News news = look(feed, TEN);
    assertThat(news.harvest().posts()).extracting(Post::id).containsExactly("new");
    assertThat(news.old()).isEqualTo(1);
    assertThat(news.harvest().reachedBackTo()).isEqualTo(NINE);
    assertThat(look(
                List.of(feed.get(0), entry("old", "changed", NINE.minusSeconds(1), TEN)),
                TEN.plusSeconds(1))
            .harvest()
            .posts())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9})
  void atFirstAFeedOfFewEntriesIsTakenAsWhole(int count) {
    List<FeedEntry> few = entries(0, count);
    assertThat(look(few, TEN.plusSeconds(7200)).harvest().reachedBackTo()).isEqualTo(NINE);
  }

  @Test
  void atFirstAFeedOfManyEntriesMayHaveBeenCut() {
    Instant reached = look(entries(0, 10), TEN.plusSeconds(7200)).harvest().reachedBackTo();
    assertThat(reached).isAfter(NINE);
  }

  @Test
  void laterWhatIsNewIsNewThoughItIsDatedBack() {
    look(List.of(entry("a", "a", TEN, null)), TEN);
    FeedEntry midnight = entry("b", "b", Instant.parse("2026-11-22T00:00:00Z"), null);
    FeedEntry ancient = entry("c", "c", Instant.parse("2019-01-01T00:00:00Z"), null);
    FeedNews.News news =
        look(List.of(entry("a", "a", TEN, null), midnight, ancient), TEN.plusSeconds(60));
    assertThat(news.harvest().posts()).extracting(Post::id).containsExactly("b");
    assertThat(news.old()).isEqualTo(1);
  }

  @Test
  void postsComeOldestFirst() {
    List<FeedEntry> feed = List.of(
        entry("c", "c", TEN, null),
        entry("a", "a", TEN.minusSeconds(9), null),
        entry("b", "b", TEN.minusSeconds(5), null));
    assertThat(look(feed, TEN.plusSeconds(1)).harvest().posts())
        .extracting(Post::id)
        .containsExactly("a", "b", "c");
  }

  @Test
  void whatDidNotChangeComesNeverAgainAndTheCursorStays() {
    List<FeedEntry> feed = List.of(entry("a", "a", TEN, null));
    look(feed, TEN);
    Harvest again = look(feed, TEN.plusSeconds(300)).harvest();
    assertThat(again.posts()).isEmpty();
    assertThat(again.cursor()).isNull();
  }

  @Test
  void eachEditIsNewerThanTheLastHoweverTheFeedTells() {
    List<String> versions = new ArrayList<>();
    Instant now = TEN;
    for (String[] edit : new String[][] {
      {"first", null},
      {"second", null},
      {"third", "2026-11-22T10:07:00Z"},
      {"fourth", "2026-11-22T10:07:00Z"},
      {"fifth", "2026-11-22T10:07:00Z"},
      {"sixth", "2026-11-22T10:09:00Z"}
    }) {
      Instant updated = edit[1] == null ? null : Instant.parse(edit[1]);
      Harvest harvest = look(List.of(entry("a", edit[0], TEN, updated)), now).harvest();
      versions.add(harvest.posts().get(0).version());
      now = now.plusSeconds(120);
    }
    for (int i = 1; i < versions.size(); i++) {
      assertThat(Post.isNewer(versions.get(i), versions.get(i - 1)))
          .as("%s", versions)
          .isTrue();
    }
  }

  @Test
  void anOlderCopyOfTheFeedTakesNothingBack() {
    look(List.of(entry("a", "old words", TEN, TEN)), TEN);
    look(List.of(entry("a", "new words", TEN, TEN.plusSeconds(60))), TEN.plusSeconds(60));
    assertThat(look(List.of(entry("a", "old words", TEN, TEN)), TEN.plusSeconds(90))
            .harvest()
            .posts())
        .isEmpty();
    assertThat(look(List.of(entry("a", "new words", TEN, TEN.plusSeconds(60))), TEN.plusSeconds(99))
            .harvest()
            .posts())
        .isEmpty();
  }

  @Test
  void ofTwoWithTheSameIdTheLaterCounts() {
    List<FeedEntry> feed =
        List.of(entry("a", "old", TEN, TEN), entry("a", "new", TEN, TEN.plusSeconds(1)));
    assertThat(look(feed, TEN.plusSeconds(2)).harvest().posts())
        .singleElement()
        .satisfies(post -> assertThat(post.text()).isEqualTo("new"));
  }

  @Test
  void withoutATimeItIsTheOneAtWhichItWasFirstSeen() {
    look(List.of(entry("a", "a", null, null)), TEN);
    Harvest edited =
        look(List.of(entry("a", "b", null, null)), TEN.plusSeconds(600)).harvest();
    assertThat(edited.posts().get(0).postedAt()).isEqualTo(TEN);
    assertThat(edited.posts().get(0).receivedAt()).isEqualTo(TEN.plusSeconds(600));
  }

  @Test
  void whatDisappearsIsNotTakenBackAndNotBroughtTwice() {
    FeedEntry a = entry("a", "a", TEN, null);
    FeedEntry b = entry("b", "b", TEN.plusSeconds(1), null);
    look(List.of(b, a), TEN.plusSeconds(2));
    Harvest less = look(List.of(b), TEN.plusSeconds(3)).harvest();
    assertThat(less.retracted()).isEmpty();
    assertThat(less.posts()).isEmpty();
    assertThat(look(List.of(b, a), TEN.plusSeconds(4)).harvest().posts()).isEmpty();
  }

  // ---- feeds that show their newest entries only

  @Test
  void aFeedThatMovedOnHasNoGap() {
    look(entries(0, 20), TEN);
    Harvest next = look(entries(9, 29), TEN.plusSeconds(3_000)).harvest();
    assertThat(next.posts()).hasSize(9);
    assertThat(next.missing()).isEmpty();
    assertThat(next.reachedBackTo()).isNull();
  }

  @Test
  void whereNothingIsLeftOfTheLastLookThereWasMore() {
    look(entries(0, 20), TEN);
    claimed = TEN.plusSeconds(15 * 60);
    Harvest next = look(entries(25, 45), TEN.plusSeconds(50 * 60)).harvest();
    assertThat(next.posts()).hasSize(20);
    assertThat(next.missing()).hasSize(1);
    assertThat(next.reachedBackTo()).isEqualTo(TEN.plusSeconds(25 * 60 + 1)); // RSS knows seconds
  }

  @Test
  void aPinnedEntryHidesNoGap() {
    FeedEntry pinned = entry("pinned", "p", NINE, null);
    look(with(entries(0, 19), pinned), TEN.plusSeconds(20 * 60));
    Harvest next = look(with(entries(25, 44), pinned), TEN.plusSeconds(50 * 60)).harvest();
    assertThat(next.missing()).hasSize(1);
    assertThat(next.reachedBackTo()).isEqualTo(TEN.plusSeconds(25 * 60 + 1));
  }

  @Test
  void whereDatesDoNotTellNothingIsClaimedBeforeNow() {
    look(entries(0, 20), TEN.plusSeconds(20 * 60));
    claimed = TEN.plusSeconds(3 * 60 * 60);
    Instant now = claimed.plusSeconds(300);
    assertThat(look(entries(25, 45), now).harvest().reachedBackTo()).isEqualTo(now);
  }

  @Test
  void deletedEntriesAreNoGapWhileOthersAreLeft() {
    look(entries(0, 20), TEN.plusSeconds(20 * 60));
    assertThat(look(entries(0, 17), TEN.plusSeconds(21 * 60)).harvest().missing())
        .isEmpty();
  }

  @Test
  void theFirstEntriesOfANewBlogAreNoGap() {
    known = known.after(answer(), 0, java.util.Map.of());
    assertThat(look(entries(0, 3), TEN.plusSeconds(9_000)).harvest().missing()).isEmpty();
  }

  @Test
  void theCursorIsBounded() {
    for (int i = 0; i < 2_000; i += 400) look(entries(i, i + 400), TEN.plus(Duration.ofDays(2)));
    assertThat(known.entries()).hasSize(400);
    assertThat(known.write()).hasSizeLessThan(60_000);
    assertThat(FeedCursor.read(known.write())).isEqualTo(known);
  }

  private FeedNews.News look(List<FeedEntry> feed, Instant now) {
    FeedNews.News news = FeedNews.of(feed, answer(), known, claimed, now);
    if (news.harvest().cursor() != null) known = FeedCursor.read(news.harvest().cursor());
    return news;
  }

  private static FeedAnswer answer() {
    return new FeedAnswer(200, ADDRESS, ADDRESS, null, "\"e\"", null, Buffer.buffer());
  }

  private static List<FeedEntry> with(List<FeedEntry> entries, FeedEntry more) {
    List<FeedEntry> all = new ArrayList<>(List.of(more));
    all.addAll(entries);
    return all;
  }

  /** One a minute from ten o'clock on, newest first. */
  private static List<FeedEntry> entries(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i ->
            entry("e" + (to - 1 - i + from), "x", TEN.plusSeconds(60L * (to - 1 - i + from)), null))
        .toList();
  }

  private static FeedEntry entry(String id, String text, Instant published, Instant updated) {
    return FeedEntry.of(
        id, published, updated, Post.builder("feeds", id).author(Author.UNKNOWN).text(text));
  }
}
