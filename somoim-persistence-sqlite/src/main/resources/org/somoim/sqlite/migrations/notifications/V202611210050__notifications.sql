-- One row per person, kind, thread and window: what happens in between is counted. Holds ids only, never text.
create table somoim_notifications (
    id           blob    not null primary key check (length(id) = 16),
    user_id      blob    not null references somoim_accounts (id) on delete cascade,
    kind         text    not null check (length(kind) between 1 and 60),
    group_id     blob    references somoim_groups (id) on delete cascade,
    page_of      blob    references somoim_accounts (id) on delete cascade,
    thread       blob    not null check (length(thread) = 16),
    subject      blob    not null check (length(subject) = 16),
    by_id        blob    references somoim_accounts (id) on delete cascade,
    count        integer not null check (count >= 1),
    window_start integer not null,
    created_at   integer not null,
    updated_at   integer not null check (updated_at >= created_at),
    read_at      integer
) strict;

create unique index somoim_idx_notifications_window on somoim_notifications (user_id, kind, thread, window_start);
create index somoim_idx_notifications_newest on somoim_notifications (user_id, updated_at, id);
create index somoim_idx_notifications_unread on somoim_notifications (user_id, updated_at, id) where read_at is null;
create index somoim_idx_notifications_group on somoim_notifications (group_id, user_id);
create index somoim_idx_notifications_page_of on somoim_notifications (page_of);
create index somoim_idx_notifications_by on somoim_notifications (by_id);
create index somoim_idx_notifications_thread on somoim_notifications (thread);
create index somoim_idx_notifications_subject on somoim_notifications (subject);
create index somoim_idx_notifications_oldest on somoim_notifications (updated_at, id);

-- What people do not want to be told: a kind everywhere, everything of a group, or a kind in a group.
create table somoim_notification_prefs (
    user_id    blob    not null references somoim_accounts (id) on delete cascade,
    kind       text    check (length(kind) between 1 and 60),
    group_id   blob    references somoim_groups (id) on delete cascade,
    created_at integer not null,
    check (kind is not null or group_id is not null)
) strict;

-- Null is a value here, and unique indexes take nulls for different.
create unique index somoim_idx_notification_prefs_one
    on somoim_notification_prefs (user_id, coalesce(kind, ''), coalesce(group_id, x''));
create index somoim_idx_notification_prefs_group on somoim_notification_prefs (group_id);
