package afa.library;

import afa.library.SearchQuery.Kind;
import afa.library.SearchQuery.Moment;
import afa.library.SearchQuery.Term;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A search as PostgreSQL is asked. Each event gives its newest, by its index of words or that of
 * times, whichever promises less; of these the newest remain.
 */
final class SearchSql {
  /** Characters that no font shows, and that a text may hold nevertheless: see {@link Highlights}. */
  private static final String MARKED =
      "'HighlightAll=true, StartSel=" + Highlights.START + ", StopSel=" + Highlights.STOP + "'";

  private static final String FRAME =
      """
      select f.event, f.n, f.posted_at, f.body::text, f.text,
        exists (select 1 from updates r where r.event = f.event and r.epoch = f.epoch
          and r.target = f.n and r.type = 'revise'),
        %s
      from (
        select u.* from newest_lives l cross join lateral (
          select event, epoch, n, posted_at, body, text, lang from updates
          where event = l.event and epoch = l.epoch and type = 'post'%s
          order by posted_at desc, n desc limit %s
        ) u
        where true%s
        order by u.posted_at desc, u.event desc, u.n desc limit %s
      ) f
      order by f.posted_at desc, f.event desc, f.n desc
      """;

  private final List<Object> values = new ArrayList<>();
  private final StringBuilder inEvent = new StringBuilder();
  private final StringBuilder amongEvents = new StringBuilder();

  private SearchSql() {}

  /** What is asked, and its parameters. */
  record Question(String sql, Tuple parameters) {}

  /**
   * Asks for a page.
   *
   * @param zone whose days are meant
   * @param after the last one of the page before
   */
  static Question of(SearchQuery query, ZoneId zone, @Nullable Cursor after, int limit) {
    return new SearchSql().question(query, zone, after, limit);
  }

  private Question question(SearchQuery query, ZoneId zone, @Nullable Cursor after, int limit) {
    String words = words(query);
    if (!words.isEmpty()) inEvent.append(" and words @@ (").append(words).append(')');
    talks(query);
    events(query);
    moment(" and posted_at >= ", query.from(), zone);
    moment(" and posted_at < ", query.until(), zone);
    if (after != null) after(after);
    String most = value(limit, "int");
    return new Question(
        FRAME.formatted(headlines(query), inEvent, most, amongEvents, most), Tuple.wrap(values));
  }

  private static String all(List<String> conditions) {
    return String.join(" && ", conditions);
  }

  private String words(SearchQuery query) {
    return all(query.terms().stream()
        .filter(term -> term.kind() != Kind.EVENT && term.kind() != Kind.TALK)
        .map(term -> (term.not() ? "!!" : "") + word(term))
        .toList());
  }

  private String word(Term term) {
    return switch (term.kind()) {
      case WORD -> "search_word(" + value(term.text(), "text") + ")";
      case PHRASE -> "phraseto_tsquery('simple', search_plain(" + value(term.text(), "text") + "))";
      default -> "cast(" + value(quoted(term.text()), "text") + " as tsquery)";
    };
  }

  private static String quoted(String lexeme) {
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /** What is marked: words and phrases, once as they are and once as the post's language has them. */
  private String headlines(SearchQuery query) {
    String shown = query.terms().stream()
        .filter(term -> !term.not() && (term.kind() == Kind.WORD || term.kind() == Kind.PHRASE))
        .map(this::word)
        .collect(Collectors.joining(" || "));
    if (shown.isEmpty()) return "null, null";
    String rest = ", search_plain(f.text), " + shown + ", " + MARKED + ")";
    return "ts_headline('simple'" + rest + ", ts_headline(search_language(f.lang)" + rest;
  }

  private void talks(SearchQuery query) {
    for (boolean not : new boolean[] {false, true}) {
      List<String> talks = query.texts(Kind.TALK, not);
      if (talks.isEmpty()) continue;
      inEvent
          .append(not ? " and not exists" : " and exists")
          .append(" (select 1 from placements p where p.event = updates.event")
          .append(" and p.source = updates.source and p.id = updates.id and p.talk = any(")
          .append(value(talks.toArray(String[]::new), "text[]"))
          .append("))");
    }
  }

  private void events(SearchQuery query) {
    for (boolean not : new boolean[] {false, true}) {
      List<String> events = query.texts(Kind.EVENT, not);
      if (events.isEmpty()) continue;
      amongEvents
          .append(not ? " and l.event <> all(" : " and l.event = any(")
          .append(value(events.toArray(String[]::new), "text[]"))
          .append(')');
    }
  }

  private void moment(String condition, @Nullable Moment moment, ZoneId zone) {
    if (moment == null) return;
    inEvent
        .append(condition)
        .append(value(moment.in(zone).atOffset(ZoneOffset.UTC), "timestamptz"));
  }

  /** The first condition is for the index. */
  private void after(Cursor after) {
    String at = value(after.at().atOffset(ZoneOffset.UTC), "timestamptz");
    inEvent
        .append(" and posted_at <= ")
        .append(at)
        .append(" and (posted_at, event, n) < (")
        .append(at)
        .append(", ")
        .append(value(after.event(), "text"))
        .append(", ")
        .append(value(after.n(), "bigint"))
        .append(')');
  }

  private String value(Object value, String type) {
    values.add(value);
    return "$" + values.size() + "::" + type;
  }
}
