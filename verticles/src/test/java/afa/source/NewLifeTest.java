package afa.source;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.feed.Coverage;
import afa.feed.CoverageInterval.Kind;
import afa.feed.EventInfo;
import afa.feed.Post;
import afa.message.SourceCursor;
import afa.testkit.Posts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A log that loses its memory while sources write into it: nothing false, and all that is to be had. */
@ExtendWith(VertxExtension.class)
@NullUnmarked // set up before each test
class NewLifeTest {
  private static final LocalDateTime DAY = LocalDateTime.parse("2026-05-24T08:00");
  private static final EventInfo INFO =
      new EventInfo(SourceHouse.EVENT, "An Event", "UTC", DAY, DAY.plusDays(1), null);

  private final Shelf network = new Shelf();
  private SourceHouse house;
  private SourceOwner owner;
  private Vertx vertx;

  @BeforeEach
  void build(Vertx vertx) throws Exception {
    this.vertx = vertx;
    house = new SourceHouse(vertx, List.of(INFO));
  }

  @Test
  void aSourceThatIsAskedBringsAgainWhatTheNetworkStillHas() throws Exception {
    own(context ->
        new PollReader(context, network::after, SourceHouse.every(Duration.ofMillis(50))));
    loseMemory();
  }

  @Test
  void aSourceThatIsFollowedBringsAgainWhatTheNetworkStillHas() throws Exception {
    own(context -> new StreamReader(
        context,
        network,
        new StreamTuning(Duration.ZERO, Duration.ofMinutes(1), SourceHouse.SHORT)));
    loseMemory();
  }

  /** It finds the first posts when it begins. */
  private void own(Function<SourceContext, SourceReader> reader) throws Exception {
    network.posts.addAll(Posts.posts(1, 6));
    owner = new SourceOwner(
        vertx,
        SourceHouse.EVENT,
        "x",
        tenure -> List.of(reader.apply(new SourceContext(tenure, "x"))));
    Future<Void> started = house.on(owner::start);
    started.await(30, SECONDS);
  }

  private void loseMemory() throws Exception {
    await().untilAsserted(() -> assertThat(house.logged()).hasSize(6));
    network.posts.addAll(Posts.posts(7, 9));
    await().untilAsserted(() -> assertThat(house.logged()).hasSize(9));
    await().untilAsserted(() -> assertThat(isComplete(stored())).isTrue());
    SourceCursor before = stored();
    network.keepNewest(4);
    Instant forgotten = Instant.now();
    house.log.forget();
    await().untilAsserted(() -> assertThat(house.logged()).containsExactly("p6", "p7", "p8", "p9"));
    await().untilAsserted(() -> assertThat(isComplete(stored())).isTrue());
    SourceCursor after = stored();
    assertThat(after.epoch()).isNotEqualTo(before.epoch());
    assertThat(after.coverage().within(Instant.MIN, forgotten).intervals())
        .isNotEmpty()
        .allSatisfy(past -> assertThat(past.kind()).isEqualTo(Kind.BACKFILLED))
        .allSatisfy(past -> assertThat(past.from()).isAfterOrEqualTo(network.reachesBackTo));
    Future<Void> stopped = house.on(owner::stop);
    stopped.await(30, SECONDS);
    assertThat(stored().coverage().within(Instant.MIN, forgotten))
        .isEqualTo(after.coverage().within(Instant.MIN, forgotten));
  }

  private SourceCursor stored() {
    return house.log.cursor(SourceHouse.EVENT, "x").result();
  }

  private static boolean isComplete(SourceCursor stored) {
    Coverage coverage = stored.coverage();
    return coverage != null
        && coverage.intervals().stream().anyMatch(part -> part.kind() == Kind.COMPLETE);
  }

  /** A network that has its newest posts; each connection brings a sign of life now and then. */
  private final class Shelf implements StreamReader.Network {
    final List<Post> posts = new CopyOnWriteArrayList<>();
    volatile Instant reachesBackTo = Instant.ofEpochSecond(Instant.now().getEpochSecond() - 3_600);

    void keepNewest(int count) {
      posts.subList(0, posts.size() - count).clear();
      reachesBackTo = reachesBackTo.plusSeconds(1_800);
    }

    Future<Harvest> after(String cursor, Instant now) {
      long last = cursor == null ? 0 : Long.parseLong(cursor.substring(1));
      List<Post> fresh = posts.stream().filter(post -> number(post) > last).toList();
      String next = fresh.isEmpty() ? cursor : fresh.get(fresh.size() - 1).id();
      Instant reached = cursor == null ? reachesBackTo : null;
      return Future.succeededFuture(new Harvest(fresh, List.of(), next, List.of(), reached));
    }

    private long number(Post post) {
      return Long.parseLong(post.id().substring(1));
    }

    @Override
    public Future<Harvest> catchUp(String cursor, Instant now) {
      return after(cursor, now);
    }

    @Override
    public Future<StreamReader.Connection> connect(String cursor) {
      return Future.succeededFuture(new Line());
    }
  }

  /** Delivers what is new on the shelf since it was read. */
  private final class Line implements StreamReader.Connection {
    private final Promise<SourceProblem> ended = Promise.promise();
    private long timer = -1;

    @Override
    public void read(StreamReader.Listener listener) {
      int[] told = {network.posts.size()};
      timer = vertx.setPeriodic(20, tick -> {
        listener.sign();
        List<Post> all = List.copyOf(network.posts);
        List<Post> fresh = all.subList(Math.min(told[0], all.size()), all.size());
        told[0] = all.size();
        String cursor = fresh.isEmpty() ? null : fresh.get(fresh.size() - 1).id();
        listener.bring(fresh, List.of(), cursor); // carries what is claimed, too
      });
    }

    @Override
    public Future<SourceProblem> ended() {
      return ended.future();
    }

    @Override
    public Duration flowed() {
      return Duration.ofMinutes(1);
    }

    @Override
    public void close() {
      vertx.cancelTimer(timer);
      ended.tryComplete(SourceProblem.of(Backoff.Cause.NETWORK, "closed"));
    }
  }
}
