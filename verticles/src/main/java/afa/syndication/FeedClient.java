package afa.syndication;

import afa.http.PrivateNetwork;
import afa.source.Backoff.Cause;
import afa.source.SourceFailure;
import afa.source.SourceProblem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Asks for feeds over HTTP. Every future fails with {@link SourceFailure} and nothing else, within
 * bounded time and memory.
 */
final class FeedClient {
  private static final String ACCEPTED = "application/atom+xml, application/rss+xml,"
      + " application/feed+json, application/xml;q=0.9, */*;q=0.1";
  private static final Set<Integer> FOR_GOOD = Set.of(301, 308);
  private static final Set<Integer> FOR_NOW = Set.of(302, 303, 307);
  private static final int MOST_HOPS = 5;

  private final SyndicationConfig config;
  private final HttpClient http;
  private final PrivateNetwork inside;

  FeedClient(Vertx vertx, SyndicationConfig config) {
    this(vertx, config, InetAddress::getAllByName);
  }

  FeedClient(Vertx vertx, SyndicationConfig config, PrivateNetwork.Names names) {
    this.config = config;
    this.inside = new PrivateNetwork(vertx, names);
    int millis = (int) config.tuning().answer().toMillis();
    http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(millis));
  }

  /** Closes all connections. */
  Future<Void> close() {
    return http.close();
  }

  /**
   * Asks for a feed, unless it is still as it was.
   *
   * @param etag as received the last time, null where there was none
   * @param lastModified the same
   */
  Future<FeedAnswer> ask(URI address, String etag, String lastModified) {
    return new Visit(address, etag, lastModified).answer();
  }

  /** One request with the redirects that it meets. */
  private final class Visit {
    private final String host; // where it begins
    private final String etag;
    private final String lastModified;
    private URI lasting; // where everything until now led for good
    private int hops;
    private boolean over;
    private HttpClientRequest request; // null before the first

    Visit(URI address, String etag, String lastModified) {
      this.host = address.getHost();
      this.lasting = address;
      this.etag = etag;
      this.lastModified = lastModified;
    }

    Future<FeedAnswer> answer() {
      return step(lasting)
          .timeout(config.tuning().answer().toMillis(), TimeUnit.MILLISECONDS)
          .recover(failure -> Future.failedFuture(end(failure)));
    }

    /** Nothing is left open behind a failure. */
    private SourceFailure end(Throwable failure) {
      over = true;
      if (request != null) request.reset();
      if (failure instanceof SourceFailure told) return told;
      return failure(Cause.NETWORK, "gave no answer (" + failure.getClass().getSimpleName() + ")");
    }

    private Future<FeedAnswer> step(URI at) {
      return http.request(options(at)).compose(made -> {
        request = made;
        if (over) return Future.failedFuture("too late");
        // Listened to before it is asked for: what comes with the answer would find nobody.
        Future<FeedAnswer> answer = made.response().compose(response -> answered(at, response));
        return made.send().compose(sent -> answer);
      });
    }

    private RequestOptions options(URI at) {
      RequestOptions options = new RequestOptions()
          .setMethod(HttpMethod.GET)
          .setAbsoluteURI(at.toString())
          .putHeader("Accept", ACCEPTED)
          .putHeader("Accept-Encoding", "gzip")
          .putHeader("User-Agent", config.userAgent());
      if (etag != null) options.putHeader("If-None-Match", etag);
      if (lastModified != null) options.putHeader("If-Modified-Since", lastModified);
      return options;
    }

    private Future<FeedAnswer> answered(URI at, HttpClientResponse response) {
      int status = response.statusCode();
      response.exceptionHandler(reset -> {}); // an answer whose body is not wanted
      if (FOR_GOOD.contains(status) || FOR_NOW.contains(status)) return redirected(at, response);
      if (status == 304 || status == 410) {
        return Future.succeededFuture(
            new FeedAnswer(status, lasting, at, null, etag, lastModified, Buffer.buffer()));
      }
      if (status != 200) return Future.failedFuture(refusal(response));
      return body(response)
          .map(body -> new FeedAnswer(
              status,
              lasting,
              at,
              response.getHeader("Content-Type"),
              response.getHeader("ETag"),
              response.getHeader("Last-Modified"),
              body));
    }

    private Future<FeedAnswer> redirected(URI at, HttpClientResponse response) {
      request.reset(); // whatever it says in words is not read
      URI next = FeedAddress.of(at, response.getHeader("Location")).orElse(null);
      if (next == null) return Future.failedFuture(failure(Cause.SERVER, "moved to no address"));
      if (++hops > MOST_HOPS) return Future.failedFuture(failure(Cause.SERVER, "moves in circles"));
      boolean isForGood = FOR_GOOD.contains(response.statusCode()) && at.equals(lasting);
      return leadsInside(next).compose(leadsInside -> {
        if (leadsInside) {
          return Future.failedFuture(
              failure(Cause.REFUSED, "leads to an address inside a private network"));
        }
        if (isForGood) lasting = next;
        return step(next);
      });
    }

    /** Whoever names a feed of the own network lets it lead there. */
    private Future<Boolean> leadsInside(URI next) {
      if (next.getHost().equalsIgnoreCase(host)) return Future.succeededFuture(false);
      return inside
          .has(next.getHost())
          .compose(isInside -> isInside
              ? inside.has(host).map(beganInside -> !beganInside)
              : Future.succeededFuture(false));
    }

    private Future<Buffer> body(HttpClientResponse response) {
      Promise<Buffer> whole = Promise.promise();
      Buffer body = Buffer.buffer();
      response.exceptionHandler(whole::tryFail);
      response.endHandler(end -> whole.tryComplete(body));
      response.handler(chunk -> {
        if (body.length() + chunk.length() <= config.tuning().mostBytes()) body.appendBuffer(chunk);
        else whole.tryFail(failure(Cause.SERVER, "is larger than a feed may be"));
      });
      return whole.future();
    }
  }

  private static SourceFailure refusal(HttpClientResponse response) {
    int status = response.statusCode();
    Cause cause =
        switch (status) {
          case 401, 403 -> Cause.REFUSED;
          case 429 -> Cause.LIMIT;
          default -> Cause.SERVER;
        };
    Instant notBefore = RetryAfter.of(
            response.getHeader("Retry-After"), response.getHeader("Date"), Instant.now())
        .orElse(null);
    return new SourceFailure(new SourceProblem(cause, "answers with HTTP " + status, notBefore));
  }

  private static SourceFailure failure(Cause cause, String sentence) {
    return new SourceFailure(SourceProblem.of(cause, sentence));
  }
}
