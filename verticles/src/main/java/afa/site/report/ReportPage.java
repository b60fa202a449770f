package afa.site.report;

import afa.feed.EventInfo;
import afa.feed.VenueTime;
import afa.library.talk.ListedTalk;
import afa.library.talk.TalkPost;
import afa.library.talk.TalkPosts;
import afa.site.CardView;
import afa.site.Cards;
import afa.site.Desk;
import afa.site.Entry;
import afa.site.talk.Strips;
import afa.site.talk.TalkFacts;
import afa.site.talk.TalkHeader;
import afa.site.talk.When;
import afa.site.talk.Window;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders the report of a talk, a part of its posts at a time, gently if asked. */
final class ReportPage {
  /** About as much as a printer takes. */
  private static final int POSTS = 500;

  private final Desk desk;
  private final TalkFacts facts;
  private final TalkPosts posts;
  private final Judge judge;

  ReportPage(Desk desk) {
    this.desk = desk;
    this.facts = new TalkFacts(desk);
    this.posts = new TalkPosts(desk.library());
    this.judge = new Judge(desk.home().vertx(), posts);
  }

  /**
   * A page as it is sent.
   *
   * @param mediaOrigins where its pictures may come from besides the web at large
   */
  record Rendered(Buffer html, List<String> mediaOrigins) {}

  /**
   * A post of the report.
   *
   * @param folded why it is shown to those only who ask; null mostly
   */
  record Shown(CardView card, @Nullable String folded) {}

  private record Found(EventInfo event, ListedTalk listed, Judged judged, Window window) {
    ZoneId zone() {
      return ZoneId.of(event.timeZone());
    }
  }

  Future<Rendered> render(ReportAddress address) {
    String event = address.about().event();
    String talk = address.about().talk();
    return facts.event(event).compose(info -> facts
        .talk(event, talk)
        .compose(listed -> judged(address, listed).compose(judged -> address
            .part()
            .of(posts, event, talk, POSTS)
            .compose(window -> render(address, new Found(info, listed, judged, window))))));
  }

  private Future<Judged> judged(ReportAddress address, ListedTalk listed) {
    return address.isGentle()
        ? judge.of(address.about(), listed)
        : Future.succeededFuture(Judged.NOTHING);
  }

  private Future<Rendered> render(ReportAddress address, Found found) {
    VenueTime venue = new VenueTime(found.zone());
    Instant now = desk.clock().instant();
    Strips strips = new Strips(address.path(), found.window().numbers(), venue, now);
    return facts
        .around(
            found.event().event(),
            found.listed(),
            strips,
            new When(found.zone()),
            found.judged().sieve())
        .compose(
            around -> desk.templates().renderAside("report", () -> model(address, found, around)))
        .map(html -> new Rendered(html, found.event().mediaOrigins()));
  }

  /** Hundreds of cards: too much for an event loop. */
  private Map<String, Object> model(
      ReportAddress address, Found found, Map<String, Object> around) {
    Map<String, Object> model = new HashMap<>(around);
    model.put("event", found.event());
    model.put("talk", TalkHeader.of(found.event().event(), found.listed(), new When(found.zone())));
    model.put("window", found.window());
    model.put("posts", shown(address.isGentle(), found));
    model.put("foldedPosts", found.judged().reasons().size());
    model.put("isGentle", address.isGentle());
    model.put("path", address.path());
    model.put("more", address.path() + (address.isGentle() ? "?" : "?gentle=off&"));
    return model;
  }

  /** Each is judged once more, as it may have come since all were. */
  private List<Shown> shown(boolean isGentle, Found found) {
    List<TalkPost> posts = found.window().posts();
    Gentle gentle = new Gentle(found.listed().talk().speakers());
    Map<Long, String> folded = isGentle ? Judge.reasons(gentle, posts) : Map.of();
    List<Entry> entries = posts.stream()
        .map(each -> new Entry(each.n(), each.post(), each.isRevised()))
        .toList();
    return Cards.oldest(entries, new VenueTime(found.zone()), desk.clock().instant()).stream()
        .map(card -> new Shown(card, folded.get(card.n())))
        .toList();
  }
}
