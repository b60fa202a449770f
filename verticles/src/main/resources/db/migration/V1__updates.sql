-- The copy of the logs. A life is one epoch of one event's log; its numbers never mean anything else.

create table events (
  event text primary key,
  first_seen timestamptz not null default now()
);

create table lives (
  event text not null references events,
  epoch text not null,
  -- Tells the newer of two lives; clocks may not.
  ordinal bigint generated always as identity,
  begun_at timestamptz not null default now(),
  -- Number of the newest entry that was copied or held aside; moves in the same transaction.
  checkpoint bigint not null default 0 check (checkpoint >= 0),
  primary key (event, epoch)
);

create table updates (
  event text not null,
  epoch text not null,
  n bigint not null check (n > 0),
  type text not null check (type in ('post', 'revise', 'retract', 'gone')),
  target bigint,
  source text,
  id text,
  url text,
  author_name text,
  author_handle text,
  author_url text,
  author_avatar text,
  text text,
  lang text,
  repost_of text,
  quote_of text,
  reply_to text,
  posted_at timestamptz,
  received_at timestamptz,
  archived_at timestamptz not null default now(),
  -- The update as the log has it. Not jsonb, which refuses \u0000 and lone surrogates, and from
  -- which the very text of the log could not be given back.
  body json not null,
  primary key (event, epoch, n),
  foreign key (event, epoch) references lives
);

-- Whatever changes an earlier update is looked for by the one it is about.
create index updates_by_target on updates (event, epoch, target) where target is not null;

-- Entries that could not be copied, as they stood in the log, with the reason.
create table held (
  event text not null,
  epoch text not null,
  n bigint not null,
  reason text not null,
  entry text not null,
  held_at timestamptz not null default now(),
  primary key (event, epoch, n),
  foreign key (event, epoch) references lives
);
