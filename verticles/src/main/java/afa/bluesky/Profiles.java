package afa.bluesky;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Who is who: a bounded memory in front of the network. What it does not know is not remembered, so
 * that an author whom nobody could name gets the name with the next post. While nobody answers it is
 * asked again and again, as authors may have said that only people who are logged in see them.
 */
final class Profiles {
  private static final int MOST = 10_000;

  /** The first wait is this part of the patience, the longest one eight times as long. */
  private static final int FIRST_WAIT = 64;

  private static final int LONGEST_WAIT = 8;

  private final Function<String, Future<Optional<Profile>>> network;
  private final Function<Duration, Future<Void>> timer;
  private final Rhythm rhythm;
  private final InstantSource clock;
  private final Map<String, Future<Profile>> asked = new HashMap<>();
  private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
      return size() > MOST;
    }
  };
  private Consumer<Boolean> trouble = silent -> {};
  private boolean silent;

  private record Known(Profile profile, Instant until) {}

  /**
   * Times.
   *
   * @param life how long a profile is believed
   * @param patience how long one that cannot be read is asked for
   */
  record Rhythm(Duration life, Duration patience) {}

  /**
   * @param network fails when nobody answers
   * @param timer completes after that time
   */
  Profiles(
      Function<String, Future<Optional<Profile>>> network,
      Function<Duration, Future<Void>> timer,
      Rhythm rhythm,
      InstantSource clock) {
    this.network = network;
    this.timer = timer;
    this.rhythm = rhythm;
    this.clock = clock;
  }

  /** Who is told, with each attempt that fails, that nobody answers, and when somebody does again. */
  void tell(Consumer<Boolean> listener) {
    trouble = listener;
  }

  /**
   * The profile of an account, or what stands in for it; never fails. One that cannot be read within
   * the patience says so.
   */
  Future<Profile> get(String did) {
    Known hit = known.get(did);
    if (hit != null && clock.instant().isBefore(hit.until())) {
      return Future.succeededFuture(hit.profile());
    }
    Future<Profile> open = asked.get(did);
    if (open != null) return open;
    Instant until = clock.instant().plus(rhythm.patience());
    Future<Profile> asking = ask(did, until, rhythm.patience().dividedBy(FIRST_WAIT));
    asked.put(did, asking);
    asking.onComplete(done -> asked.remove(did, asking));
    return asking;
  }

  private Future<Profile> ask(String did, Instant until, Duration wait) {
    return network
        .apply(did)
        .map(found -> {
          if (silent) trouble.accept(false);
          silent = false;
          return found(did, found);
        })
        .recover(failure -> askAgain(did, until, wait));
  }

  private Profile found(String did, Optional<Profile> found) {
    found.ifPresent(
        profile -> known.put(did, new Known(profile, clock.instant().plus(rhythm.life()))));
    return found.orElseGet(() -> Profile.unknown(did));
  }

  private Future<Profile> askAgain(String did, Instant until, Duration wait) {
    silent = true;
    trouble.accept(true);
    if (clock.instant().plus(wait).isAfter(until)) {
      return Future.succeededFuture(Profile.unread(did));
    }
    Duration longest = rhythm.patience().dividedBy(LONGEST_WAIT);
    Duration twice = wait.multipliedBy(2);
    Duration next = twice.compareTo(longest) < 0 ? twice : longest;
    return timer.apply(wait).compose(due -> ask(did, until, next));
  }

  /** The account may look different now. */
  void forget(String did) {
    known.remove(did);
    asked.remove(did);
  }
}
