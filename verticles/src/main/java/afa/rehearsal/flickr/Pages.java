package afa.rehearsal.flickr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Cuts a list into pages as Flickr does: about 4,000 photos and no further, whatever it promises. */
final class Pages {
  static final int REACHABLE = 4_000;

  private final Mood mood;

  Pages(Mood mood) {
    this.mood = mood;
  }

  /** A page, or null when Flickr calls it too far. */
  JsonObject page(
      List<SimPhoto> all,
      ListRequest request,
      boolean repeat,
      Function<SimPhoto, JsonObject> json) {
    int perPage = request.perPage();
    int pages = (all.size() + perPage - 1) / perPage;
    int last = Math.min(pages, REACHABLE / perPage);
    if (request.page() > last && last < pages && mood.oneIn(2)) return null;
    // Behind the end comes the last page again.
    int page = Math.max(1, Math.min(request.page(), last));
    List<SimPhoto> some = new ArrayList<>(all.subList(
        Math.min(all.size(), (page - 1) * perPage), Math.min(all.size(), page * perPage)));
    if (repeat && page > 1) some.add(0, all.get((page - 1) * perPage - 1));
    else if (repeat && !some.isEmpty()) some.add(some.get(0));
    JsonArray photos = new JsonArray();
    some.forEach(photo -> photos.add(json.apply(photo)));
    return new JsonObject()
        .put("page", mood.number(request.page()))
        .put("pages", mood.number(pages))
        .put("perpage", mood.number(perPage))
        .put("total", mood.number(all.size()))
        .put("photo", photos);
  }
}
