package afa.store;

import afa.feed.Coverage;
import afa.feed.FeedJson;
import afa.feed.Post;
import afa.message.AppendPosts;
import afa.message.Appended;
import afa.message.Fence;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request within a call of {@code append.lua}: what it says, and what its answer means. */
final class AppendPart {
  /** Of what Redis is told about each post beside its JSON; more or less. */
  private static final int POST_OVERHEAD = 200;

  private final AppendPosts request;
  private final List<String> bodies;
  private final List<String> fingerprints;
  private final Promise<Log.Append> done = Promise.promise();

  AppendPart(AppendPosts request) {
    this.request = request;
    this.bodies = request.posts().stream().map(FeedJson::encode).toList();
    this.fingerprints = request.posts().stream().map(Fingerprint::of).toList();
  }

  /** Completes once it is stored. */
  Promise<Log.Append> done() {
    return done;
  }

  /** Posts and retractions. */
  int size() {
    return bodies.size() + request.retracted().size();
  }

  /** About as many as it takes in memory. */
  long bytes() {
    long bytes = 0;
    for (String body : bodies) bytes += body.length() + POST_OVERHEAD;
    for (String identity : request.retracted()) bytes += identity.length();
    return bytes;
  }

  /** In the order that the script expects. */
  void say(List<String> arguments) {
    Coverage coverage = request.coverage();
    arguments.add(request.source());
    arguments.add(orEmpty(request.cursor()));
    arguments.add(coverage == null ? "" : FeedJson.encode(coverage));
    arguments.add(orEmpty(request.epoch()));
    Fence fence = request.fence();
    arguments.add(fence == null ? "" : fence.network());
    arguments.add(fence == null ? "0" : Long.toString(fence.number()));
    arguments.add(Integer.toString(bodies.size()));
    arguments.add(Integer.toString(request.retracted().size()));
    for (int i = 0; i < bodies.size(); i++) {
      Post post = request.posts().get(i);
      arguments.add(post.identity());
      arguments.add(orEmpty(post.version()));
      arguments.add(fingerprints.get(i));
      arguments.add(bodies.get(i).substring(1));
    }
    arguments.addAll(request.retracted());
  }

  private static String orEmpty(@Nullable String absent) {
    return absent == null ? "" : absent;
  }

  /**
   * What the script did for it.
   *
   * @param before the head before this request
   * @param answer at the numbers for this request
   */
  Future<Log.Append> read(String epoch, long before, Iterator<Response> answer) {
    long newerOwner = answer.next().toLong();
    return newerOwner > 0
        ? Future.failedFuture(new Log.Superseded(request, newerOwner))
        : Future.succeededFuture(taken(epoch, before, answer));
  }

  private Log.Append taken(String epoch, long before, Iterator<Response> answer) {
    Growth growth = new Growth(before);
    List<Long> numbers = new ArrayList<>(bodies.size());
    int added = 0;
    for (String body : bodies) {
      long n = answer.next().toLong();
      long appended = answer.next().toLong();
      numbers.add(n);
      if (appended == n) added++;
      grow(growth, n, appended, body);
    }
    int revised = growth.size() - added;
    for (int i = 0; i < request.retracted().size(); i++) {
      long n = answer.next().toLong();
      long appended = answer.next().toLong();
      if (appended > 0) growth.retract(appended, n);
    }
    int retracted = growth.size() - added - revised;
    long head = before + growth.size();
    return new Log.Append(
        new Appended(epoch, head, numbers, added, revised, retracted, before), growth.entries());
  }

  private static void grow(Growth growth, long n, long appended, String body) {
    if (appended == n) growth.post(n, body);
    else if (appended > 0) growth.revise(appended, n, body);
  }
}
