package afa.site.talk;

import afa.feed.EventInfo;
import afa.feed.Position;
import afa.feed.VenueTime;
import afa.library.talk.ListedTalk;
import afa.library.talk.Sieve;
import afa.library.talk.TalkPosts;
import afa.schedule.Talk;
import afa.site.Blueprint;
import afa.site.Cards;
import afa.site.Desk;
import afa.site.Entry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Renders the page of a talk from the archive: what was said, in order, and what follows from it. */
final class TalkPage {
  private static final int POSTS = 100;

  /** So long before it begins a page goes on by itself. */
  private static final Duration EARLY = Duration.ofMinutes(15);

  /** And so long after its end: people still speak of it. */
  private static final Duration ECHO = Duration.ofMinutes(30);

  private final Desk desk;
  private final TalkFacts facts;
  private final TalkPosts posts;

  TalkPage(Desk desk) {
    this.desk = desk;
    this.facts = new TalkFacts(desk);
    this.posts = new TalkPosts(desk.library());
  }

  /**
   * A page as it is sent.
   *
   * @param mediaOrigins where its pictures may come from besides the web at large
   */
  record Rendered(Buffer html, List<String> mediaOrigins) {}

  /** What was found out before anything is rendered. */
  private record Found(
      TalkAddress address, EventInfo event, ListedTalk listed, Position position, Window window) {}

  Future<Rendered> render(TalkAddress address) {
    Future<ListedTalk> talk = facts.talk(address.event(), address.talk());
    // Before the posts: what comes between both is told again, and nothing is missed.
    Future<Position> position = posts.position(address.event());
    return facts
        .event(address.event())
        .compose(event -> talk.compose(listed -> position.compose(at -> window(address, listed)
            .compose(window -> render(new Found(address, event, listed, at, window))))));
  }

  /** While a talk is on its newest posts are of interest, afterwards the whole from its beginning. */
  private Future<Window> window(TalkAddress address, ListedTalk listed) {
    if (address.part().isOne() || !isOn(listed.talk())) {
      return address.part().of(posts, address.event(), address.talk(), POSTS);
    }
    return posts.before(address.event(), address.talk(), Long.MAX_VALUE, POSTS).map(Window::newest);
  }

  private boolean isOn(Talk talk) {
    Instant now = desk.clock().instant();
    return !talk.cancelled()
        && !now.isBefore(talk.start().minus(EARLY))
        && now.isBefore(talk.end().plus(ECHO));
  }

  private Future<Rendered> render(Found found) {
    ZoneId zone = ZoneId.of(found.event().timeZone());
    VenueTime venue = new VenueTime(zone);
    When when = new When(zone);
    Instant now = desk.clock().instant();
    Window window = found.window();
    Strips strips = new Strips(found.address().path(), window.numbers(), venue, now);
    List<Entry> entries = window.posts().stream()
        .map(post -> new Entry(post.n(), post.post(), post.isRevised()))
        .toList();
    return facts
        .around(found.event().event(), found.listed(), strips, when, Sieve.ALL)
        .compose(model -> {
          TalkHeader header = TalkHeader.of(found.event().event(), found.listed(), when);
          model.put("event", found.event());
          model.put("talk", header);
          model.put("cards", Cards.oldest(entries, venue, now));
          model.put("blueprint", Blueprint.CARD);
          model.put("window", window);
          model.put("follows", isOn(found.listed().talk()) && !window.hasNewer());
          model.put("position", found.position());
          model.put("canonical", found.address().canonical());
          model.put("data", LiveBlog.json(found.event(), header, window));
          return send(found.event(), model);
        });
  }

  private Future<Rendered> send(EventInfo event, Map<String, Object> model) {
    return desk.templates()
        .render("talk", model)
        .map(html -> new Rendered(html, event.mediaOrigins()));
  }
}
