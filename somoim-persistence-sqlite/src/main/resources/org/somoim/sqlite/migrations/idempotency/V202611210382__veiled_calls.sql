-- Which calls had their effect that must not lead from what was made to whoever made it. Who and what is asked for by whoever
-- has the key, which is not in this file.
create table somoim_veiled_calls (
    pseudonym text    not null primary key check (length(pseudonym) = 64),
    request   text    not null check (length(request) = 64),
    made      text    not null check (length(made) between 1 and 255),
    -- Midnight UTC: not when it was made.
    until     integer not null check (until % 86400000 = 0)
) strict, without rowid;

create index somoim_idx_veiled_calls_until on somoim_veiled_calls (until);
