package afa.store;

import afa.feed.Coverage;
import afa.feed.FeedJson;
import afa.feed.Post;
import afa.message.AppendPosts;
import afa.message.Appended;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;

/** One call of {@code append.lua}: what it is told, and what its answer means. */
final class AppendScript {
  private final AppendPosts request;
  private final List<String> bodies;

  AppendScript(AppendPosts request) {
    this.request = request;
    this.bodies = request.posts().stream().map(FeedJson::encode).toList();
  }

  /** In the order that the script expects. */
  List<String> arguments(String channel, String newEpoch) {
    int posts = request.posts().size();
    List<String> arguments = new ArrayList<>(7 + 4 * posts + request.retracted().size());
    arguments.add(channel);
    arguments.add(newEpoch);
    arguments.add(request.source());
    arguments.add(orEmpty(request.cursor()));
    Coverage coverage = request.coverage();
    arguments.add(coverage == null ? "" : FeedJson.encode(coverage));
    arguments.add(orEmpty(request.epoch()));
    arguments.add(Integer.toString(posts));
    for (int i = 0; i < posts; i++) {
      Post post = request.posts().get(i);
      arguments.add(post.identity());
      arguments.add(orEmpty(post.version()));
      arguments.add(Fingerprint.of(post));
      arguments.add(bodies.get(i).substring(1));
    }
    arguments.addAll(request.retracted());
    return arguments;
  }

  private static String orEmpty(String absent) {
    return absent == null ? "" : absent;
  }

  /** What the script did. */
  Log.Append read(Response answer) {
    long before = answer.get(1).toLong();
    Growth growth = new Growth(before);
    List<Long> numbers = new ArrayList<>(bodies.size());
    int added = 0;
    int at = 2;
    for (String body : bodies) {
      long n = answer.get(at++).toLong();
      long appended = answer.get(at++).toLong();
      numbers.add(n);
      if (appended == n) added++;
      grow(growth, n, appended, body);
    }
    int revised = growth.size() - added;
    while (at < answer.size()) {
      long n = answer.get(at++).toLong();
      long appended = answer.get(at++).toLong();
      if (appended > 0) growth.retract(appended, n);
    }
    int retracted = growth.size() - added - revised;
    long head = before + growth.size();
    String epoch = answer.get(0).toString();
    return new Log.Append(
        new Appended(epoch, head, numbers, added, revised, retracted, before), growth.entries());
  }

  private static void grow(Growth growth, long n, long appended, String body) {
    if (appended == n) growth.post(n, body);
    else if (appended > 0) growth.revise(appended, n, body);
  }
}
