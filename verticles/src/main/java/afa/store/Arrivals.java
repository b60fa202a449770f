package afa.store;

import afa.feed.Post;
import afa.message.AppendPosts;
import afa.placement.ArrivalPlacement;
import afa.placement.Placement;
import afa.programme.Programmes;
import afa.schedule.Schedule;
import afa.schedule.Talk;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says of posts that arrive which talks they seem to be about. A guess of the moment: whoever keeps
 * the talks knows better later. Whatever goes wrong here, the post goes in, without a place. Belongs
 * to one event loop.
 */
final class Arrivals {
  private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

  /** How long the talks may be old when the word of a change was lost. */
  private static final Duration REFRESH = Duration.ofSeconds(20);

  /** What one request may cost the event loop: about what its JSON and fingerprints cost. */
  private static final Duration BUDGET = Duration.ofMillis(10);

  /** Posts that are remembered for answers to them, of each event: some 2 MB. */
  private static final int REMEMBERED = 5_000;

  private final Vertx vertx;
  private final StoreCounters counters;
  private final Programmes programmes;
  private final Map<String, ArrivalPlacement> placements = new HashMap<>(); // by event
  private boolean failed; // said once

  Arrivals(Vertx vertx, StoreCounters counters) {
    this.vertx = vertx;
    this.counters = counters;
    this.programmes = new Programmes(vertx.eventBus(), this::follow);
  }

  /**
   * Hears of schedules from now on.
   *
   * @param events those that are of interest
   */
  Future<Void> listen(Supplier<? extends Collection<String>> events) {
    vertx.setPeriodic(0, REFRESH.toMillis(), tick -> programmes.refresh(events.get()));
    return programmes.listen();
  }

  /** Vocabulary and timetable of a thousand talks take a while: not on the event loop. */
  private void follow(String event, List<Talk> talks) {
    vertx
        .executeBlocking(() -> Placement.into(Schedule.of(ZoneOffset.UTC, talks)), true)
        .onSuccess(placement -> follow(event, placement))
        .onFailure(this::tell);
  }

  void follow(String event, Placement placement) {
    placements.computeIfAbsent(event, first -> new ArrivalPlacement(REMEMBERED)).follow(placement);
  }

  /** The same with the places of its posts, as far as they can be had at once. */
  AppendPosts placed(AppendPosts request) {
    ArrivalPlacement placement = placements.get(request.event());
    if (placement == null) return request;
    request.retracted().forEach(placement::forget);
    return placed(request, placement::place);
  }

  /**
   * The same by any means.
   *
   * @param place gives the talks of a post
   */
  AppendPosts placed(AppendPosts request, Function<Post, List<String>> place) {
    if (request.posts().isEmpty()) return request;
    try {
      return request.with(placed(request.posts(), place));
    } catch (RuntimeException unexpected) {
      tell(unexpected);
      counters.unplaced("failure", request.posts().size());
      return request;
    }
  }

  private List<Post> placed(List<Post> posts, Function<Post, List<String>> place) {
    long end = System.nanoTime() + BUDGET.toNanos();
    List<Post> placed = new ArrayList<>(posts.size());
    for (Post post : posts) {
      if (System.nanoTime() - end > 0) break;
      placed.add(post.talks().isEmpty() ? post.in(place.apply(post)) : post);
    }
    if (placed.size() < posts.size()) counters.unplaced("time", posts.size() - placed.size());
    placed.addAll(posts.subList(placed.size(), posts.size()));
    return placed;
  }

  private void tell(Throwable failure) {
    if (failed) return;
    failed = true;
    log.error("Posts go in without their talks", failure);
  }
}
