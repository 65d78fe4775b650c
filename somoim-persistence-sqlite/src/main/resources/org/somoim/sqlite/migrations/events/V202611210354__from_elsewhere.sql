-- What was brought from other calendars: a digest of its name there.
create table somoim_event_uids (
    uid       text not null check (length(uid) = 64),
    event_id  blob references somoim_events (id) on delete cascade,
    series_id blob references somoim_event_series (id) on delete cascade,
    created_at integer not null,
    check ((event_id is null) <> (series_id is null))
) strict;

create index somoim_idx_event_uids_uid on somoim_event_uids (uid);
create unique index somoim_idx_event_uids_event on somoim_event_uids (event_id);
create unique index somoim_idx_event_uids_series on somoim_event_uids (series_id);

-- Starts by its rule at which a series does not take place.
create table somoim_event_exceptions (
    series_id  blob not null references somoim_event_series (id) on delete cascade,
    recurrence text not null check (length(recurrence) = 19),
    created_at integer not null,
    primary key (series_id, recurrence)
) strict, without rowid;
