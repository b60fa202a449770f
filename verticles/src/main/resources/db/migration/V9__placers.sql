-- Who keeps the talks of an event and places its updates: what owners with a lower number still
-- bring is refused. The number is made as in archivers.
create table placers (
  event text primary key references events,
  fence bigint not null
);

-- The talk as its schedule told it last (JSON of Talk), beside what a person has set; absent where
-- both are the same.
alter table talks add column imported json;

-- A person, or 'the schedule'.
alter table talks add column changed_by text not null default 'the schedule';
