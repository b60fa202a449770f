-- What is talked about: the schedule as it is now, and which talk each update belongs to.

-- The event as its file describes it (JSON of EventInfo); absent of logs from before it was kept.
alter table events add column info json;

create table talks (
  event text not null references events,
  -- Stable over versions of the schedule; stands in addresses.
  talk text not null,
  -- What the source calls it, the strongest first.
  keys text[] not null default '{}',
  title text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  room text not null default '',
  track text not null default '',
  type text not null default '',
  lang text not null default '',
  summary text not null default '',
  url text,
  hashtags text[] not null default '{}',
  -- JSON of the people: [{"id": …, "name": …, "handles": [{"network": …, "name": …}], "links": […]}]
  speakers json not null default '[]',
  cancelled boolean not null default false,
  -- Not on the schedule any more; what was said about it stays.
  dropped boolean not null default false,
  -- Columns that a person has set, which the next import leaves alone.
  edited text[] not null default '{}',
  changed_at timestamptz not null default now(),
  primary key (event, talk)
);

-- Each time the schedule was read and was another one than before.
create table imports (
  event text not null references events,
  at timestamptz not null default now(),
  source text not null,
  digest text not null,
  -- Sentences for people.
  changes json not null,
  warnings json not null,
  primary key (event, at)
);

-- Which talks an update belongs to; none: the hallway. By identity, as a log may begin a new life.
create table placements (
  event text not null references events,
  source text not null,
  id text not null,
  talk text not null,
  weight real not null,
  -- [{"reason": …, "weight": …}]
  reasons json not null,
  -- By a person, and kept over whatever the schedule does.
  corrected boolean not null default false,
  primary key (event, source, id, talk),
  foreign key (event, talk) references talks
);

create index placements_by_talk on placements (event, talk);

-- What organisers corrected: each may be taken back.
create table corrections (
  correction uuid primary key,
  event text not null references events,
  made_at timestamptz not null default now(),
  made_by text not null,
  -- [{"source": …, "id": …}]
  posts json not null,
  -- Where they belong now; none: the hallway.
  talks text[] not null,
  undone_at timestamptz,
  undone_by text
);

create index corrections_by_event on corrections (event, made_at);

-- What is shown: the newest life of each event's log.
create view newest_lives as
  select distinct on (event) event, epoch from lives order by event, ordinal desc;

create index updates_by_identity on updates (event, source, id) where type = 'post';
