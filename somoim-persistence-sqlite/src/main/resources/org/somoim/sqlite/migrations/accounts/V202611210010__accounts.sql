create table somoim_accounts (
    id         blob    not null primary key check (length(id) = 16),
    -- Sealed under the person's key.
    email      blob    not null,
    -- Of the address in lower case and composed form, under a key, so that the index decides what is one address.
    email_mark blob    not null check (length(email_mark) = 32),
    role       text    not null check (role in ('USER', 'MODERATOR', 'ADMIN')),
    status     text    not null check (status in ('ACTIVE', 'DEACTIVATED', 'SUSPENDED', 'ERASED')),
    is_active  integer not null generated always as (status = 'ACTIVE') stored,
    created_at integer not null,
    updated_at integer not null
) strict;

create unique index somoim_idx_users_email on somoim_accounts (email_mark);
create index somoim_idx_users_newest on somoim_accounts (created_at, id);
create index somoim_idx_users_role on somoim_accounts (role) where status = 'ACTIVE';

-- How an account is entered. Of provider LOCAL the subject is the account itself; of any other, what it calls the person.
create table somoim_identities (
    provider      text    not null check (length(provider) between 1 and 60),
    subject       text    not null check (length(subject) between 1 and 255),
    user_id       blob    not null references somoim_accounts (id) on delete cascade,
    password_hash text    check (length(password_hash) between 3 and 255),
    created_at    integer not null,
    updated_at    integer not null,
    primary key (provider, subject),
    check ((provider = 'LOCAL') = (password_hash is not null))
) strict, without rowid;

create unique index somoim_idx_identities_user on somoim_identities (user_id, provider);
