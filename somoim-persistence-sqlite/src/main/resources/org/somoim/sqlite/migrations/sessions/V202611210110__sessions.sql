-- One row per device that is signed in. Of its refresh token only the digest is kept, and another with every use.
create table somoim_sessions (
    id         blob    not null primary key check (length(id) = 16),
    user_id    blob    not null references somoim_accounts (id) on delete cascade,
    device     text    check (length(device) between 1 and 100),
    refresh    text    not null check (length(refresh) = 64),
    created_at integer not null,
    used_at    integer not null,
    expires_at integer not null check (expires_at > created_at)
) strict;

create index somoim_idx_sessions_user on somoim_sessions (user_id, used_at, id);
create index somoim_idx_sessions_expires on somoim_sessions (expires_at);
