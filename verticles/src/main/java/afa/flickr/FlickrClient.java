package afa.flickr;

import afa.source.Backoff.Cause;
import afa.source.SourceFailure;
import afa.source.SourceProblem;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Flickr's API and feeds over HTTP. Every future fails with {@link SourceFailure} and nothing else,
 * within bounded time. The key is part of the address of each request, and addresses are part of
 * many exceptions' words; so no exception gets out of here, only what kind it was.
 */
final class FlickrClient {
  /** Everything that a post is made of, so that no photo needs a request of its own. */
  private static final String EXTRAS = "description,license,date_upload,owner_name,icon_server,"
      + "last_update,tags,media,path_alias,safety_level,"
      + "url_sq,url_t,url_s,url_q,url_m,url_n,url_w,url_z,url_c,url_l,url_h,url_k";

  /** A page of 500 photos with all that comes along has about one mebibyte. */
  private static final int MOST_BYTES = 16 << 20;

  private static final int SEARCH_TOO_FAR = 20;

  private final FlickrConfig config;
  private final FlickrTurns turns;
  private final HttpClient http;

  FlickrClient(Vertx vertx, FlickrConfig config) {
    this.config = config;
    turns = new FlickrTurns(vertx, config.key(), new FlickrQuota(config.tuning().perHour()));
    http = vertx.createHttpClient(
        new HttpClientOptions().setDecompressionSupported(true).setConnectTimeout((int)
            config.tuning().answer().toMillis()));
  }

  /** Closes all connections. */
  Future<Void> close() {
    return http.close();
  }

  /**
   * A page of the photos of that time, the oldest upload first.
   *
   * @param page from 1
   */
  Future<FlickrPage> search(Map<String, String> what, FlickrWindow window, int page) {
    Map<String, String> arguments = paged("flickr.photos.search", page);
    arguments.putAll(what);
    arguments.put("sort", "date-posted-asc");
    arguments.put("min_upload_date", Long.toString(window.from()));
    if (!window.isOpen()) arguments.put("max_upload_date", Long.toString(window.to()));
    return api(arguments, SEARCH_TOO_FAR).compose(FlickrClient::page);
  }

  /** A page of the photos of a group, the one added last first. */
  Future<FlickrPage> pool(String group, int page) {
    Map<String, String> arguments = paged("flickr.groups.pools.getPhotos", page);
    arguments.put("group_id", group);
    return api(arguments, FlickrAnswer.NO_CODE).compose(FlickrClient::page);
  }

  /** Whether a photo may still be shown. */
  Future<FlickrStanding> standing(String photo) {
    Map<String, String> arguments = call("flickr.photos.getInfo");
    arguments.put("photo_id", photo);
    return api(arguments, FlickrStanding.NOT_FOUND).map(FlickrStanding::of);
  }

  /** The public feed; needs no key. */
  Future<JsonNode> feed(String name, Map<String, String> what) {
    Map<String, String> arguments = new TreeMap<>(what);
    arguments.putAll(Map.of("format", "json", "nojsoncallback", "1", "lang", "en-us"));
    return ask(config.feeds() + "/" + name + "?" + FlickrUrls.query(arguments))
        .compose(answer -> FlickrFeed.json(answer)
            .map(Future::succeededFuture)
            .orElseGet(() -> failed(answer.problem(Instant.now()))));
  }

  private static Future<FlickrPage> page(JsonNode answer) {
    if (answer == null) return Future.succeededFuture(FlickrPage.TOO_FAR);
    FlickrPage page = FlickrPage.read(answer);
    return page == null
        ? failed(SourceProblem.of(Cause.SERVER, "Flickr sent an answer without photos"))
        : Future.succeededFuture(page);
  }

  private Map<String, String> paged(String method, int page) {
    Map<String, String> arguments = call(method);
    arguments.put("extras", EXTRAS);
    arguments.put("per_page", Integer.toString(config.tuning().perPage()));
    arguments.put("page", Integer.toString(page));
    return arguments;
  }

  private Map<String, String> call(String method) {
    return new TreeMap<>(
        Map.of("method", method, "api_key", config.key(), "format", "json", "nojsoncallback", "1"));
  }

  /**
   * Calls a method.
   *
   * @param expected a code that is no failure; the future completes with null then
   */
  private Future<JsonNode> api(Map<String, String> arguments, int expected) {
    return turns
        .take()
        .compose(turn -> ask(config.api() + "/services/rest/?" + FlickrUrls.query(arguments)))
        .recover(failure -> failed(problem(failure)))
        .compose(answer -> {
          if (expected != FlickrAnswer.NO_CODE && answer.code() == expected) {
            return Future.succeededFuture();
          }
          return answer
              .good()
              .map(Future::succeededFuture)
              .orElseGet(() -> failed(answer.problem(Instant.now())));
        });
  }

  private Future<FlickrAnswer> ask(String address) {
    RequestOptions options =
        new RequestOptions().setAbsoluteURI(address).putHeader("User-Agent", "AFeedApart");
    return http.request(options)
        .compose(request -> request
            .send()
            .compose(this::whole)
            .timeout(config.tuning().answer().toMillis(), TimeUnit.MILLISECONDS)
            .onFailure(tooLate -> request.reset()))
        .recover(failure -> failed(problem(failure)));
  }

  private Future<FlickrAnswer> whole(HttpClientResponse response) {
    Promise<FlickrAnswer> answer = Promise.promise();
    Buffer body = Buffer.buffer();
    response.exceptionHandler(answer::tryFail);
    response.endHandler(end -> answer.tryComplete(new FlickrAnswer(
        response.statusCode(),
        response.getHeader("Retry-After"),
        body.toString(StandardCharsets.UTF_8))));
    response.handler(chunk -> {
      if (body.length() + chunk.length() <= MOST_BYTES) body.appendBuffer(chunk);
      else answer.tryFail("too long");
    });
    return answer.future();
  }

  private static SourceProblem problem(Throwable failure) {
    if (failure instanceof SourceFailure told) return told.problem();
    String sentence = failure instanceof TimeoutException
        ? "Flickr does not answer in time"
        : "Flickr cannot be reached: " + failure.getClass().getSimpleName();
    return SourceProblem.of(Cause.NETWORK, sentence);
  }

  private static <T> Future<T> failed(SourceProblem problem) {
    return Future.failedFuture(new SourceFailure(problem));
  }
}
