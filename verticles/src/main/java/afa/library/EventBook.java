package afa.library;

import afa.bus.Shared;
import afa.feed.EventInfo;
import afa.feed.FeedJson;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The events of the archive, asked for at most every other second. Used on one event loop only. */
public final class EventBook {
  private static final Duration FRESH = Duration.ofSeconds(2);

  private static final String EVENTS =
      """
      select e.event, e.info::text, e.first_seen, e.archived_at, span.first, span.last
      from events e left join newest_lives l on l.event = e.event
      left join lateral (
        select min(posted_at) as first, max(posted_at) as last from updates
        where event = l.event and epoch = l.epoch and type = 'post'
      ) span on true
      """;

  private final Library library;
  private final Shared<String, List<KnownEvent>> events = new Shared<>(FRESH, System::nanoTime);

  private List<KnownEvent> lastKnown = List.of();

  public EventBook(Library library) {
    this.library = library;
  }

  /** What was known at the last look, for whoever cannot wait for the archive; looks again. */
  public List<KnownEvent> lastKnown() {
    events();
    return lastKnown;
  }

  /** All, the one that began last first. */
  public Future<List<KnownEvent>> events() {
    return events.get("all", this::read);
  }

  private Future<List<KnownEvent>> read() {
    return library
        .read(EVENTS, Tuple.tuple())
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(EventBook::event)
            .sorted(Comparator.comparing((KnownEvent known) -> known.info().begin())
                .reversed()
                .thenComparing(known -> known.info().event()))
            .toList())
        .onSuccess(known -> lastKnown = known);
  }

  /** One of them. */
  public Future<Optional<KnownEvent>> event(String event) {
    return events()
        .map(all ->
            all.stream().filter(known -> known.info().event().equals(event)).findFirst());
  }

  private static KnownEvent event(Row row) {
    Instant first = instant(row.getOffsetDateTime(4));
    Instant last = instant(row.getOffsetDateTime(5));
    Instant seen = row.getOffsetDateTime(2).toInstant();
    EventInfo info = FeedJson.eventInfo(row.getString(1))
        .orElseGet(() -> told(row.getString(0), first == null ? seen : first, last));
    return new KnownEvent(info, first, last, instant(row.getOffsetDateTime(3)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** Of a log from before descriptions were kept. */
  private static EventInfo told(String event, Instant first, @Nullable Instant last) {
    LocalDateTime from = LocalDateTime.ofInstant(first, ZoneOffset.UTC);
    LocalDateTime to = last == null ? from : LocalDateTime.ofInstant(last, ZoneOffset.UTC);
    return new EventInfo(event, event, "UTC", from, to, null);
  }
}
