-- Letters that wait to be sent. They may hold secrets, so a row goes as soon as its letter has gone out.
create table somoim_outbox (
    id         blob    not null primary key check (length(id) = 16),
    recipient  text    not null check (length(recipient) between 3 and 255),
    subject    text    not null check (length(subject) between 1 and 255),
    text       text    not null check (length(text) between 1 and 20000),
    failures   integer not null check (failures >= 0),
    next_at    integer not null,
    created_at integer not null
) strict;

create index somoim_idx_outbox_next on somoim_outbox (next_at, id);
create index somoim_idx_outbox_recipient on somoim_outbox (recipient);
create index somoim_idx_outbox_failing on somoim_outbox (failures) where failures > 0;
