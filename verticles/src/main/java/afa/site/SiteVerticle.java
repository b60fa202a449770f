package afa.site;

import afa.bus.Pulse;
import afa.feed.EventInfo;
import afa.http.Home;
import afa.http.StaticFiles;
import afa.http.Templates;
import afa.library.EventBook;
import afa.library.Library;
import afa.programme.Programmes;
import afa.site.archive.ArchiveSection;
import afa.site.export.ExportSection;
import afa.site.report.ReportSection;
import afa.site.search.SearchSection;
import afa.site.talk.TalkSection;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the pages. Others own the HTTP servers; it hands them what answers its requests. */
public final class SiteVerticle extends VerticleBase {
  private static final Logger log = LoggerFactory.getLogger(SiteVerticle.class);

  /** How long the talks may be old when the word of a change was lost. */
  private static final Duration TALKS_INTERVAL = Duration.ofSeconds(20);

  private final Consumer<@Nullable Handler<HttpServerRequest>> mount;
  private final SiteConfig config;
  private final Clock clock;
  private @Nullable Library library;

  /**
   * @param mount takes what answers the requests for pages, on any event loop; null takes it away
   */
  public SiteVerticle(Consumer<@Nullable Handler<HttpServerRequest>> mount, SiteConfig config) {
    this(mount, config, Clock.systemUTC());
  }

  /**
   * @param clock by which pages tell what is on; asked from any thread
   */
  public SiteVerticle(
      Consumer<@Nullable Handler<HttpServerRequest>> mount, SiteConfig config, Clock clock) {
    this.mount = mount;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    Pulse pulse = Pulse.here();
    FeedLog feed = new FeedLog(vertx.eventBus());
    Programmes talks = new Programmes(vertx.eventBus());
    Library archived = Library.at(vertx, config.database());
    library = archived;
    vertx.setPeriodic(0, TALKS_INTERVAL.toMillis(), tick -> refresh(feed, talks));
    Future<Void> listening = talks.listen();
    return vertx
        .<StaticFiles>executeBlocking(StaticFiles::load)
        // Not onSuccess: loaded faster than this line is run, the next step would not wait for it.
        .map(files -> {
          open(files, feed, talks, archived, pulse);
          return files;
        })
        .compose(mounted -> listening);
  }

  private void open(
      StaticFiles files, FeedLog feed, Programmes talks, Library archived, Pulse pulse) {
    Templates templates = new Templates(vertx, files.base());
    Completeness completeness = new Completeness(vertx.eventBus());
    Pages pages = new Pages(feed, completeness, talks, templates, clock);
    Home home = new Home(vertx, context);
    SecurityHeaders headers = new SecurityHeaders(config.mediaOrigins());
    Desk desk = new Desk(home, feed, archived, templates, headers, clock);
    SiteRouter site =
        new SiteRouter(home, pages, files, new ErrorPages(templates), headers, sections(desk));
    Router router = site.build();
    mount.accept(request -> {
      pulse.worked(1);
      router.handle(request);
    });
  }

  /** Pages of a topic each. */
  private static List<Section> sections(Desk desk) {
    EventBook book = new EventBook(desk.library());
    return List.of(
        new TalkSection(desk),
        new ReportSection(desk),
        new ExportSection(desk),
        new SearchSection(desk, book),
        new ArchiveSection(desk, book));
  }

  private static void refresh(FeedLog feed, Programmes talks) {
    feed.events()
        .compose(events -> talks.refresh(events.stream().map(EventInfo::event).toList()))
        .onFailure(away -> log.debug("Talks not refreshed: the store gave no events", away));
  }

  @Override
  public Future<?> stop() {
    mount.accept(null);
    return library == null ? Future.succeededFuture() : library.close();
  }
}
