package afa;

import afa.feed.EventInfo;
import io.vertx.core.Deployable;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An event that this node was told to follow.
 *
 * @param sources makes the verticle of each network, by its name
 */
record FollowedEvent(EventInfo info, Map<String, Supplier<? extends Deployable>> sources) {
  FollowedEvent {
    sources = Map.copyOf(sources);
  }
}
