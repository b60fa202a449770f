package afa.rehearsal;

import io.vertx.core.Vertx;
import java.util.Random;

/** The habit of people to correct a post or to take it back, now and then, some seconds later. */
final class SecondThoughts {
  private static final double SHARE = 0.01; // of all posts
  private static final int SOONEST_MILLIS = 5_000;
  private static final int LATEST_MILLIS = 60_000;

  private final Vertx vertx;
  private final Network network;
  private final Random random;

  SecondThoughts(Vertx vertx, Network network, Random random) {
    this.vertx = vertx;
    this.network = network;
    this.random = random;
  }

  /** Thinks about a post that was just made. */
  void about(Draft draft, String id) {
    if (draft.kind() == PostKind.REPOST || random.nextDouble() >= SHARE) return;
    boolean takesBack = random.nextBoolean();
    int millis = random.nextInt(SOONEST_MILLIS, LATEST_MILLIS);
    vertx.setTimer(millis, later -> {
      if (!network.has(id)) return; // somebody else was faster
      if (takesBack) network.delete(id);
      else network.edit(id, draft.text() + " ✏️");
    });
  }
}
