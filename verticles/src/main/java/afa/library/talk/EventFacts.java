package afa.library.talk;

import afa.feed.EventInfo;
import afa.feed.FeedJson;
import afa.library.Library;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** What the archive knows of an event, which outlives its log. */
public final class EventFacts {
  private static final String INFO = "select info::text from events where event = $1";

  private final Library library;

  public EventFacts(Library library) {
    this.library = library;
  }

  /** Empty of events whose description was never kept, and of those nobody knows. */
  public Future<Optional<EventInfo>> of(String event) {
    return library
        .read(INFO, Tuple.of(event))
        .map(rows -> rows.size() == 0
            ? Optional.empty()
            : FeedJson.eventInfo(rows.iterator().next().getString(0)));
  }
}
