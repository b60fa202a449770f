package afa.library.talk;

import afa.library.Library;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** The posts of a talk that brought pictures themselves. */
public final class TalkPhotos {
  /** In an encoded post only a list of media looks like that: its author's quotation marks are escaped. */
  private static final String WITH_MEDIA =
      " and u.repost_of is null and u.body::text like '%\"media\":[%'";

  private static final String POSTS = PlacedSql.COLUMNS + PlacedSql.OF_TALK + WITH_MEDIA
      + PlacedSql.sieved(4) + " order by u.n limit $3";

  private final Library library;

  public TalkPhotos(Library library) {
    this.library = library;
  }

  /** Oldest first; media of posts that they quote do not count. */
  public Future<List<TalkPost>> of(String event, String talk, Sieve sieve, int limit) {
    Tuple parameters = Tuple.of(event, talk, limit, sieve.upTo(), sieve.numbers());
    return PlacedSql.posts(library, POSTS, parameters)
        .map(posts ->
            posts.stream().filter(each -> !each.post().media().isEmpty()).toList());
  }
}
