package afa.links;

/** What is said to PostgreSQL about addresses. */
final class LinkSql {
  /** After so many attempts an address is given up. */
  private static final int ATTEMPTS = 3;

  static final String BEHIND =
      """
      select l.event, l.epoch, coalesce(c.n, 0), l.checkpoint
      from newest_lives newest
      join lives l on l.event = newest.event and l.epoch = newest.epoch
      left join link_cursors c on c.event = l.event and c.epoch = l.epoch
      where l.checkpoint > coalesce(c.n, 0)
      """;

  /**
   * The posts that came, and those that were replaced, as they are now. Locked against being taken
   * away until what they name is kept: whoever takes one away waits, and then takes that away too.
   */
  static final String POSTS =
      """
      select p.body::text, p.source, p.id from updates p
      where p.event = $1 and p.epoch = $2 and p.type = 'post' and p.body::text like '%"links":[%'
        and p.n in (
          select coalesce(u.target, u.n) from updates u
          where u.event = $1 and u.epoch = $2 and u.n > $3 and u.n <= $4
            and u.type in ('post', 'revise'))
      for share of p
      """;

  static final String SAY =
      """
      insert into said_links (event, source, id, address, url) values ($1, $2, $3, $4, $5)
      on conflict do nothing
      """;

  static final String ADD =
      "insert into links (address, url) values ($1, $2) on conflict do nothing";

  static final String MOVE =
      """
      insert into link_cursors as c (event, epoch, n) values ($1, $2, $3)
      on conflict (event, epoch) do update set n = greatest(c.n, excluded.n)
      """;

  static final String DUE =
      """
      update links set due_at = now() + make_interval(secs => $2::bigint), attempts = attempts + 1
      where address in (
        select address from links where state = 'waiting' and due_at <= now()
        order by due_at limit $1 for update skip locked)
      returning address, url
      """;

  static final String KEEP = "update links set landed = $3, leads_to = $4, title = $5,"
      + " asked_at = now(), due_at = now() + make_interval(secs => $6::bigint),"
      + " state = case when $2 = 'failed' and attempts < " + ATTEMPTS
      + " then 'waiting' else $2 end where address = $1";

  /** Two who come and go at the same moment may leave a name without its row. */
  static final String REPAIR =
      """
      insert into links (address, url)
      select distinct on (s.address) s.address, s.url from said_links s
      where not exists (select from links l where l.address = s.address)
      on conflict do nothing
      """;

  private LinkSql() {}
}
