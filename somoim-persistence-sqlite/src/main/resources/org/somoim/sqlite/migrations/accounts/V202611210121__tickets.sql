-- Rights that were sent to an address, good for one use. Of the secret only the digest is kept.
create table somoim_tickets (
    digest        text    not null primary key check (length(digest) = 64),
    purpose       text    not null check (purpose in ('SIGN_UP', 'NEW_ADDRESS', 'NEW_PASSWORD')),
    user_id       blob    references somoim_accounts (id) on delete cascade,
    -- Sealed under the library's key: there may be no account yet.
    email         blob    not null,
    email_mark    blob    not null check (length(email_mark) = 32),
    display_name  blob,
    password_hash text    check (length(password_hash) between 3 and 255),
    created_at    integer not null,
    expires_at    integer not null check (expires_at > created_at)
) strict, without rowid;

create index somoim_idx_tickets_email on somoim_tickets (email_mark, purpose);
create index somoim_idx_tickets_user on somoim_tickets (user_id);
create index somoim_idx_tickets_expires on somoim_tickets (expires_at);
