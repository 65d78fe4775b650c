-- Who wants to be reminded of what, and when.
create table somoim_event_reminders (
    event_id  blob    not null references somoim_events (id) on delete cascade,
    user_id   blob    not null references somoim_accounts (id) on delete cascade,
    minutes   integer not null check (minutes between 0 and 40320),
    is_wanted integer not null check (is_wanted in (0, 1)),
    due_at    integer not null,
    -- The start of the event before which this was done with.
    done_for  integer,
    created_at integer not null,
    primary key (event_id, user_id, minutes)
) strict, without rowid;

create index somoim_idx_event_reminders_due on somoim_event_reminders (due_at)
    where is_wanted and (done_for is null or done_for <> due_at + minutes * 60000);
create index somoim_idx_event_reminders_old on somoim_event_reminders (due_at);
create index somoim_idx_event_reminders_user on somoim_event_reminders (user_id, event_id, minutes desc);
