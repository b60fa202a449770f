-- What the logs have of each source's time: a ledger of what can be claimed. Time that no row covers
-- is not claimed at all. Belongs to the event, not to a life of its log.
create table coverage (
  event text not null references events,
  -- A network, or a part of one.
  source text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  kind text not null check (kind in ('complete', 'backfilled', 'unknown')),
  -- How many came in later.
  posts bigint not null default 0,
  reason text,
  primary key (event, source, from_at),
  check (from_at < to_at)
);
