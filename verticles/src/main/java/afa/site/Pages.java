package afa.site;

import afa.bus.Shared;
import afa.feed.EventInfo;
import afa.feed.VenueTime;
import afa.http.Templates;
import afa.message.IntegrityRead;
import afa.programme.Programmes;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renders the pages of an event from its log. Used on one event loop only. */
final class Pages {
  /** What a page holds before its script takes over. */
  static final int CARDS = 50;

  /** Retractions, revisions and reposts are entries too; read more so that 50 cards remain. */
  private static final int READ = 150;

  /** Places of the wall; the script fills the same. */
  private static final int WALL_CARDS = 6;

  /** Which page of which event; {@code before} is 0 for the newest. */
  private record Page(String name, String event, long before) {}

  /**
   * A page as it is sent.
   *
   * @param mediaOrigins where its pictures may come from besides the web at large
   */
  record Rendered(Buffer html, List<String> mediaOrigins) {}

  private final FeedLog feed;
  private final Completeness completeness;
  private final Programmes programmes;
  private final Templates templates;
  private final Clock clock;
  private final Shared<Page, Rendered> shared = new Shared<>(Shared.MOMENT, System::nanoTime);

  Pages(
      FeedLog feed,
      Completeness completeness,
      Programmes programmes,
      Templates templates,
      Clock clock) {
    this.feed = feed;
    this.completeness = completeness;
    this.programmes = programmes;
    this.templates = templates;
    this.clock = clock;
  }

  /** The live page, which goes on by itself. */
  Future<Rendered> live(String event) {
    return shared.get(new Page("live", event, 0), () -> {
      Future<IntegrityRead> integrity = completeness.of(event);
      return feed.event(event).compose(info -> feed.newest(event, READ)
          .compose(run -> integrity.compose(read -> live(info, run, 0, read))));
    });
  }

  /** The posts before a number, as they are now. */
  Future<Rendered> older(String event, long before) {
    return shared.get(new Page("live", event, before), () -> feed.event(event)
        .compose(info -> feed.before(event, before, READ)
            .compose(run -> live(info, run, before, Completeness.UNKNOWN))));
  }

  /** The page for the projector, on which nobody can be asked before he sees something. */
  Future<Rendered> wall(String event) {
    return shared.get(new Page("wall", event, 0), () -> feed.event(event)
        .compose(info -> feed.newest(event, READ).compose(run -> {
          List<CardView> cards =
              Cards.forAll(run.updates(), WALL_CARDS, venue(info), clock.instant());
          return render("wall", info, model(info, run, cards));
        })));
  }

  Future<List<EventInfo>> events() {
    return feed.events();
  }

  /** The list of all events. */
  Future<Buffer> list(List<EventInfo> events) {
    return templates.render("events", Map.of("events", events));
  }

  /** The event that is on, when it is the only one. */
  Optional<EventInfo> running(List<EventInfo> events) {
    List<EventInfo> running =
        events.stream().filter(event -> event.isLive(clock.instant())).toList();
    return running.size() == 1 ? Optional.of(running.get(0)) : Optional.empty();
  }

  /** What is on stage now. */
  Future<List<TalkView>> stage(String event) {
    return feed.event(event).map(info -> stage(info, venue(info)));
  }

  private Future<Rendered> live(
      EventInfo info, FeedLog.Run run, long before, IntegrityRead integrity) {
    List<CardView> cards = Cards.newest(run.updates(), CARDS, venue(info), clock.instant());
    Map<String, Object> model = model(info, run, cards);
    model.put("before", before);
    model.put("older", older(run, cards));
    model.put("integrity", integrity);
    return render("live", info, model);
  }

  private Map<String, Object> model(EventInfo info, FeedLog.Run run, List<CardView> cards) {
    Map<String, Object> model = new HashMap<>();
    model.put("event", info);
    model.put("epoch", run.epoch());
    model.put("n", run.last());
    model.put("cards", cards);
    model.put("blueprint", Blueprint.CARD);
    model.put("stage", stage(info, venue(info)));
    model.put("contribute", contribute(info));
    return model;
  }

  private Future<Rendered> render(String template, EventInfo info, Map<String, Object> model) {
    return templates.render(template, model).map(html -> new Rendered(html, info.mediaOrigins()));
  }

  /** Where paging back goes on, 0 at the start of the log. */
  private static long older(FeedLog.Run run, List<CardView> cards) {
    if (run.updates().isEmpty()) return 0;
    long first =
        cards.isEmpty() ? run.updates().get(0).n() : cards.get(cards.size() - 1).n();
    return first > 1 ? first : 0;
  }

  private List<TalkView> stage(EventInfo info, VenueTime venue) {
    return TalkView.of(info.event(), Stage.on(programmes.of(info.event()), clock.instant()), venue);
  }

  private @Nullable String contribute(EventInfo info) {
    String hashtag = info.hashtag();
    if (hashtag == null) return null;
    return "https://x.com/intent/post?hashtags="
        + URLEncoder.encode(hashtag, StandardCharsets.UTF_8);
  }

  private static VenueTime venue(EventInfo info) {
    return new VenueTime(ZoneId.of(info.timeZone()));
  }
}
