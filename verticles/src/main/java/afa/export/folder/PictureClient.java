package afa.export.folder;

import afa.http.PinnedRequest;
import afa.http.PrivateNetwork;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pictures from wherever strangers say they are. It connects to the very address that was
 * judged, so that a name cannot mean another one a moment later.
 */
final class PictureClient {
  private static final int SECONDS = 15;
  private static final int CONNECT_MILLIS = 5_000;
  private static final int MOST_HOPS = 3;
  private static final int MOST_BYTES = 4 << 20;

  private final Vertx vertx;
  private final HttpClient http;
  private final PrivateNetwork.Names names;
  private final Set<String> known;

  /**
   * @param known origins that may be inside a private network, such as those of a rehearsal
   */
  PictureClient(Vertx vertx, PrivateNetwork.Names names, Set<String> known) {
    this.vertx = vertx;
    this.names = names;
    this.known = Set.copyOf(known);
    this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS));
  }

  /** Why there is no picture; the same each time, and without anything of the moment. */
  static final class NoPicture extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoPicture(String reason) {
      super(reason, null, false, false);
    }
  }

  /** Its bytes; fails with {@link NoPicture} only. */
  Future<Buffer> fetch(String address) {
    return Future.<Buffer>succeededFuture()
        .compose(begin -> step(URI.create(address), 0))
        .timeout(SECONDS, TimeUnit.SECONDS)
        .recover(failure -> Future.failedFuture(
            failure instanceof NoPicture ? failure : new NoPicture("gave no answer")));
  }

  /** Whether the event's own file names whoever has it. */
  boolean isKnown(String address) {
    return known.contains(origin(URI.create(address)));
  }

  private Future<Buffer> step(URI at, int hops) {
    return vertx
        .executeBlocking(() -> resolve(at), false)
        .compose(server -> http.request(options(at, server)))
        .compose(request -> request.send().compose(answer -> {
          answer.exceptionHandler(reset -> {}); // of an answer whose body is not wanted
          if (PinnedRequest.isElsewhere(answer.statusCode())) {
            request.reset();
            return redirected(at, answer.getHeader("Location"), hops);
          }
          return body(answer).onFailure(unwanted -> request.reset());
        }));
  }

  private Future<Buffer> redirected(URI at, @Nullable String to, int hops) {
    if (to == null || hops == MOST_HOPS) return Future.failedFuture(new NoPicture("leads nowhere"));
    return step(at.resolve(to), hops + 1);
  }

  private InetAddress resolve(URI at) throws UnknownHostException {
    boolean isWeb =
        "http".equalsIgnoreCase(at.getScheme()) || "https".equalsIgnoreCase(at.getScheme());
    if (!isWeb || at.getHost() == null) throw new NoPicture("is no address of the web");
    InetAddress[] addresses = names.resolve(at.getHost());
    if (!known.contains(origin(at))) {
      for (InetAddress each : addresses) {
        if (PrivateNetwork.isInside(each)) throw new NoPicture("leads into a private network");
      }
    }
    return addresses[0];
  }

  private static RequestOptions options(URI at, InetAddress server) {
    return PinnedRequest.get(at, server)
        .putHeader("Accept", "image/*")
        .putHeader("User-Agent", "A-Feed-Apart");
  }

  private static Future<Buffer> body(HttpClientResponse answer) {
    if (answer.statusCode() != 200) {
      return Future.failedFuture(new NoPicture("answers with HTTP " + answer.statusCode()));
    }
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    answer.exceptionHandler(whole::tryFail);
    answer.endHandler(end -> whole.tryComplete(body));
    answer.handler(chunk -> {
      if (body.length() + chunk.length() <= MOST_BYTES) body.appendBuffer(chunk);
      else whole.tryFail(new NoPicture("is larger than 4 MiB"));
    });
    return whole.future();
  }

  private static String origin(URI at) {
    String port = at.getPort() < 0 ? "" : ":" + at.getPort();
    return at.getScheme() + "://" + at.getHost() + port;
  }
}
