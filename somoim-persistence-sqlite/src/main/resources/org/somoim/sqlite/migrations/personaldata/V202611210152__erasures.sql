-- Who is being erased, how far it has come, and that it was done. Holds what is left of a person: a bare id.
create table somoim_erasures (
    id         blob    not null primary key check (length(id) = 16),
    user_id    blob    not null references somoim_accounts (id) on delete cascade,
    otherwise  text    not null check (otherwise in ('REMOVE', 'KEEP')),
    state      text    not null check (state in ('CLOSED', 'REMOVED', 'FINISHED')),
    created_at integer not null,
    updated_at integer not null
) strict;

create unique index somoim_idx_erasures_user on somoim_erasures (user_id);
create index somoim_idx_erasures_unfinished on somoim_erasures (created_at, id) where state <> 'FINISHED';
create index somoim_idx_erasures_finished on somoim_erasures (updated_at, id) where state = 'FINISHED';

-- What is to become of what they wrote, kind by kind.
create table somoim_erasure_wishes (
    erasure_id blob    not null references somoim_erasures (id) on delete cascade,
    kind       text    not null check (length(kind) between 1 and 60),
    wish       text    not null check (wish in ('REMOVE', 'KEEP')),
    created_at integer not null,
    primary key (erasure_id, kind)
) strict, without rowid;
