package afa.links;

import afa.http.PinnedRequest;
import afa.http.PrivateNetwork;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks where addresses of strangers lead: a few steps, a few seconds, the beginning of a page, and
 * never into a private network. What was checked is the very address that is connected to, so that a
 * name that changes its mind in between leads nowhere.
 */
final class LinkClient {
  static final Duration PATIENCE = Duration.ofSeconds(5);
  static final int MOST_BYTES = 64 << 10;
  private static final int MOST_HOPS = 5;
  private static final String USER_AGENT = "AFeedApart/1.0 (shows the titles of links)";

  private final Vertx vertx;
  private final HttpClient http;
  private final PrivateNetwork.Names names;
  private final Predicate<InetAddress> isInside;

  LinkClient(Vertx vertx) {
    this(vertx, InetAddress::getAllByName, PrivateNetwork::isInside);
  }

  /**
   * @param isInside which addresses must not be asked
   */
  LinkClient(Vertx vertx, PrivateNetwork.Names names, Predicate<InetAddress> isInside) {
    this.vertx = vertx;
    this.names = names;
    this.isInside = isInside;
    int millis = (int) PATIENCE.toMillis();
    this.http = vertx.createHttpClient(
        new HttpClientOptions().setConnectTimeout(millis).setKeepAlive(false));
  }

  Future<Void> close() {
    return http.close();
  }

  /** Never fails, and never takes longer than {@link #PATIENCE}. */
  Future<Expansion> expand(URI address) {
    return new Visit().begin(address);
  }

  /** What must not be asked. */
  private static final class Inside extends RuntimeException {
    private static final long serialVersionUID = 1;

    Inside() {
      super("inside a private network", null, false, false);
    }
  }

  /** One address with the redirects that it meets. */
  private final class Visit {
    private int hops;
    private boolean over;
    private @Nullable HttpClientRequest request;

    Future<Expansion> begin(URI address) {
      return step(address)
          .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .otherwise(failure -> failure instanceof Inside ? Expansion.REFUSED : Expansion.FAILED)
          .onComplete(done -> end());
    }

    /** Nothing is left open, and nothing is read that nobody wants. */
    private void end() {
      over = true;
      if (request != null) request.reset();
    }

    private Future<Expansion> step(URI at) {
      return outside(at.getHost())
          .compose(address -> http.request(options(at, address)))
          .compose(made -> {
            request = made;
            if (over) return Future.failedFuture("too late");
            Future<Expansion> answer = made.response().compose(response -> answered(at, response));
            return made.send().compose(sent -> answer);
          });
    }

    /** An address of that name, all of which are outside. */
    private Future<InetAddress> outside(String host) {
      return vertx.executeBlocking(() -> checked(host), false);
    }

    private InetAddress checked(String host) throws UnknownHostException {
      InetAddress[] all = names.resolve(host);
      for (InetAddress address : all) if (isInside.test(address)) throw new Inside();
      return all[0];
    }

    private RequestOptions options(URI at, InetAddress address) {
      return PinnedRequest.get(at, address)
          .putHeader("Accept", "text/html, */*;q=0.1")
          .putHeader("User-Agent", USER_AGENT);
    }

    private Future<Expansion> answered(URI at, HttpClientResponse response) {
      response.exceptionHandler(reset -> {}); // an answer whose body is not wanted
      if (PinnedRequest.isElsewhere(response.statusCode())) return moved(at, response);
      if (response.statusCode() != 200) return Future.succeededFuture(Expansion.FAILED);
      return beginning(response)
          .map(body -> new Expansion(
              Expansion.State.EXPANDED,
              at,
              PageTitle.of(response.getHeader("Content-Type"), body)));
    }

    private Future<Expansion> moved(URI at, HttpClientResponse response) {
      response.request().reset();
      String location = response.getHeader("Location");
      if (location == null || ++hops > MOST_HOPS) return Future.succeededFuture(Expansion.FAILED);
      return LinkAddress.visitable(resolved(at, location))
          .map(this::step)
          .orElse(Future.succeededFuture(Expansion.FAILED));
    }

    private Future<Buffer> beginning(HttpClientResponse response) {
      Promise<Buffer> enough = Promise.promise();
      Buffer body = Buffer.buffer();
      response.exceptionHandler(enough::tryFail);
      response.endHandler(end -> enough.tryComplete(body));
      response.handler(chunk -> {
        if (enough.future().isComplete()) return;
        body.appendBuffer(chunk, 0, Math.min(chunk.length(), MOST_BYTES - body.length()));
        if (body.length() == MOST_BYTES) enough.tryComplete(body);
      });
      return enough.future();
    }
  }

  private static String resolved(URI at, String location) {
    try {
      return at.resolve(location.strip()).toString();
    } catch (IllegalArgumentException none) {
      return "";
    }
  }
}
