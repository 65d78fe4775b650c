-- A post stands in a group or on its author's own page.
create table somoim_posts (
    id         blob    not null primary key check (length(id) = 16),
    group_id   blob    references somoim_groups (id) on delete cascade,
    page_of    blob    references somoim_accounts (id) on delete cascade,
    author_id  blob    not null references somoim_accounts (id) on delete cascade,
    title      text    check (length(title) between 1 and 255),
    body       text    not null check (length(body) between 1 and 20000),
    -- How many there are that have not been deleted.
    comments   integer not null check (comments >= 0),
    pinned_at  integer,
    created_at integer not null,
    edited_at  integer,
    updated_at integer not null,
    deleted_at integer,
    -- Not a foreign key: the row is its author's and stays when whoever deleted it goes.
    deleted_by blob    check (length(deleted_by) = 16),
    check ((group_id is null) <> (page_of is null)),
    check (page_of is null or page_of = author_id),
    check ((deleted_at is null) = (deleted_by is null)),
    check (deleted_at is null or pinned_at is null)
) strict;

create index somoim_idx_posts_group on somoim_posts (group_id, created_at, id);
create index somoim_idx_posts_page on somoim_posts (page_of, created_at, id);
create index somoim_idx_posts_author on somoim_posts (author_id);
create index somoim_idx_posts_pinned on somoim_posts (coalesce(group_id, page_of), pinned_at, id)
    where pinned_at is not null;
create index somoim_idx_posts_deleted on somoim_posts (deleted_at, id) where deleted_at is not null;

-- What a post said before.
create table somoim_post_revisions (
    id         blob    not null primary key check (length(id) = 16),
    post_id    blob    not null references somoim_posts (id) on delete cascade,
    title      text    check (length(title) between 1 and 255),
    body       text    not null check (length(body) between 1 and 20000),
    by_id      blob    not null references somoim_accounts (id) on delete cascade,
    -- When it was replaced.
    created_at integer not null
) strict;

create index somoim_idx_post_revisions_post on somoim_post_revisions (post_id, created_at, id);
create index somoim_idx_post_revisions_by on somoim_post_revisions (by_id);

create table somoim_comments (
    id         blob    not null primary key check (length(id) = 16),
    post_id    blob    not null references somoim_posts (id) on delete cascade,
    -- Not cascading: what others answered is theirs.
    parent_id  blob    references somoim_comments (id) on delete set null,
    depth      integer not null check (depth between 1 and 8),
    -- Null once it is purged while there are answers to it: only the place is left.
    author_id  blob    references somoim_accounts (id) on delete cascade,
    body       text    check (length(body) between 1 and 20000),
    -- How many there are beneath it at any depth that have not been deleted.
    replies    integer not null check (replies >= 0),
    created_at integer not null,
    edited_at  integer,
    updated_at integer not null,
    deleted_at integer,
    -- Not a foreign key: the row is its author's and stays when whoever deleted it goes.
    deleted_by blob    check (length(deleted_by) = 16),
    check ((author_id is null) = (body is null)),
    check (body is not null or deleted_at is not null),
    check (body is null or (deleted_at is null) = (deleted_by is null))
) strict;

create index somoim_idx_comments_post on somoim_comments (post_id, created_at, id);
-- Few among many: the places that are left of what was deleted and has been answered.
create index somoim_idx_comments_gone on somoim_comments (post_id, created_at, id)
    where deleted_at is not null and replies > 0;
create index somoim_idx_comments_parent on somoim_comments (parent_id);
create index somoim_idx_comments_author on somoim_comments (author_id);
create index somoim_idx_comments_deleted on somoim_comments (deleted_at, id) where deleted_at is not null;

-- What a comment said before.
create table somoim_comment_revisions (
    id         blob    not null primary key check (length(id) = 16),
    comment_id blob    not null references somoim_comments (id) on delete cascade,
    body       text    not null check (length(body) between 1 and 20000),
    by_id      blob    not null references somoim_accounts (id) on delete cascade,
    -- When it was replaced.
    created_at integer not null
) strict;

create index somoim_idx_comment_revisions_comment on somoim_comment_revisions (comment_id, created_at, id);
create index somoim_idx_comment_revisions_by on somoim_comment_revisions (by_id);

-- One per person, kind, and post or comment.
create table somoim_reactions (
    post_id    blob    references somoim_posts (id) on delete cascade,
    comment_id blob    references somoim_comments (id) on delete cascade,
    target_id  blob    not null generated always as (coalesce(comment_id, post_id)) stored,
    user_id    blob    not null references somoim_accounts (id) on delete cascade,
    kind       text    not null check (kind in ('LIKE', 'LOVE', 'LAUGH', 'WOW', 'SAD', 'THANKS')),
    created_at integer not null,
    check ((post_id is null) <> (comment_id is null))
) strict;

create unique index somoim_idx_reactions_target on somoim_reactions (target_id, kind, user_id);
create index somoim_idx_reactions_latest on somoim_reactions (target_id, kind, created_at, user_id);
create index somoim_idx_reactions_post on somoim_reactions (post_id);
create index somoim_idx_reactions_comment on somoim_reactions (comment_id);
create index somoim_idx_reactions_user on somoim_reactions (user_id);

-- Who is named in a post or comment.
create table somoim_mentions (
    post_id    blob    references somoim_posts (id) on delete cascade,
    comment_id blob    references somoim_comments (id) on delete cascade,
    target_id  blob    not null generated always as (coalesce(comment_id, post_id)) stored,
    user_id    blob    not null references somoim_accounts (id) on delete cascade,
    created_at integer not null,
    check ((post_id is null) <> (comment_id is null))
) strict;

create unique index somoim_idx_mentions_target on somoim_mentions (target_id, user_id);
create index somoim_idx_mentions_post on somoim_mentions (post_id);
create index somoim_idx_mentions_comment on somoim_mentions (comment_id);
create index somoim_idx_mentions_user on somoim_mentions (user_id);
