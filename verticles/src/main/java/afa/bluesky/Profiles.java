package afa.bluesky;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who is who: a bounded memory in front of the network. What it does not know is not remembered, so
 * that an author whom nobody could name gets the name with the next post.
 */
final class Profiles {
  private static final int MOST = 10_000;

  private final Function<String, Future<Optional<Profile>>> network;
  private final Duration life;
  private final InstantSource clock;
  private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
      return size() > MOST;
    }
  };

  private record Known(Profile profile, Instant until) {}

  /**
   * @param life how long a profile is believed
   */
  Profiles(
      Function<String, Future<Optional<Profile>>> network, Duration life, InstantSource clock) {
    this.network = network;
    this.life = life;
    this.clock = clock;
  }

  /** The profile of an account, or what stands in for it; never fails. */
  Future<Profile> get(String did) {
    Known hit = known.get(did);
    if (hit != null && clock.instant().isBefore(hit.until())) {
      return Future.succeededFuture(hit.profile());
    }
    return network.apply(did).map(found -> {
      found.ifPresent(
          profile -> known.put(did, new Known(profile, clock.instant().plus(life))));
      return found.orElseGet(() -> Profile.unknown(did));
    });
  }

  /** The account may look different now. */
  void forget(String did) {
    known.remove(did);
  }
}
