-- Marks come in no order, so that each index of them costs an import a page for each name. One is enough: by source, then
-- mark.
create table somoim_import_references_by_source (
    source     text    not null check (length(source) between 1 and 60),
    mark       blob    not null check (length(mark) = 32),
    thing_id   blob    check (length(thing_id) = 16),
    user_id    blob    references somoim_accounts (id) on delete cascade,
    created_at integer not null,
    primary key (source, mark),
    check (thing_id is null or user_id is null)
) strict, without rowid;

insert into somoim_import_references_by_source (source, mark, thing_id, user_id, created_at)
select source, mark, thing_id, user_id, created_at from somoim_import_references;

drop table somoim_import_references;
alter table somoim_import_references_by_source rename to somoim_import_references;

create index somoim_idx_import_references_user on somoim_import_references (user_id, source);
