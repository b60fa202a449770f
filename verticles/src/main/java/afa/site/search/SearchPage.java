package afa.site.search;

import afa.feed.EventInfo;
import afa.http.Templates;
import afa.library.EventBook;
import afa.library.Found;
import afa.library.KnownEvent;
import afa.library.Search;
import afa.library.SearchQuery;
import afa.library.TooSlow;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds posts, and shows them as cards. */
final class SearchPage {
  private static final int RESULTS = 20;

  private static final String SLOW =
      "That search would take too long. Another word, an event or a day makes it quicker.";

  private final EventBook book;
  private final Search search;
  private final Templates templates;
  private final Clock clock;

  SearchPage(EventBook book, Search search, Templates templates, Clock clock) {
    this.book = book;
    this.search = search;
    this.templates = templates;
    this.clock = clock;
  }

  /**
   * A page as it is sent.
   *
   * @param mediaOrigins where its pictures may come from besides the web at large
   */
  record Rendered(Buffer html, List<String> mediaOrigins) {}

  /**
   * What was found.
   *
   * @param events all of the archive
   */
  record Outcome(List<KnownEvent> events, SearchQuery query, Search.Page page) {
    EventInfo event(String event) {
      return events.stream()
          .map(KnownEvent::info)
          .filter(info -> info.event().equals(event))
          .findFirst()
          .orElseGet(() -> new EventInfo(
              event, event, "UTC", java.time.LocalDateTime.MIN, java.time.LocalDateTime.MIN, null));
    }
  }

  /** The posts of a page. */
  Future<Outcome> find(SearchRequest request, int limit) {
    return book.events().compose(events -> {
      SearchQuery query = request.query();
      return search
          .find(query, zone(request, events), request.after(), limit)
          .map(page -> new Outcome(events, query, page));
    });
  }

  private static ZoneId zone(SearchRequest request, List<KnownEvent> events) {
    return request
        .oneEvent()
        .flatMap(one -> events.stream()
            .map(KnownEvent::info)
            .filter(info -> info.event().equals(one))
            .findFirst())
        .map(info -> ZoneId.of(info.timeZone()))
        .orElse(ZoneOffset.UTC);
  }

  /** The page with form, filters and results. */
  Future<Rendered> render(SearchRequest request) {
    return find(request, RESULTS)
        .map(outcome -> model(request, outcome))
        .recover(failure -> failure instanceof TooSlow
            ? book.events().map(events -> tooSlow(request, events))
            : Future.failedFuture(failure))
        .compose(model ->
            templates.render("search", model).map(html -> new Rendered(html, origins(model))));
  }

  @SuppressWarnings("unchecked")
  private static List<String> origins(Map<String, Object> model) {
    return (List<String>) model.get("mediaOrigins");
  }

  private Map<String, Object> tooSlow(SearchRequest request, List<KnownEvent> events) {
    SearchQuery query = request.query();
    List<String> notes = new ArrayList<>(query.notes());
    notes.add(SLOW);
    SearchQuery told = new SearchQuery(query.terms(), query.from(), query.until(), notes);
    Search.Page nothing = new Search.Page(List.of(), Optional.empty());
    return model(request, new Outcome(events, told, nothing));
  }

  private Map<String, Object> model(SearchRequest request, Outcome outcome) {
    List<Found> posts = outcome.page().posts();
    List<Result> results = new ArrayList<>();
    for (Found found : posts) {
      results.add(
          Result.of(found, results.size() + 1, outcome.event(found.event()), clock.instant()));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("request", request);
    model.put("isFirst", request.after() == null);
    model.put("isEmpty", outcome.query().isEmpty());
    model.put("notes", outcome.query().notes());
    model.put("events", outcome.events().stream().map(KnownEvent::info).toList());
    model.put("results", results);
    model.put("filters", outcome.query().isEmpty() ? List.of() : Filter.of(request));
    model.put("first", request.from(null).address("/search"));
    model.put("next", next(request, outcome));
    model.put("atom", request.from(null).address("/search.atom"));
    model.put("json", request.from(null).address("/search.json"));
    model.put("mediaOrigins", origins(posts, outcome));
    return model;
  }

  private static String next(SearchRequest request, Outcome outcome) {
    return outcome
        .page()
        .next()
        .map(cursor -> request.from(cursor).address("/search"))
        .orElse("");
  }

  private static List<String> origins(List<Found> posts, Outcome outcome) {
    Stream<EventInfo> shown = posts.stream().map(Found::event).distinct().map(outcome::event);
    return shown
        .flatMap(info -> info.mediaOrigins().stream())
        .distinct()
        .collect(Collectors.toList());
  }
}
