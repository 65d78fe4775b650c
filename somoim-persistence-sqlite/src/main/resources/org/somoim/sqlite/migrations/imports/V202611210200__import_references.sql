-- Under which name each imported thing came. The name itself is not kept: enough to know it again with the library's key.
create table somoim_import_references (
    mark       blob    not null primary key check (length(mark) = 32),
    source     text    not null check (length(source) between 1 and 60),
    thing_id   blob    check (length(thing_id) = 16),
    user_id    blob    references somoim_accounts (id) on delete cascade,
    created_at integer not null,
    check (thing_id is null or user_id is null)
) strict, without rowid;

create index somoim_idx_import_references_source on somoim_import_references (source, mark);
create index somoim_idx_import_references_user on somoim_import_references (user_id, source);
