-- What happened in the cluster, and who did it: failures, take-overs, commands, logins.
create table timeline (
  -- Random; whoever hears it keeps it, and it is kept once.
  id text primary key,
  at timestamptz not null,
  -- Where; absent for what concerns the cluster.
  node text,
  -- Absent for what concerns the node.
  verticle text,
  who text not null,
  -- One word for programs.
  kind text not null,
  bad boolean not null,
  sentence text not null
);

create index timeline_by_time on timeline (at desc);
