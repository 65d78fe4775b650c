-- Who may read somebody's calendar without signing in.
create table somoim_calendar_links (
    id         blob    not null primary key check (length(id) = 16),
    user_id    blob    not null references somoim_accounts (id) on delete cascade,
    name       text    not null check (length(name) between 1 and 255),
    -- One group, or everything.
    place_id   blob    references somoim_groups (id) on delete cascade,
    digest     text    not null unique check (length(digest) = 64),
    created_at integer not null
) strict;

create index somoim_idx_calendar_links_user on somoim_calendar_links (user_id, created_at, id);
create index somoim_idx_calendar_links_place on somoim_calendar_links (place_id);
