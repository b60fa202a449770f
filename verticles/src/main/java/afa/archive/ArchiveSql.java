package afa.archive;

import afa.database.PgText;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** What is said to PostgreSQL about one life of an event's log. */
record ArchiveSql(String event, String epoch) {
  static final String ADD_EVENT = "insert into events (event) values ($1) on conflict do nothing";

  static final String ADD_LIFE =
      "insert into lives (event, epoch) values ($1, $2) on conflict do nothing";

  static final String CHECKPOINT = "select checkpoint from lives where event = $1 and epoch = $2";

  static final String CLAIM =
      """
      insert into archivers as last (event, fence)
      values ($1, (extract(epoch from clock_timestamp()) * 1000)::bigint)
      on conflict (event) do update set fence = greatest(last.fence + 1, excluded.fence)
      returning fence
      """;

  /** Whoever claims waits until this transaction is over. */
  static final String ARCHIVER = "select fence from archivers where event = $1 for share";

  /**
   * Only by the newest archiver. Locks the life: of two at the same place one waits and then finds
   * it moved.
   */
  static final String MOVE =
      "with newest as (" + ARCHIVER + ") update lives set checkpoint = $4 from newest"
          + " where event = $1 and epoch = $2 and checkpoint = $3 and fence <= $5";

  static final String HOLD =
      """
      insert into held (event, epoch, n, reason, entry) values ($1, $2, $3, $4, $5)
      on conflict do nothing
      """;

  /** Source and id of a post stay: who sends it again must find it known. */
  private static final String WITHOUT_CONTENT =
      """
      update updates u set type = 'gone', target = null, url = null,
        author_name = null, author_handle = null, author_url = null, author_avatar = null,
        text = null, lang = null, repost_of = null, quote_of = null, reply_to = null,
        posted_at = null, received_at = null,
        source = case type when 'revise' then null else source end,
        id = case type when 'revise' then null else id end,
        body = ('{"n":' || u.n || ',"type":"gone"}')::json
      """;

  private static final String BLANK =
      WITHOUT_CONTENT + " where event = $1 and epoch = $2 and n < $4";

  /** Neither of the post nor of what once replaced it. */
  static final String RETRACT = BLANK + " and (n = $3 or (target = $3 and type = 'revise'))";

  /** Reasons of a placement quote words of the post. Before the post is blanked. */
  static final String UNPLACE =
      """
      delete from placements place using updates post
      where post.event = $1 and post.epoch = $2 and post.n = $3 and post.n < $4
        and place.event = post.event and place.source = post.source and place.id = post.id
      """;

  /** Nor do earlier lives of the log keep it. */
  static final String FORGET =
      """
      with same as (select old.epoch, old.n from updates gone join updates old
          on old.event = gone.event and old.source = gone.source and old.id = gone.id
            and old.type = 'post' and old.epoch <> gone.epoch
        where gone.event = $1 and gone.epoch = $2 and gone.n = $3 and gone.n < $4)
      """
          + WITHOUT_CONTENT
          + """
       from same where u.event = $1 and u.epoch = same.epoch
        and (u.n = same.n or (u.target = same.n and u.type = 'revise'))
      """;

  /** Of what once replaced a post that is replaced again. */
  static final String SUPERSEDE = BLANK + " and target = $3 and type = 'revise'";

  /** What was held aside is taken away or replaced like everything else. */
  static final String RELEASE =
      """
      update held set reason = 'replaced in the log',
        entry = '{"n":' || n || ',"type":"gone"}'
      where event = $1 and epoch = $2 and n < $4
        and (n = $3 or entry like '{"n":%,"type":"revise","target":' || $3::bigint || ',%')
      """;

  /** A post that is gone stays gone. */
  static final String REVISE =
      """
      update updates old set url = new.url, author_name = new.author_name,
        author_handle = new.author_handle, author_url = new.author_url,
        author_avatar = new.author_avatar, text = new.text, lang = new.lang,
        repost_of = new.repost_of, quote_of = new.quote_of, reply_to = new.reply_to,
        posted_at = new.posted_at, received_at = new.received_at, body = $5::text::json
      from updates new
      where new.event = $1 and new.epoch = $2 and new.n = $4
        and old.event = $1 and old.epoch = $2 and old.n = $3 and old.type = 'post'
      """;

  private static final String NEWEST_LIFE =
      "(select epoch from lives where event = $1 order by ordinal desc limit 1)";

  static final String COUNT =
      "select count(*) from updates where event = $1 and epoch = " + NEWEST_LIFE;

  static final String PAGE = "select n, body::text from updates where event = $1 and epoch = "
      + NEWEST_LIFE + " and n > $2 order by n limit $3";

  static final String NEWEST =
      """
      select epoch, checkpoint,
        epoch <> $2 and exists (select 1 from lives where event = $1 and epoch = $2)
      from lives where event = $1 order by ordinal desc limit 1
      """;

  /** Each half by its index, then both together. */
  static final String AGAIN =
      """
      (select n, body::text, case type when 'gone' then source || ':' || id end
       from updates where event = $1 and epoch = $2 and n > $3 and n <= $4 order by n limit $5)
      union all
      (select n, entry, null
       from held where event = $1 and epoch = $2 and n > $3 and n <= $4 order by n limit $5)
      order by 1 limit $5
      """;

  private static final int REASON_LENGTH = 500;

  Tuple move(Archive.Batch batch) {
    return Tuple.of(event, epoch, batch.since(), batch.last(), batch.fence());
  }

  List<Tuple> inserts(List<Sorted.Row> rows) {
    return RowArrays.of(event, epoch, rows);
  }

  List<Tuple> holds(List<Sorted.Held> entries) {
    return entries.stream().map(this::hold).toList();
  }

  private Tuple hold(Sorted.Held held) {
    String reason = PgText.column(held.reason());
    return Tuple.of(
        event,
        epoch,
        held.n(),
        reason.substring(0, Math.min(REASON_LENGTH, reason.length())),
        PgText.json(held.entry()));
  }

  /** An amendment: what it is about, and its own number. */
  Tuple amendment(Sorted.Row row) {
    return Tuple.of(event, epoch, row.update().target(), row.n());
  }

  Tuple revise(Sorted.Row row) {
    return Tuple.of(event, epoch, row.update().target(), row.n(), PgText.json(row.inPlace()));
  }
}
