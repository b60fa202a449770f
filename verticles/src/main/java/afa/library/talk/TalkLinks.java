package afa.library.talk;

import afa.library.Library;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The addresses that were named in a talk's posts, each once. */
public final class TalkLinks {
  /** Whoever passed a post on did not say it first. */
  private static final String LINKS =
      """
      with said as (
        select coalesce(l.leads_to, s.address) as place, s.url, l.landed, l.title,
          l.state = 'refused' as refused, u.n, u.posted_at, u.url as post_url, u.author_name,
          u.source, coalesce(u.author_handle, u.author_name) as who, u.repost_of is not null as passed
      """
          + PlacedSql.FROM
          + """
           join said_links s on s.event = u.event and s.source = u.source and s.id = u.id
           left join links l on l.address = s.address
          """
          + PlacedSql.IN_TALK
          + PlacedSql.sieved(4)
          + """
          ), firsts as (
            select distinct on (place) * from said order by place, passed, posted_at, n
          ), counts as (
            select place, count(*) as times, count(distinct (source, who)) as people,
              max(title) as title from said group by place
          )
          select f.place, f.url, f.landed, c.title, f.refused, f.n, f.posted_at, f.post_url,
            f.author_name, c.times, c.people
          from firsts f join counts c using (place)
          order by c.people desc, c.times desc, f.n limit $3
          """;

  private static final String COUNTS =
      "select p.talk, count(distinct coalesce(l.leads_to, s.address))"
          + PlacedSql.FROM
          + " join said_links s on s.event = u.event and s.source = u.source and s.id = u.id"
          + " left join links l on l.address = s.address"
          + PlacedSql.IN_EVENT
          + " group by p.talk";

  private final Library library;

  public TalkLinks(Library library) {
    this.library = library;
  }

  /**
   * An address that was named.
   *
   * @param place one spelling for all that lead to the same place
   * @param url as it was said first
   * @param landed where it leads in the end; absent until somebody looked
   * @param title what the page there calls itself
   * @param refused whether it leads into a private network, where nobody looked
   * @param n number of the post that said it first
   * @param postUrl where that one stands
   * @param times how many posts name it
   * @param people how many accounts
   */
  public record Named(
      String place,
      String url,
      @Nullable String landed,
      @Nullable String title,
      boolean refused,
      long n,
      Instant saidAt,
      @Nullable String postUrl,
      String author,
      long times,
      long people) {}

  /** What most people named first. */
  public Future<List<Named>> of(String event, String talk, Sieve sieve, int limit) {
    Tuple parameters = Tuple.of(event, talk, limit, sieve.upTo(), sieve.numbers());
    return library.read(LINKS, parameters).map(rows -> {
      List<Named> links = new ArrayList<>();
      for (Row row : rows) links.add(named(row));
      return links;
    });
  }

  /** How many different ones each talk of the event has. */
  public Future<Map<String, Long>> counts(String event) {
    return library.read(COUNTS, Tuple.of(event)).map(rows -> {
      Map<String, Long> counts = new HashMap<>();
      for (Row row : rows) counts.put(row.getString(0), row.getLong(1));
      return counts;
    });
  }

  private static Named named(Row row) {
    String author = row.getString("author_name");
    return new Named(
        row.getString("place"),
        row.getString("url"),
        row.getString("landed"),
        row.getString("title"),
        Boolean.TRUE.equals(row.getBoolean("refused")),
        row.getLong("n"),
        row.getOffsetDateTime("posted_at").toInstant(),
        row.getString("post_url"),
        author == null ? "unknown" : author,
        row.getLong("times"),
        row.getLong("people"));
  }
}
