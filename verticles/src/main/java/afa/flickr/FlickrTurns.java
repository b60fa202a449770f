package afa.flickr;

import afa.source.Backoff.Cause;
import afa.source.SourceFailure;
import afa.source.SourceProblem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Counter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Lets everything in the cluster that uses a key make its requests without exceeding the quota. */
final class FlickrTurns {
  private final Vertx vertx;
  private final String name;
  private final FlickrQuota quota;
  private Future<Counter> counter;

  FlickrTurns(Vertx vertx, String key, FlickrQuota quota) {
    this.vertx = vertx;
    this.name = "afa.flickr.paid-until." + digest(key);
    this.quota = quota;
  }

  /** Completes when a request may be made; fails when the hour's are used up. */
  Future<Void> take() {
    return counter().compose(this::take);
  }

  private Future<Void> take(Counter paidUntil) {
    return paidUntil.get().compose(paid -> {
      FlickrQuota.Turn turn = quota.take(paid, Instant.now());
      if (turn.notBefore() != null) return Future.failedFuture(new SourceFailure(usedUp(turn)));
      return paidUntil
          .compareAndSet(paid, turn.paidUntil())
          // Somebody else was faster.
          .compose(mine -> mine ? Future.succeededFuture() : take(paidUntil));
    });
  }

  private SourceProblem usedUp(FlickrQuota.Turn turn) {
    String sentence = "the " + quota.perHour() + " requests an hour that the key has are used up";
    return new SourceProblem(Cause.LIMIT, sentence, turn.notBefore());
  }

  private Future<Counter> counter() {
    if (counter == null || counter.failed()) counter = vertx.sharedData().getCounter(name);
    return counter;
  }

  /** The key itself is in no name that others see. */
  private static String digest(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JVM has it
    }
  }
}
