package afa.ingest;

import afa.bus.BusFailure;
import afa.bus.Pulse;
import afa.feed.Post;
import afa.http.Doors;
import afa.http.EventPath;
import afa.http.Problem;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.Appended;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/** Takes posts by HTTP from whoever has the token: {@code POST /events/{event}/updates}. */
public final class IngestVerticle extends VerticleBase {
  /** Name of this way in, as a source; its posts keep the source they name. */
  private static final String SOURCE = "http";

  /** Far above {@link AppendPosts#MAX_POSTS} posts of a usual size. */
  private static final int MAX_BODY_BYTES = 8 << 20;

  private static final String SCHEME = "Bearer ";

  private final Doors doors;
  private final byte[] token;
  private final Room room = new Room();
  private KnownEvents events;
  private Pulse pulse = new Pulse();

  public IngestVerticle(Doors doors, String token) {
    this.doors = doors;
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Future<?> start() {
    events = new KnownEvents(vertx.eventBus());
    pulse = Pulse.here();
    doors.set(Doors.Door.INGEST, this::handle);
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    doors.set(Doors.Door.INGEST, null);
    return Future.succeededFuture();
  }

  private void handle(HttpServerRequest request) {
    EventPath path = EventPath.parse(request.path()).orElseThrow();
    if (!path.what().equals("updates")) {
      request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
      new Problem(405, "Method not allowed", "this can only be read").send(request.response());
    } else if (!isAuthorized(request)) {
      request.response().putHeader("www-authenticate", "Bearer");
      new Problem(401, "Not authorized", "send Authorization: Bearer and the ingest token")
          .send(request.response());
    } else {
      take(path.event(), request);
    }
  }

  private void take(String event, HttpServerRequest request) {
    long bytes = Room.needed(request.getHeader(HttpHeaders.CONTENT_LENGTH), MAX_BODY_BYTES);
    if (!room.enter(bytes)) {
      refuse(request, new BusFailure(BusFailure.Kind.UNAVAILABLE, "too much is under way"));
      return;
    }
    BodyReader.read(request, MAX_BODY_BYTES)
        .compose(body -> append(event, body))
        .onComplete(done -> room.leave(bytes))
        .onSuccess(appended -> {
          pulse.worked(appended.numbers().size());
          created(request, appended);
        })
        .onFailure(failure -> refuse(request, failure));
  }

  private boolean isAuthorized(HttpServerRequest request) {
    String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (sent == null || !sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return false;
    byte[] claimed = sent.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8);
    // Compared in constant time, so that the token cannot be guessed letter by letter.
    return MessageDigest.isEqual(token, claimed);
  }

  private Future<Appended> append(String event, Buffer body) {
    List<Post> posts = PostedJson.parse(body, Instant.now());
    return events
        .insistOn(event)
        .compose(known ->
            Addresses.APPEND.call(vertx.eventBus(), new AppendPosts(event, SOURCE, posts, null)));
  }

  private static void created(HttpServerRequest request, Appended appended) {
    JsonObject answer = new JsonObject()
        .put("epoch", appended.epoch())
        .put("head", appended.head())
        .put("numbers", new JsonArray(appended.numbers()));
    request
        .response()
        .setStatusCode(201)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(answer.toBuffer());
  }

  private static void refuse(HttpServerRequest request, Throwable failure) {
    if (failure instanceof PostedJson.Invalid invalid) {
      Problem.badRequest(invalid.getMessage()).send(request.response());
    } else if (failure instanceof BodyReader.TooLarge) {
      new Problem(413, "Too large", "at most " + MAX_BODY_BYTES + " bytes at once")
          .send(request.response());
    } else if (failure instanceof BusFailure told && told.kind() == BusFailure.Kind.NOT_FOUND) {
      Problem.notFound(told.getMessage()).send(request.response());
    } else {
      Problem.unavailable("nothing was lost: send it again").send(request.response(), 2);
    }
  }
}
