package afa.source;

import static afa.testkit.Posts.posts;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.BusFailure;
import afa.bus.RecordCodec;
import afa.feed.Post;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.Appended;
import afa.message.BusMessage;
import afa.message.Fence;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class AppenderTest {
  private static final int BOUND = 2_000;
  private static final Fence FENCE = new Fence("x", 7);

  private final List<AppendPosts> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Post> stored = new LinkedHashMap<>();
  private final List<String> brakes = new CopyOnWriteArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Set<String> minded = ConcurrentHashMap.newKeySet(); // ids the store refuses
  private volatile boolean away;
  private volatile boolean superseded; // another node has a higher number
  private final AtomicInteger over = new AtomicInteger(); // how often we were told
  private volatile boolean forgetful; // stores, but its answer is lost
  private Promise<Void> held = Promise.promise();
  private Context loop;
  private Appender appender;

  @BeforeEach
  void serve(Vertx vertx) throws Exception {
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    held.complete();
    loop = vertx.getOrCreateContext();
    Addresses.APPEND.serve(vertx.eventBus(), this::append).await(30, SECONDS);
    Appender.Brake brake = new Appender.Brake() {
      @Override
      public void stopReading() {
        brakes.add("stop");
      }

      @Override
      public void goOn() {
        brakes.add("go on");
      }
    };
    appender = new Appender(
        new Tenure(vertx, "aea2010", FENCE, over::incrementAndGet),
        "x",
        new Appender.Config(BOUND, BackoffRules.HOUSE.dividedBy(50)),
        new SourceCounters("aea2010", "x", meters),
        brake);
  }

  @Test
  void whatComesWhileABatchIsUnderWayGoesWithTheNextOne() {
    held = Promise.promise();
    add(posts(1, 1), "c1");
    add(posts(2, 2), null);
    add(posts(3, 3), "c3");
    held.complete();
    await().untilAsserted(() -> assertThat(asked)
        .containsExactly(
            new AppendPosts("aea2010", "x", posts(1, 1), "c1").by(FENCE),
            new AppendPosts("aea2010", "x", posts(2, 3), List.of(), "c3", null, "e1").by(FENCE)));
  }

  @Test
  void aBatchHasNoMorePostsThanTheStoreTakes() {
    add(posts(1, 2_500), "end");
    await().untilAsserted(() -> assertThat(stored).hasSize(2_500));
    assertThat(asked).extracting(batch -> batch.posts().size()).containsExactly(1_000, 1_000, 500);
    assertThat(asked).extracting(AppendPosts::cursor).containsExactly(null, null, "end");
  }

  @Test
  void aStoreThatIsAwayGetsTheSameBatchUntilItIsBack() {
    away = true;
    add(posts(1, 3), "c3");
    add(posts(4, 5), "c5");
    await().until(() -> asked.size() > 3);
    away = false;
    await().untilAsserted(() -> assertThat(stored.values()).containsExactlyElementsOf(posts(1, 5)));
    assertThat(asked.get(0)).isEqualTo(asked.get(3));
  }

  @Test
  void whatANewerOwnerWillReadAgainIsDroppedAndNeverSentAgain() throws Exception {
    held = Promise.promise();
    add(posts(1, 2), "c2");
    add(posts(3, 8), "c8");
    await().until(() -> asked.size() == 1);
    superseded = true;
    held.fail("the first answer is a refusal, too");
    await().until(() -> over.get() == 1);
    int before = asked.size();
    add(posts(9, 9), "c9");
    assertThat(asked).hasSize(before);
    assertThat(meters.get("afa.source.waiting").gauge().value()).isZero();
    appender.close().await(30, SECONDS);
    assertThat(over).hasValue(1);
  }

  @Test
  void anAnswerThatIsLostStoresNothingTwice() {
    forgetful = true;
    add(posts(1, 3), null);
    await().until(() -> asked.size() > 1);
    forgetful = false;
    await().untilAsserted(() -> assertThat(count("known")).isEqualTo(3));
    assertThat(stored).hasSize(3);
    assertThat(count("appended")).isZero();
  }

  @Test
  void aFullOutboxStopsReadingAndGoesOnWhenHalfOfItIsStored() {
    away = true;
    add(posts(1, BOUND), null);
    await().untilAsserted(() -> assertThat(brakes).containsExactly("stop"));
    add(posts(BOUND + 1, BOUND + 10), null); // what was already read is taken all the same
    assertThat(count("pauses")).isEqualTo(1);
    away = false;
    await().untilAsserted(() -> assertThat(brakes).containsExactly("stop", "go on"));
    await().untilAsserted(() -> assertThat(stored).hasSize(BOUND + 10));
  }

  @Test
  void countersBalance() {
    add(posts(1, 10), null);
    add(posts(5, 15), null);
    await().untilAsserted(() -> assertThat(count("appended") + count("known")).isEqualTo(21));
    assertThat(count("appended")).isEqualTo(15);
    assertThat(meters.get("afa.source.waiting").gauge().value()).isZero();
  }

  @Test
  void aRefusedPostIsDroppedAloneAndTheOthersKeepTheirOrder() {
    minded.addAll(Set.of("p1", "p700", "p1500"));
    add(posts(1, 1_500), "c1500");
    add(posts(1_501, 1_503), "c1503");
    await().untilAsserted(() -> assertThat(count("malformed")).isEqualTo(3));
    await().untilAsserted(() -> assertThat(count("appended")).isEqualTo(1_500));
    List<Post> wanted = new ArrayList<>(posts(1, 1_503));
    wanted.removeIf(post -> minded.contains(post.id()));
    assertThat(stored.values()).containsExactlyElementsOf(wanted);
    assertThat(asked.get(asked.size() - 1).cursor()).isEqualTo("c1503");
    assertThat(meters.get("afa.source.waiting").gauge().value()).isZero();
  }

  @Test
  void theCursorOfARefusedPostTravelsOn() {
    minded.add("p1");
    add(posts(1, 1), "c1");
    await().untilAsserted(() -> assertThat(asked)
        .endsWith(new AppendPosts("aea2010", "x", List.of(), "c1").by(FENCE)));
    assertThat(count("malformed")).isEqualTo(1);
  }

  @Test
  void closingWaitsForWhatIsUnderWay() throws Exception {
    held = Promise.promise();
    add(posts(1, 3), null);
    Future<Void> closed =
        Future.future(done -> loop.runOnContext(now -> appender.close().onComplete(done)));
    await().until(() -> asked.size() == 1);
    assertThat(closed.isComplete()).isFalse();
    held.complete();
    closed.await(30, SECONDS);
    assertThat(stored).hasSize(3);
  }

  @Test
  void closingDoesNotWaitForAStoreThatIsAway() throws Exception {
    away = true;
    add(posts(1, 3), null);
    await().until(() -> asked.size() > 1);
    Future<Void> closed =
        Future.future(done -> loop.runOnContext(now -> appender.close().onComplete(done)));
    closed.await(3, SECONDS);
  }

  private void add(List<Post> posts, @Nullable String cursor) {
    loop.runOnContext(now -> appender.add(posts, List.of(), cursor, null));
  }

  private double count(String what) {
    return meters.get("afa.source." + what).counter().count();
  }

  private Future<Appended> append(AppendPosts request) {
    asked.add(request);
    if (away) return unavailable();
    if (superseded) {
      return Future.failedFuture(new BusFailure(BusFailure.Kind.SUPERSEDED, "newest=8"));
    }
    if (request.posts().stream().anyMatch(post -> minded.contains(post.id()))) return invalid();
    return held.future().compose(released -> {
      List<Post> fresh = new ArrayList<>();
      for (Post post : request.posts()) {
        if (stored.putIfAbsent(post.identity(), post) == null) fresh.add(post);
      }
      if (forgetful) return unavailable();
      return Future.succeededFuture(
          new Appended("e1", stored.size(), List.of(), fresh.size(), 0, 0, 0));
    });
  }

  private static Future<Appended> invalid() {
    return Future.failedFuture(new BusFailure(BusFailure.Kind.INVALID, "no such post"));
  }

  private static Future<Appended> unavailable() {
    return Future.failedFuture(new BusFailure(BusFailure.Kind.UNAVAILABLE, "Redis is away"));
  }
}
