-- Which calls had their effect, so that one that is made again has it once. Nothing that was sent or answered is kept.
create table somoim_done_calls (
    user_id         blob    not null references somoim_accounts (id) on delete cascade,
    idempotency_key text    not null check (length(idempotency_key) between 1 and 100),
    request         text    not null check (length(request) = 64),
    made            text    not null check (length(made) between 1 and 255),
    created_at      integer not null,
    primary key (user_id, idempotency_key)
) strict, without rowid;

create index somoim_idx_done_calls_created on somoim_done_calls (created_at);
