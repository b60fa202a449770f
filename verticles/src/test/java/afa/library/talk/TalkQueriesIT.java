package afa.library.talk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.bus.BusFailure;
import afa.feed.Author;
import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.feed.Media;
import afa.feed.Post;
import afa.feed.PostBuilder;
import afa.library.talk.TalkFigures.Figures;
import afa.schedule.Talk;
import afa.testkit.FilledArchive;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the archive is asked about talks, of a real PostgreSQL. */
class TalkQueriesIT {
  private static final Instant TWO = Instant.parse("2026-05-24T14:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private FilledArchive archive;

  @BeforeEach
  void twoTalks() throws Exception {
    archive = new FilledArchive(vertx, "aea");
    archive.talk(talk("grids", "Grids"), "Mara Lindqvist", "Ed");
    archive.talk(talk("fonts", "Fonts"));
  }

  @AfterEach
  void close() throws Exception {
    archive.close();
    vertx.close().await(30, SECONDS);
  }

  private static Talk talk(String id, String title) {
    return Talk.of(id, title, "Great Hall", TWO, Duration.ofMinutes(45));
  }

  private static Post post(int minute, String text) {
    return post(minute, text, builder -> builder);
  }

  private static Post post(int minute, String text, UnaryOperator<PostBuilder> more) {
    Instant at = TWO.plusSeconds(60L * minute);
    return more.apply(Post.builder("x", "p" + text.hashCode())
            .author(new Author("Ada", "ada", null, null))
            .text(text)
            .postedAt(at))
        .receivedAt(at.plusSeconds(1));
  }

  private static <T> T await(Future<T> answer) throws Exception {
    return answer.await(30, SECONDS);
  }

  private List<String> texts(TalkPosts.Page page) {
    return page.posts().stream().map(each -> each.post().text()).toList();
  }

  @Test
  void aTalkHasItsFactsAndItsPeople() throws Exception {
    ListedTalk talk = await(new Programme(archive.library()).talk("aea", "grids"));
    assertThat(talk.talk().title()).isEqualTo("Grids");
    assertThat(talk.talk().start()).isEqualTo(TWO);
    assertThat(talk.talk().speakers())
        .extracting(person -> person.name())
        .containsExactly("Mara Lindqvist", "Ed");
    assertThat(talk.talk().speakers().get(0).handles()).hasSize(1);
    assertThatThrownBy(() -> await(new Programme(archive.library()).talk("aea", "nope")))
        .isInstanceOf(BusFailure.class);
    assertThat(await(new Programme(archive.library()).talks("aea"))).hasSize(2);
  }

  @Test
  void whatWasSaidIsPagedByNumberInBothDirections() throws Exception {
    for (int i : IntStream.rangeClosed(1, 7).toArray()) {
      archive.say(post(i, "post " + i), i % 2 == 1 ? "grids" : "fonts");
    }
    TalkPosts posts = new TalkPosts(archive.library());
    TalkPosts.Page first = await(posts.after("aea", "grids", 0, 3));
    assertThat(texts(first)).containsExactly("post 1", "post 3", "post 5");
    assertThat(first.more()).isTrue();
    TalkPosts.Page second = await(posts.after("aea", "grids", 5, 3));
    assertThat(texts(second)).containsExactly("post 7");
    assertThat(second.more()).isFalse();
    TalkPosts.Page last = await(posts.before("aea", "grids", Long.MAX_VALUE, 2));
    assertThat(texts(last)).containsExactly("post 5", "post 7");
    assertThat(last.more()).isTrue();
  }

  @Test
  void aPostOfTwoTalksIsInBothAndOneWithoutIsInNone() throws Exception {
    archive.say(post(1, "both"), "grids", "fonts");
    archive.say(post(2, "hallway"));
    TalkPosts posts = new TalkPosts(archive.library());
    assertThat(texts(await(posts.after("aea", "grids", 0, 9)))).containsExactly("both");
    assertThat(texts(await(posts.after("aea", "fonts", 0, 9)))).containsExactly("both");
  }

  @Test
  void whatWasRevisedShowsItsNewTextAndWhatWasRetractedIsNotThere() throws Exception {
    long first = archive.say(post(1, "first"), "grids");
    long second = archive.say(post(2, "second"), "grids");
    archive.revise(first, renamed("first", "first, mended"));
    archive.retract(second);
    List<TalkPost> posts =
        await(new TalkPosts(archive.library()).after("aea", "grids", 0, 9)).posts();
    assertThat(posts).hasSize(1);
    assertThat(posts.get(0).post().text()).isEqualTo("first, mended");
    assertThat(posts.get(0).isRevised()).isTrue();
    assertThat(await(new TalkFigures(archive.library()).of("aea", "grids")).posts())
        .isEqualTo(1);
  }

  /** The same identity with other words. */
  private static Post renamed(String text, String other) {
    Post old = post(1, text);
    return Post.builder(old.source(), old.id())
        .author(old.author())
        .text(other)
        .postedAt(old.postedAt())
        .receivedAt(old.receivedAt());
  }

  @Test
  void aPageFollowsTheLogFromBeforeWhatMayNotBePlacedYet() throws Exception {
    archive.say(post(1, "old"), "grids");
    archive.run("update updates set archived_at = now() - interval '1 minute'");
    archive.say(post(2, "new"));
    assertThat(await(new TalkPosts(archive.library()).position("aea")).n()).isEqualTo(1);
    archive.run("update updates set archived_at = now() - interval '1 minute'");
    assertThat(await(new TalkPosts(archive.library()).position("aea")).n()).isEqualTo(2);
    assertThat(await(new TalkPosts(archive.library()).position("nope")).n()).isZero();
  }

  @Test
  void postsAreCountedByTheMinuteTheyWereWritten() throws Exception {
    archive.say(post(3, "a"), "grids");
    archive.say(post(3, "b"), "grids");
    archive.say(post(9, "c"), "grids");
    archive.say(post(9, "d"), "fonts");
    TalkRhythm rhythm = new TalkRhythm(archive.library());
    assertThat(await(rhythm.of("aea", "grids")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(TWO.plusSeconds(180), 2L, TWO.plusSeconds(540), 1L));
    assertThat(await(rhythm.ofAll("aea"))).containsOnlyKeys("grids", "fonts");
  }

  @Test
  void figuresCountRepostsPeopleAndOwnPhotos() throws Exception {
    Media photo = new Media(Media.Kind.PHOTO, "https://p.example/1.jpg", null, null, null, null);
    archive.say(post(1, "one \"kind\":\"photo\" in words"), "grids");
    archive.say(post(2, "two", more -> more.media(List.of(photo, photo))), "grids");
    archive.say(post(3, "three", more -> more.author(new Author("Bo", "bo", null, null))), "grids");
    archive.say(post(4, "four", more -> more.repostOf("p1").media(List.of(photo))), "grids");
    assertThat(await(new TalkFigures(archive.library()).ofAll("aea")))
        .isEqualTo(Map.of("grids", new Figures(4, 1, 2, 2)));
    assertThat(await(new TalkFigures(archive.library()).of("aea", "fonts")))
        .isEqualTo(Figures.NONE);
    assertThat(await(new TalkPhotos(archive.library()).of("aea", "grids", Sieve.ALL, 9)))
        .extracting(each -> each.post().text())
        .containsExactly("two");
  }

  @Test
  void questionsAreFoundAndCounted() throws Exception {
    archive.say(post(1, "Does it work?"), "grids");
    archive.say(post(2, "see https://example.com/?q=1"), "grids");
    archive.say(post(3, "Does it work? they ask", more -> more.repostOf("p1")), "grids");
    TalkQuestions questions = new TalkQuestions(archive.library());
    assertThat(await(questions.of("aea", "grids", Sieve.ALL)))
        .extracting(each -> each.post().text())
        .containsExactly("Does it work?");
    assertThat(await(questions.counts("aea"))).isEqualTo(Map.of("grids", 1L));
  }

  @Test
  void peopleAreListedByHowMuchTheySaid() throws Exception {
    archive.say(post(1, "a", more -> more.author(new Author("Bo", "bo", null, null))), "grids");
    archive.say(post(2, "b"), "grids");
    archive.say(post(3, "c"), "grids");
    List<TalkPeople.Voice> people =
        await(new TalkPeople(archive.library()).of("aea", "grids", Sieve.ALL, 9));
    assertThat(people).extracting(voice -> voice.author().name()).containsExactly("Ada", "Bo");
    assertThat(people.get(0).posts()).isEqualTo(2);
  }

  @Test
  void coverageOfAnotherTimeLeavesItsSourceKnown() throws Exception {
    archive.coverage("x", Coverage.NONE.streamed(TWO, TWO.plusSeconds(600)));
    TalkCoverage coverage = new TalkCoverage(archive.library());
    Map<String, Coverage> within = await(coverage.of("aea", TWO, TWO.plusSeconds(60)));
    assertThat(within.getOrDefault("x", Coverage.NONE).intervals()).hasSize(1);
    assertThat(await(coverage.of("aea", TWO.plusSeconds(6_000), TWO.plusSeconds(6_600))))
        .isEqualTo(Map.of("x", Coverage.NONE));
  }

  @Test
  void whatAnEventIsOutlivesItsLog() throws Exception {
    EventFacts facts = new EventFacts(archive.library());
    assertThat(await(facts.of("aea"))).isEmpty();
    LocalDateTime eight = LocalDateTime.parse("2026-05-24T08:00");
    EventInfo info =
        new EventInfo("aea", "An Event Apart", "Europe/Berlin", eight, eight.plusDays(1), null);
    archive.info(info);
    assertThat(await(facts.of("aea"))).contains(info);
    assertThat(await(facts.of("nope"))).isEmpty();
  }
}
