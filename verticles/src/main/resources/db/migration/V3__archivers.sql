-- Who archives an event: what owners with a lower number still bring is refused. The number is the
-- time of the claim in milliseconds, so that it stays higher also where the table is restored.
create table archivers (
  event text primary key references events,
  fence bigint not null
);
