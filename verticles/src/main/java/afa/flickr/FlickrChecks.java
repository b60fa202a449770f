package afa.flickr;

import afa.source.Displayed;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Asks again and again whether the photos on display are still public: a few with each look, so that
 * each one's turn comes once in a while. Search does not tell; it only does not find them any more,
 * as it does not find many others.
 */
final class FlickrChecks {
  private final FlickrClient client;
  private final Displayed displayed;
  private final FlickrTuning tuning;
  private final Deque<String> waiting = new ArrayDeque<>(); // of this round
  private Instant nextRound = Instant.EPOCH;

  FlickrChecks(FlickrClient client, Displayed displayed, FlickrTuning tuning) {
    this.client = client;
    this.displayed = displayed;
    this.tuning = tuning;
  }

  /** Identities of those that are gone. Never fails: what could not be asked is asked later. */
  Future<List<String>> gone(Instant now) {
    List<String> gone = new ArrayList<>();
    return fill(now).compose(filled -> check(perLook(), gone)).map(gone).otherwise(gone);
  }

  private Future<Void> fill(Instant now) {
    if (!waiting.isEmpty() || now.isBefore(nextRound)) return Future.succeededFuture();
    nextRound = now.plus(tuning.checkEvery());
    return displayed
        .newest()
        .onSuccess(shown -> shown.forEach(one -> waiting.add(one.post().id())))
        .mapEmpty();
  }

  private int perLook() {
    double looks = (double) tuning.checkEvery().toMillis() / tuning.every().toMillis();
    return (int) Math.ceil(tuning.checked() / Math.max(1, looks));
  }

  private Future<Void> check(int left, List<String> gone) {
    String photo = left == 0 ? null : waiting.poll();
    if (photo == null) return Future.succeededFuture();
    return client.standing(photo).compose(standing -> {
      if (standing == FlickrStanding.GONE) gone.add(FlickrPosts.identity(photo));
      return check(left - 1, gone);
    });
  }
}
