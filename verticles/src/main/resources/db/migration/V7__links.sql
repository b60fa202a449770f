-- Addresses that posts name, and where they lead. Kept beside the posts, and gone in the same moment
-- as the words they stood in.

create table links (
  -- One spelling for all that lead to the same place.
  address text primary key,
  -- What is asked.
  url text not null,
  state text not null default 'waiting' check (state in ('waiting', 'expanded', 'refused', 'failed')),
  attempts int not null default 0,
  due_at timestamptz not null default now(),
  asked_at timestamptz,
  -- Where it led in the end, and that in one spelling.
  landed text,
  leads_to text,
  -- A stranger's words, as the posts are.
  title text
);

create index links_due on links (due_at) where state = 'waiting';

create table said_links (
  event text not null references events,
  source text not null,
  id text not null,
  address text not null,
  -- As this post spells it.
  url text not null,
  primary key (event, source, id, address)
);

create index said_links_by_address on said_links (address);

-- How far the addresses of a log were gathered.
create table link_cursors (
  event text not null,
  epoch text not null,
  n bigint not null,
  primary key (event, epoch),
  foreign key (event, epoch) references lives
);

create function forget_links() returns trigger language plpgsql as $$
begin
  with forgotten as (
    delete from said_links
    where event = old.event and source = old.source and id = old.id
    returning address)
  delete from links using forgotten
  where links.address = forgotten.address and not exists (
    select from said_links other
    where other.address = forgotten.address
      and (other.event, other.source, other.id) <> (old.event, old.source, old.id));
  return null;
end $$;

-- A post was taken away or replaced; what replaced it is gathered anew.
create trigger forget_links after update of type, body on updates
  for each row
  when (old.type = 'post' and (new.type <> 'post' or new.body::text <> old.body::text))
  execute function forget_links();

-- Private pages for speakers. Who has the token has the page; only its digest is kept.
create table reports (
  report uuid primary key,
  token_hash bytea not null unique,
  event text not null,
  talk text not null,
  made_at timestamptz not null default now(),
  made_by text not null,
  revoked_at timestamptz,
  foreign key (event, talk) references talks
);

create index reports_by_talk on reports (event, talk);
