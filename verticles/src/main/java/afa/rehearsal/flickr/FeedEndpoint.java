package afa.rehearsal.flickr;

import afa.rehearsal.Fault;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** {@code /services/feeds/…}: the newest twenty photos, for everybody. */
final class FeedEndpoint {
  private static final int NEWEST = 20;

  private final Album album;
  private final PhotoJson json;
  private final Answers answers;
  private final FaultDesk faults;
  private final InstantSource clock;
  private final Mood mood;

  FeedEndpoint(
      Album album,
      PhotoJson json,
      Answers answers,
      FaultDesk faults,
      InstantSource clock,
      Mood mood) {
    this.album = album;
    this.json = json;
    this.answers = answers;
    this.faults = faults;
    this.clock = clock;
    this.mood = mood;
  }

  void tagged(RoutingContext context) {
    ListRequest request = new ListRequest(context.queryParams());
    Instant now = clock.instant();
    boolean all = !request.text("tagmode").equals("any");
    send(
        request,
        context.response(),
        album.listed(
            now, photo -> ListRequest.hasTags(photo.tags(now), request.list("tags"), all)));
  }

  void pool(RoutingContext context) {
    ListRequest request = new ListRequest(context.queryParams());
    Map<Long, Instant> pool = album.pool(request.text("id"));
    List<SimPhoto> found = pool == null
        ? List.of()
        : album.listed(clock.instant(), photo -> pool.containsKey(photo.id()));
    send(request, context.response(), found);
  }

  private void send(ListRequest request, HttpServerResponse response, List<SimPhoto> found) {
    if (answers.refused(response)) return;
    if (faults.meets(Fault.UNAVAILABLE)) {
      Answers.html(response, 500, "Internal Server Error");
      return;
    }
    JsonArray items = new JsonArray();
    for (int i = found.size() - 1; i >= 0 && items.size() < NEWEST; i--) {
      boolean ready = found.get(i).visibility() == SimPhoto.Visibility.PUBLIC;
      if (ready) items.add(item(found.get(i)));
    }
    if (faults.meets(Fault.DUPLICATE) && !items.isEmpty()) items.add(items.getValue(0));
    String body = new JsonObject()
        .put("title", "Recent Uploads")
        .put("modified", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("items", items)
        .encode();
    // The historic defect, now and then.
    if (mood.oneIn(2)) body = body.replace("'", "\\'");
    boolean bare = request.text("nojsoncallback").equals("1");
    answers.json(response, bare ? body : "jsonFlickrFeed(" + body + ")");
  }

  private JsonObject item(SimPhoto photo) {
    return new JsonObject()
        .put("title", photo.text().title())
        .put("link", json.page(photo))
        .put("media", new JsonObject().put("m", json.small(photo)))
        .put("date_taken", "2010-05-24T08:00:00-08:00") // means nothing at Flickr either
        .put("description", description(photo))
        .put("published", photo.uploaded().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("author", "nobody@flickr.com (\"" + photo.owner().name() + "\")")
        .put("author_id", Album.nsid(photo.owner()))
        .put("tags", String.join(" ", photo.tags(clock.instant())));
  }

  /** Who posted, the picture, and what its owner says. */
  private String description(SimPhoto photo) {
    String title = SimText.escaped(photo.text().title());
    String own = photo.text().description();
    return " <p><a href=\"https://www.flickr.com/people/" + json.path(photo) + "/\">"
        + SimText.escaped(photo.owner().name()) + "</a> posted a photo:</p> <p><a href=\""
        + json.page(photo) + "\" title=\"" + title + "\"><img src=\"" + json.small(photo)
        + "\" width=\"240\" height=\"160\" alt=\"" + title + "\" /></a></p> "
        + (own.isEmpty() ? "" : "<p>" + own + "</p>");
  }
}
