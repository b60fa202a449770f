package afa.rehearsal.flickr;

import afa.rehearsal.Fault;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** {@code /services/rest/}: the methods that a reader of public photos needs. */
final class RestEndpoint {
  private static final int MOST_TAGS = 20;

  private final Album album;
  private final PhotoJson json;
  private final Answers answers;
  private final FaultDesk faults;
  private final FlickrOptions options;
  private final InstantSource clock;
  private final Pages pages;
  private final Deque<Instant> requests = new ArrayDeque<>(); // of the last hour
  private long total;

  RestEndpoint(
      Album album,
      PhotoJson json,
      Answers answers,
      FaultDesk faults,
      FlickrOptions options,
      InstantSource clock,
      Pages pages) {
    this.album = album;
    this.json = json;
    this.answers = answers;
    this.faults = faults;
    this.options = options;
    this.clock = clock;
    this.pages = pages;
  }

  /** Requests so far. */
  long requests() {
    return total;
  }

  void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    total++;
    if (answers.refused(response)) return;
    ListRequest request = new ListRequest(context.queryParams());
    if (faults.meets(Fault.REVOKED)) {
      answers.failure(response, 100, "Invalid API Key (Key has expired)");
    } else if (!request.text("api_key").equals(options.key())) {
      answers.failure(response, 100, "Invalid API Key (Key has invalid format)");
    } else if (isTooMany(clock.instant())) {
      Answers.tooMany(response);
    } else if (faults.meets(Fault.UNAVAILABLE)) {
      answers.failure(response, 105, "Service currently unavailable");
    } else {
      call(request, response);
    }
  }

  private boolean isTooMany(Instant now) {
    while (!requests.isEmpty() && requests.getFirst().isBefore(now.minus(Duration.ofHours(1)))) {
      requests.removeFirst();
    }
    if (requests.size() >= options.perHour()) return true;
    requests.addLast(now);
    return false;
  }

  private void call(ListRequest request, HttpServerResponse response) {
    switch (request.text("method")) {
      case "flickr.photos.search" -> search(request, response);
      case "flickr.photos.getInfo" -> info(request, response);
      case "flickr.groups.pools.getPhotos" -> pool(request, response);
      default ->
        answers.failure(response, 112, "Method \"" + request.text("method") + "\" not found");
    }
  }

  private void search(ListRequest request, HttpServerResponse response) {
    boolean tooMany =
        request.text("tag_mode").equals("all") && request.list("tags").size() > MOST_TAGS;
    if (faults.meets(Fault.SEARCH_UNAVAILABLE)) {
      answers.failure(response, 10, "Sorry, the Flickr search API is not currently available.");
    } else if (tooMany) {
      answers.failure(response, 1, "Too many tags in ALL query");
    } else if (!request.isLimited()) {
      answers.failure(response, 3, "Parameterless searches have been disabled.");
    } else {
      Instant now = clock.instant();
      List<SimPhoto> found = album.listed(now, photo -> request.finds(photo, now));
      boolean ascending = request.text("sort").equals("date-posted-asc");
      if (!ascending) java.util.Collections.reverse(found);
      list(found, request, response);
    }
  }

  private void list(List<SimPhoto> found, ListRequest request, HttpServerResponse response) {
    Instant now = clock.instant();
    boolean repeat = faults.meets(Fault.DUPLICATE);
    JsonObject page =
        pages.page(found, request, repeat, photo -> json.listed(photo, request.extras(), now));
    if (page == null) answers.failure(response, 20, "Excessive photo offset in search");
    else good(request, response, new JsonObject().put("photos", page));
  }

  private void info(ListRequest request, HttpServerResponse response) {
    SimPhoto photo = album.find(request.text("photo_id"));
    boolean seen = photo != null && photo.visibility() == SimPhoto.Visibility.PUBLIC;
    if (seen) {
      good(request, response, new JsonObject().put("photo", json.info(photo, clock.instant())));
    } else {
      answers.failure(response, 1, "Photo \"" + request.text("photo_id") + "\" not found");
    }
  }

  private void pool(ListRequest request, HttpServerResponse response) {
    Map<Long, Instant> pool = album.pool(request.text("group_id"));
    if (pool == null) {
      answers.failure(response, 1, "Group not found");
      return;
    }
    Instant now = clock.instant();
    List<SimPhoto> found =
        new ArrayList<>(album.listed(now, photo -> pool.containsKey(photo.id())));
    found.sort(Comparator.comparing((SimPhoto photo) -> pool.get(photo.id())).reversed());
    JsonObject page =
        pages.page(found, request, faults.meets(Fault.DUPLICATE), photo -> json.listed(
                photo, request.extras(), now)
            .put("dateadded", Long.toString(pool.get(photo.id()).getEpochSecond())));
    if (page == null) answers.failure(response, 20, "Excessive photo offset");
    else good(request, response, new JsonObject().put("photos", page));
  }

  private void good(ListRequest request, HttpServerResponse response, JsonObject answer) {
    String body = answer.put("stat", "ok").encode();
    boolean bare = request.text("nojsoncallback").equals("1");
    answers.json(response, bare ? body : "jsonFlickrApi(" + body + ")");
  }
}
