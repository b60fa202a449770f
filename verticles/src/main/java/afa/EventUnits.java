package afa;

import afa.archive.ArchiveConfig;
import afa.archive.ArchiveVerticle;
import afa.archive.ClosingVerticle;
import afa.archive.Closings;
import afa.archive.PostgresArchive;
import afa.archive.PostgresTimeline;
import afa.archive.TimelineVerticle;
import afa.database.DatabaseUrl;
import afa.feed.EventInfo;
import afa.feed.Phase;
import afa.links.LinksVerticle;
import afa.supervisor.Unit;
import afa.talks.TalkDatabase;
import afa.talks.TalksConfig;
import afa.talks.TalksVerticle;
import io.vertx.core.Deployable;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What runs for an event, and ends with it. */
final class EventUnits {
  private final Vertx vertx;
  private final List<FollowedEvent> events;
  private final ArchiveConfig config;

  EventUnits(Vertx vertx, List<FollowedEvent> events, ArchiveConfig config) {
    this.vertx = vertx;
    this.events = events;
    this.config = config;
  }

  /** One verticle as a unit. */
  static Unit one(Vertx vertx, String name, Supplier<? extends Deployable> verticle) {
    return Unit.of(
        name, crew -> vertx.deployVerticle(crew.watched(verticle.get())).onSuccess(crew::deployed));
  }

  /**
   * All that works on the archive. It goes on when an event is over: its log may have to be rebuilt,
   * and people still correct, report and take away.
   */
  Stream<Unit> archive(String databaseUrl) {
    PostgresArchive archive = PostgresArchive.connect(vertx, databaseUrl);
    TalkDatabase talks = TalkDatabase.connect(vertx, databaseUrl);
    DatabaseUrl database = DatabaseUrl.parse(databaseUrl);
    Unit timeline = one(
        vertx,
        "timeline",
        () -> new TimelineVerticle(PostgresTimeline.connect(vertx, databaseUrl)));
    Unit links = one(vertx, "links", () -> new LinksVerticle(database)).oneForAll();
    return Stream.of(
            Stream.of(timeline, links, closing(databaseUrl)),
            infos().map(event -> archive(event, archive)),
            infos().map(event -> talks(event, talks)))
        .flatMap(all -> all);
  }

  private Unit archive(EventInfo event, PostgresArchive archive) {
    return one(
            vertx,
            "archive." + event.event(),
            () -> new ArchiveVerticle(event.event(), config, archive))
        .oneForAll()
        .lagging("updates not yet archived");
  }

  private Unit talks(EventInfo event, TalkDatabase database) {
    return one(
            vertx,
            "talks." + event.event(),
            () -> new TalksVerticle(event, TalksConfig.DEFAULT, database))
        .oneForAll()
        .lagging("updates not yet placed");
  }

  private Unit closing(String databaseUrl) {
    return one(
        vertx,
        "closing",
        () -> new ClosingVerticle(
            infos().toList(), config.windDown(), Closings.connect(vertx, databaseUrl)));
  }

  /** The readers of the networks. */
  Stream<Unit> sources() {
    return events.stream().flatMap(event -> event.sources().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(source -> one(vertx, source.getKey() + "." + event.info().event(), source.getValue())
            .oneForAll()
            .until(() -> isOver(event.info()))));
  }

  private Stream<EventInfo> infos() {
    return events.stream().map(FollowedEvent::info);
  }

  /** Why nobody asks for its posts any more, if so. */
  private Optional<String> isOver(EventInfo event) {
    return Phase.isDue(event, Instant.now(), config.windDown())
        ? Optional.of(event.name() + " is over")
        : Optional.empty();
  }
}
