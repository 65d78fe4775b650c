-- Seats that are taken or kept for someone, and the last number that was given out in the waitlist.
alter table somoim_events add column taken integer not null default 0 check (taken >= 0);
alter table somoim_events add column lined integer not null default 0 check (lined >= 0);
alter table somoim_event_series add column erased_at integer;

-- Who comes, who may come, who waits.
create table somoim_rsvps (
    event_id      blob    not null references somoim_events (id) on delete cascade,
    user_id       blob    not null references somoim_accounts (id) on delete cascade,
    answer        text    not null check (answer in ('GOING', 'INTERESTED', 'NOT_GOING', 'WAITLISTED')),
    guests        integer not null check (guests between 0 and 20),
    -- Number in the waitlist.
    line          integer check (line >= 1),
    offered_until integer,
    attendance    text    check (attendance in ('CHECKED_IN', 'NO_SHOW')),
    created_at    integer not null,
    updated_at    integer not null,
    primary key (event_id, user_id),
    check (line is null or answer = 'WAITLISTED'),
    check (offered_until is null or line is not null),
    check (attendance is null or answer = 'GOING')
) strict, without rowid;

-- No number is given twice.
create unique index somoim_idx_event_attendees_line on somoim_rsvps (event_id, line) where line is not null;
create index somoim_idx_event_attendees_status on somoim_rsvps (event_id, answer, created_at, user_id);
create index somoim_idx_event_attendees_user on somoim_rsvps (user_id, created_at, event_id);
create index somoim_idx_event_attendees_offered on somoim_rsvps (offered_until) where offered_until is not null;
