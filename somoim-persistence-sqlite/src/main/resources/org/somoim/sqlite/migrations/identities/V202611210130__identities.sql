-- By which outside identities people enter. One identity leads to one account, and an account has one of each provider.
create table somoim_linked_identities (
    provider   text    not null check (length(provider) between 1 and 60),
    subject    text    not null check (length(subject) between 1 and 255),
    user_id    blob    not null references somoim_accounts (id) on delete cascade,
    -- What the provider called them when they last came.
    known_as   text    check (length(known_as) between 1 and 255),
    created_at integer not null,
    updated_at integer not null,
    primary key (provider, subject)
) strict, without rowid;

create unique index somoim_idx_linked_identities_user on somoim_linked_identities (user_id, provider);
