package afa.flickr;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Reads a group's pool, which gives the photos added last first, back to a moment. */
final class FlickrPool {
  private final FlickrClient client;
  private final FlickrPhotoParser parser;
  private final FlickrFound found;
  private final int perPage;
  private final Instant from;
  private final Set<String> seen = new HashSet<>();
  private Instant oldest;

  FlickrPool(FlickrClient client, FlickrConfig config, FlickrFound found, Instant from) {
    this.client = client;
    this.parser = new FlickrPhotoParser(config.hosts(), config.query().licenses());
    this.found = found;
    this.perPage = config.tuning().perPage();
    this.from = from;
  }

  Future<Void> read(String group) {
    return page(group, 1);
  }

  private Future<Void> page(String group, int page) {
    if ((page - 1) * perPage >= FlickrWalk.REACHABLE || !found.nextPage()) {
      found.lacks("more photos of a group than can be fetched", oldest == null ? from : oldest);
      return Future.succeededFuture();
    }
    return client.pool(group, page).compose(answer -> {
      boolean isNew = take(answer);
      boolean more = isNew && page < answer.pages() && !oldest.isBefore(from);
      return more ? page(group, page + 1) : Future.succeededFuture();
    });
  }

  private boolean take(FlickrPage page) {
    boolean isNew = false;
    for (JsonNode photo : page.photos()) {
      String id = FlickrJson.text(photo, "id");
      if (!seen.add(id)) continue;
      isNew |= !id.isEmpty();
      Instant added = FlickrJson.time(photo, "dateadded").orElse(from);
      if (oldest == null || added.isBefore(oldest)) oldest = added;
      if (!added.isBefore(from)) found.add(parser.read(photo));
    }
    return isNew;
  }
}
