package afa.library.talk;

import afa.feed.Author;
import afa.library.Library;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Who spoke of a talk. */
public final class TalkPeople {
  /** Somebody is an account of a network; who has two is two. */
  static final String WHO = "(u.source, coalesce(u.author_handle, u.author_name))";

  private static final String PEOPLE =
      """
      select u.source, max(u.author_name) as name, max(u.author_handle) as handle,
        max(u.author_url) as url, max(u.author_avatar) as avatar, count(*) as posts
      """
          + PlacedSql.OF_TALK
          + PlacedSql.sieved(4)
          + """
           group by u.source, coalesce(u.author_handle, u.author_name)
           order by count(*) desc, min(u.n) limit $3
          """;

  private final Library library;

  public TalkPeople(Library library) {
    this.library = library;
  }

  /**
   * Somebody who posted.
   *
   * @param posts how many, reposts included
   */
  public record Voice(String source, Author author, long posts) {}

  /** Those with the most posts first. */
  public Future<List<Voice>> of(String event, String talk, Sieve sieve, int limit) {
    Tuple parameters = Tuple.of(event, talk, limit, sieve.upTo(), sieve.numbers());
    return library.read(PEOPLE, parameters).map(rows -> {
      List<Voice> people = new ArrayList<>();
      for (Row row : rows) people.add(voice(row));
      return people;
    });
  }

  private static Voice voice(Row row) {
    String name = row.getString("name");
    Author author = new Author(
        name == null ? Author.UNKNOWN.name() : name,
        row.getString("handle"),
        row.getString("url"),
        row.getString("avatar"));
    return new Voice(row.getString("source"), author, row.getLong("posts"));
  }
}
