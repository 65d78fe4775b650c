-- What has happened, in the order of commits. "autoincrement" because a position must not be given out twice, even after
-- the newest facts have been trimmed.
create table somoim_facts (
  position integer primary key autoincrement,
  fact text not null check (length(fact) > 0),
  created_at integer not null
) strict;

-- How far each listener has heard.
create table somoim_listeners (
  name text not null primary key,
  position integer not null check (position >= 0),
  failures integer not null check (failures >= 0),
  retry_at integer,
  check ((failures = 0) = (retry_at is null))
) strict, without rowid;

-- What a listener could not take. Facts named here are not trimmed.
create table somoim_facts_set_aside (
  listener text not null,
  position integer not null references somoim_facts (position),
  failures integer not null check (failures >= 1),
  error text not null,
  created_at integer not null,
  primary key (listener, position)
) strict, without rowid;

create index somoim_facts_set_aside_by_position on somoim_facts_set_aside (position);
