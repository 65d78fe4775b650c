-- Letters that wait to be sent. They may hold secrets, so a row goes as soon as its letter has gone out.
create table somoim_outbox (
    id         blob    not null primary key check (length(id) = 16),
    -- Sealed under the library's key, as are subject and text: it may be nobody's yet.
    recipient  blob    not null,
    recipient_mark blob not null check (length(recipient_mark) = 32),
    subject    blob    not null,
    text       blob    not null,
    failures   integer not null check (failures >= 0),
    next_at    integer not null,
    created_at integer not null
) strict;

create index somoim_idx_outbox_next on somoim_outbox (next_at, id);
create index somoim_idx_outbox_recipient on somoim_outbox (recipient_mark);
create index somoim_idx_outbox_failing on somoim_outbox (failures) where failures > 0;
