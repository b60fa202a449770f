package afa.bluesky;

import afa.feed.Original;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What posts quote, as far as it can be had and may be shown. */
final class Quotes {
  private final Batcher<JsonNode> views;
  private final RecordParser parser;

  Quotes(Batcher<JsonNode> views, RecordParser parser) {
    this.views = views;
    this.parser = parser;
  }

  /** The quoted post; empty where there is none, nobody answers, or it must not be shown. */
  Future<Optional<Original>> get(@Nullable String uri) {
    Optional<AtUri> post = uri == null ? Optional.empty() : AtUri.post(uri);
    if (post.isEmpty()) return Future.succeededFuture(Optional.empty());
    return views.get(uri).otherwise(Optional.empty()).map(found -> found
        .filter(Quotes::isForAll)
        .map(view -> parser.original(post.get(), view)));
  }

  private static boolean isForAll(JsonNode view) {
    Labels post = Labels.ofView(view);
    Labels author = Labels.ofView(view.path("author"));
    boolean warned = post.warning().isPresent() || author.warning().isPresent();
    return !warned && post.reasonToHide().isEmpty() && author.reasonToHide().isEmpty();
  }
}
