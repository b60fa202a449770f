package afa.archive;

import afa.database.PgText;
import afa.feed.Author;
import afa.feed.Post;
import afa.feed.Update;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The rows of a page as PostgreSQL takes them with the least work: one statement, an array a column.
 */
final class RowArrays {
  static final String INSERT =
      """
      insert into updates (event, epoch, n, type, target, source, id, url,
        author_name, author_handle, author_url, author_avatar,
        text, lang, repost_of, quote_of, reply_to, posted_at, received_at, body)
      select $1, $2, n, type, target, source, id, url,
        author_name, author_handle, author_url, author_avatar,
        text, lang, repost_of, quote_of, reply_to, posted_at, received_at, body::json
      from unnest($3::bigint[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[],
        $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
        $15::text[], $16::text[], $17::text[], $18::timestamptz[], $19::timestamptz[], $20::text[])
        as page (n, type, target, source, id, url,
        author_name, author_handle, author_url, author_avatar,
        text, lang, repost_of, quote_of, reply_to, posted_at, received_at, body)
      on conflict do nothing
      """;

  /** From {@code source} to {@code reply_to}. */
  private static final List<Function<Post, String>> TEXTS = List.of(
      Post::source,
      Post::id,
      Post::url,
      author(Author::name),
      author(Author::handle),
      author(Author::url),
      author(Author::avatar),
      Post::text,
      Post::lang,
      Post::repostOf,
      Post::quoteOf,
      Post::replyTo);

  private RowArrays() {}

  private static Function<Post, String> author(Function<Author, String> part) {
    return post -> part.apply(post.author());
  }

  /** What {@link #INSERT} is told; nothing for no rows. */
  static List<Tuple> of(String event, String epoch, List<Sorted.Row> rows) {
    if (rows.isEmpty()) return List.of();
    Tuple page = Tuple.of(event, epoch)
        .addArrayOfLong(column(rows, Update::n).toArray(Long[]::new))
        .addArrayOfString(column(rows, RowArrays::type).toArray(String[]::new))
        .addArrayOfLong(column(rows, Update::target).toArray(Long[]::new));
    for (Function<Post, String> text : TEXTS) {
      Function<Post, String> kept = post -> PgText.column(text.apply(post));
      page.addArrayOfString(column(rows, content(kept)).toArray(String[]::new));
    }
    page.addArrayOfOffsetDateTime(times(rows, Post::postedAt));
    page.addArrayOfOffsetDateTime(times(rows, Post::receivedAt));
    page.addArrayOfString(rows.stream().map(row -> PgText.json(row.json())).toArray(String[]::new));
    return List.of(page);
  }

  private static String type(Update update) {
    return update.type().name().toLowerCase(Locale.ROOT);
  }

  private static OffsetDateTime[] times(List<Sorted.Row> rows, Function<Post, Instant> time) {
    Function<Post, OffsetDateTime> utc = post -> time.apply(post).atOffset(ZoneOffset.UTC);
    return column(rows, content(utc)).toArray(OffsetDateTime[]::new);
  }

  /** Null where there is no post. */
  private static <T> Function<Update, T> content(Function<Post, T> part) {
    return update -> update.post() == null ? null : part.apply(update.post());
  }

  private static <T> List<T> column(List<Sorted.Row> rows, Function<Update, T> part) {
    List<T> column = new ArrayList<>(rows.size());
    for (Sorted.Row row : rows) column.add(part.apply(row.update()));
    return column;
  }
}
