package afa.site.report;

import afa.feed.EventInfo;
import afa.feed.VenueTime;
import afa.library.talk.ListedTalk;
import afa.library.talk.Reports;
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
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders the report of a talk: all of it on one page, gently if asked. */
final class ReportPage {
  private final Desk desk;
  private final TalkFacts facts;
  private final ReportPosts posts;

  ReportPage(Desk desk) {
    this.desk = desk;
    this.facts = new TalkFacts(desk);
    this.posts = new ReportPosts(new TalkPosts(desk.library()));
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

  private record Found(EventInfo event, ListedTalk listed, List<TalkPost> posts) {}

  /**
   * @param path of the report, which holds its secret
   */
  Future<Rendered> render(String path, Reports.About about, boolean isGentle) {
    return facts
        .event(about.event())
        .compose(event -> facts.talk(about.event(), about.talk()).compose(listed -> posts
            .all(about.event(), about.talk())
            .compose(said -> render(path, new Found(event, listed, said), isGentle))));
  }

  private Future<Rendered> render(String path, Found found, boolean isGentle) {
    ZoneId zone = ZoneId.of(found.event().timeZone());
    VenueTime venue = new VenueTime(zone);
    Instant now = desk.clock().instant();
    Gentle gentle = new Gentle(found.listed().talk().speakers());
    Map<Long, String> folded = isGentle ? folded(gentle, found.posts()) : Map.of();
    Set<Long> here = found.posts().stream().map(TalkPost::n).collect(Collectors.toSet());
    Strips strips = new Strips(path, here, venue, now);
    return facts
        .around(found.event().event(), found.listed(), strips, new When(zone))
        .compose(model -> {
          model.put("event", found.event());
          model.put("talk", TalkHeader.of(found.event().event(), found.listed(), new When(zone)));
          model.put("posts", shown(found.posts(), folded, venue, now));
          model.put("questions", unfolded(model, folded));
          model.put("foldedPosts", folded.size());
          model.put("isGentle", isGentle);
          model.put("path", path);
          return desk.templates()
              .render("report", model)
              .map(html -> new Rendered(html, found.event().mediaOrigins()));
        });
  }

  private static Map<Long, String> folded(Gentle gentle, List<TalkPost> posts) {
    Map<Long, String> folded = new HashMap<>();
    for (TalkPost each : posts) {
      String reason = gentle.reason(each.post());
      if (reason != null) folded.put(each.n(), reason);
    }
    return folded;
  }

  private static List<Shown> shown(
      List<TalkPost> posts, Map<Long, String> folded, VenueTime venue, Instant now) {
    List<Entry> entries = posts.stream()
        .map(each -> new Entry(each.n(), each.post(), each.isRevised()))
        .toList();
    return Cards.oldest(entries, venue, now).stream()
        .map(card -> new Shown(card, folded.get(card.n())))
        .toList();
  }

  /** What is folded is not asked elsewhere on the page either. */
  private static List<?> unfolded(Map<String, Object> model, Map<Long, String> folded) {
    return ((List<?>) model.getOrDefault("questions", List.of()))
        .stream()
            .filter(each -> !(each instanceof Strips.Asked asked && folded.containsKey(asked.n())))
            .toList();
  }

  /** All posts as a table. */
  Future<String> csv(Reports.About about) {
    return posts.all(about.event(), about.talk()).map(ReportCsv::of);
  }

  /** All posts as they are told to programs. */
  Future<List<TalkPost>> posts(Reports.About about) {
    return posts.all(about.event(), about.talk());
  }
}
