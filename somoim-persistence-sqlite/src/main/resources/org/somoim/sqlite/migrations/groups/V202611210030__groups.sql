create table somoim_groups (
    id                 blob    not null primary key check (length(id) = 16),
    name               text    not null check (length(name) between 1 and 255),
    -- The name in the one form that everything reading alike has; what a search by name looks at.
    folded_name        text    not null,
    description        text    check (length(description) between 1 and 20000),
    category           text    check (length(category) between 1 and 60),
    kind               text    not null check (kind in ('SOCIAL', 'CREW', 'FAMILY')),
    visibility         text    not null check (visibility in ('PUBLIC', 'PRIVATE', 'SECRET')),
    join_policy        text    not null check (join_policy in ('OPEN', 'REQUEST', 'INVITE')),
    invite_policy      text    not null check (invite_policy in ('ANY_MEMBER', 'ADMINS')),
    moderators_approve integer not null check (moderators_approve in (0, 1)),
    max_members        integer check (max_members >= 1),
    -- How many are active. May exceed max_members after the limit was lowered: nobody is put out for that.
    members            integer not null check (members >= 0),
    event_id           blob    check (length(event_id) = 16),
    -- No cascade: a group outlives whoever created it. Accounts that are erased keep their row.
    created_by         blob    not null references somoim_accounts (id),
    created_at         integer not null,
    updated_at         integer not null,
    deleted_at         integer,
    check (kind <> 'FAMILY' or (visibility <> 'PUBLIC' and join_policy <> 'OPEN')),
    check (event_id is null or kind = 'CREW')
) strict;

create index somoim_idx_groups_newest on somoim_groups (created_at, id) where deleted_at is null;
create index somoim_idx_groups_category on somoim_groups (category, created_at, id) where deleted_at is null;
create index somoim_idx_groups_event on somoim_groups (event_id, created_at, id);
create index somoim_idx_groups_created_by on somoim_groups (created_by);
create index somoim_idx_groups_deleted on somoim_groups (deleted_at, id) where deleted_at is not null;

create table somoim_memberships (
    group_id   blob    not null references somoim_groups (id) on delete cascade,
    user_id    blob    not null references somoim_accounts (id) on delete cascade,
    status     text    not null
        check (status in ('INVITED', 'REQUESTED', 'ACTIVE', 'LEFT', 'DECLINED', 'REMOVED', 'BANNED')),
    role       text    check (role in ('MEMBER', 'MODERATOR', 'ADMIN', 'OWNER')),
    message    text    check (length(message) between 1 and 255),
    -- Whoever brought the status about. Not a foreign key: the row is about user_id and stays when the other one goes.
    by_id      blob    not null check (length(by_id) = 16),
    change_id  blob    not null check (length(change_id) = 16),
    -- Was put out, and nobody has let them in since.
    put_out    integer not null check (put_out in (0, 1)),
    joined_at  integer,
    created_at integer not null,
    updated_at integer not null,
    -- The order of Standing, so that lists can compare ranks: what the access decision says of this row.
    standing   integer not null generated always as (
        case
            when role = 'OWNER' then 7
            when role = 'ADMIN' then 6
            when role = 'MODERATOR' then 5
            when role = 'MEMBER' then 4
            when status = 'INVITED' then 3
            when status = 'BANNED' then 0
            else 2
        end) stored,
    primary key (group_id, user_id),
    check ((status = 'ACTIVE') = (role is not null)),
    check (status <> 'ACTIVE' or joined_at is not null),
    check (put_out = 1 or status <> 'REMOVED' and status <> 'BANNED'),
    check (put_out = 0 or status <> 'ACTIVE' and status <> 'LEFT'),
    check (message is null or status = 'REQUESTED')
) strict, without rowid;

-- Exactly one owner: never two because of this; never none because the owner can only pass it on.
create unique index somoim_idx_group_members_owner on somoim_memberships (group_id) where role = 'OWNER';
create index somoim_idx_group_members_group on somoim_memberships (group_id, status, joined_at, user_id);
create index somoim_idx_group_members_waiting on somoim_memberships (group_id, status, updated_at, user_id)
    where status <> 'ACTIVE';
create index somoim_idx_group_members_team on somoim_memberships (group_id, standing, joined_at, user_id)
    where standing >= 5;
create index somoim_idx_group_members_user on somoim_memberships (user_id, created_at, group_id);
create index somoim_idx_group_members_over on somoim_memberships (updated_at) where status in ('DECLINED', 'LEFT') and put_out = 0;

-- Append-only.
create table somoim_membership_log (
    id            blob    not null primary key check (length(id) = 16),
    group_id      blob    not null references somoim_groups (id) on delete cascade,
    user_id       blob    not null references somoim_accounts (id) on delete cascade,
    status_before text
        check (status_before in ('INVITED', 'REQUESTED', 'ACTIVE', 'LEFT', 'DECLINED', 'REMOVED', 'BANNED')),
    role_before   text    check (role_before in ('MEMBER', 'MODERATOR', 'ADMIN', 'OWNER')),
    status_after  text    not null
        check (status_after in ('INVITED', 'REQUESTED', 'ACTIVE', 'LEFT', 'DECLINED', 'REMOVED', 'BANNED')),
    role_after    text    check (role_after in ('MEMBER', 'MODERATOR', 'ADMIN', 'OWNER')),
    by_id         blob    not null check (length(by_id) = 16),
    created_at    integer not null
) strict;

create index somoim_idx_membership_log_group on somoim_membership_log (group_id, created_at, id);
create index somoim_idx_membership_log_user on somoim_membership_log (user_id);

create table somoim_group_invites (
    id         blob    not null primary key check (length(id) = 16),
    group_id   blob    not null references somoim_groups (id) on delete cascade,
    kind       text    not null check (kind in ('EMAIL', 'LINK')),
    -- Sealed under the library's key: it may be nobody's yet.
    email      blob,
    email_mark blob    check (length(email_mark) = 32),
    digest     text    not null unique check (length(digest) = 64),
    invited_by blob    not null references somoim_accounts (id) on delete cascade,
    max_uses   integer not null check (max_uses between 1 and 1000),
    uses       integer not null check (uses between 0 and max_uses),
    expires_at integer not null,
    revoked_at integer,
    created_at integer not null,
    updated_at integer not null,
    check ((kind = 'EMAIL') = (email is not null)),
    check ((email is null) = (email_mark is null)),
    check (kind = 'LINK' or max_uses = 1)
) strict;

create index somoim_idx_group_invites_group on somoim_group_invites (group_id, created_at, id);
create index somoim_idx_group_invites_invited_by on somoim_group_invites (invited_by);
create index somoim_idx_group_invites_expires on somoim_group_invites (expires_at, id);
