-- Of a group, with its id, or between two people. Who belongs to a group's is in somoim_memberships and nowhere else.
create table somoim_conversations (
    id         blob    not null primary key check (length(id) = 16),
    group_id   blob    unique references somoim_groups (id) on delete cascade check (group_id = id),
    -- Of two people the one whose id comes first.
    one_id     blob    references somoim_accounts (id) on delete cascade,
    other_id   blob    references somoim_accounts (id) on delete cascade,
    -- Numbers given to messages, and to changes, so far.
    messages   integer not null check (messages >= 0),
    changes    integer not null check (changes >= messages),
    created_at integer not null,
    -- When something last changed in it.
    updated_at integer not null,
    check ((group_id is null) = (one_id is not null)),
    check ((one_id is null) = (other_id is null)),
    check (one_id < other_id)
) strict;

create unique index somoim_idx_conversations_two on somoim_conversations (one_id, other_id);
create index somoim_idx_conversations_other on somoim_conversations (other_id);

create table somoim_messages (
    id              blob    not null primary key check (length(id) = 16),
    conversation_id blob    not null references somoim_conversations (id) on delete cascade,
    -- Its place, without gaps; when it was sent or last changed, counted in changes.
    number          integer not null check (number >= 1),
    change          integer not null check (change >= number),
    -- Null once it went with its sender: only the place is left, so that the numbers have no gaps.
    sender_id       blob    references somoim_accounts (id) on delete cascade,
    -- Under whose key the words are sealed; null for the library's, once their sender has left them behind.
    keyholder_id    blob    references somoim_accounts (id) on delete set null,
    -- Sealed. Null once it is deleted.
    body            blob,
    -- Of the words, in code points: what is sealed cannot be counted.
    length          integer check (length between 1 and 2000),
    reply_to        blob    references somoim_messages (id) on delete set null,
    -- When it was sent.
    created_at      integer not null,
    edited_at       integer,
    deleted_at      integer,
    check ((body is null) = (length is null)),
    check ((body is null) = (deleted_at is not null)),
    check (body is null or sender_id is not null)
) strict;

create unique index somoim_idx_messages_group_sent on somoim_messages (conversation_id, number);
create unique index somoim_idx_messages_change on somoim_messages (conversation_id, change);
create index somoim_idx_messages_sender on somoim_messages (sender_id, created_at, id);
create index somoim_idx_messages_keyholder on somoim_messages (keyholder_id, id);
create index somoim_idx_messages_reply on somoim_messages (reply_to);

-- One per person, kind and message.
create table somoim_message_reactions (
    message_id blob    not null references somoim_messages (id) on delete cascade,
    user_id    blob    not null references somoim_accounts (id) on delete cascade,
    kind       text    not null check (kind in ('LIKE', 'LOVE', 'LAUGH', 'WOW', 'SAD', 'THANKS')),
    created_at integer not null
) strict;

create unique index somoim_idx_message_reactions_message on somoim_message_reactions (message_id, kind, user_id);
create index somoim_idx_message_reactions_user on somoim_message_reactions (user_id, created_at, message_id, kind);

-- Up to where each person has read. Shown to nobody else.
create table somoim_read_marks (
    conversation_id blob    not null references somoim_conversations (id) on delete cascade,
    user_id         blob    not null references somoim_accounts (id) on delete cascade,
    number          integer not null check (number >= 1),
    created_at      integer not null,
    updated_at      integer not null,
    primary key (conversation_id, user_id)
) strict, without rowid;

create index somoim_idx_read_marks_user on somoim_read_marks (user_id, updated_at, conversation_id);
