-- Categories stand in one another. That they do so without a circle and at most five deep is looked after by whoever writes.
create table somoim_forum_categories (
    id                       blob    not null primary key check (length(id) = 16),
    parent_category_id       blob    references somoim_forum_categories (id),
    name                     text    not null check (length(name) between 1 and 255),
    description              text    check (length(description) between 1 and 20000),
    forum_type               text    not null check (forum_type in ('DISCUSSION', 'QUESTIONS', 'ANNOUNCEMENTS')),
    is_moderated             integer not null check (is_moderated in (0, 1)),
    minimum_experience_level text    not null
        check (minimum_experience_level in ('NEWCOMER', 'CONTRIBUTOR', 'EXPERIENCED', 'EXPERT')),
    created_at               integer not null,
    updated_at               integer not null,
    check (parent_category_id <> id)
) strict;

create index somoim_idx_forum_categories_parent on somoim_forum_categories (parent_category_id);
create index somoim_idx_forum_categories_created on somoim_forum_categories (created_at, id);

create table somoim_category_moderators (
    category_id blob    not null references somoim_forum_categories (id) on delete cascade,
    user_id     blob    not null references somoim_accounts (id) on delete cascade,
    created_at  integer not null,
    primary key (category_id, user_id)
) strict, without rowid;

create index somoim_idx_category_moderators_user on somoim_category_moderators (user_id, category_id);

create table somoim_forum_topics (
    id                 blob    not null primary key check (length(id) = 16),
    category_id        blob    not null references somoim_forum_categories (id),
    created_by_user_id blob    not null references somoim_accounts (id) on delete cascade,
    title              text    not null check (length(title) between 1 and 255),
    post_type          text    not null check (post_type in ('DISCUSSION', 'QUESTION', 'TIP', 'STORY', 'ANNOUNCEMENT')),
    status             text    not null check (status in ('WAITING', 'OPEN', 'LOCKED', 'ARCHIVED', 'MERGED')),
    views_count        integer not null check (views_count >= 0),
    -- Places in it: the greatest number of its posts.
    posts_count        integer not null check (posts_count >= 0),
    -- How often its posts were numbered.
    edition            integer not null check (edition >= 1),
    best_answer_id     blob    references somoim_forum_posts (id),
    solved_by          blob    references somoim_accounts (id) on delete set null,
    solved_at          integer,
    pinned_at          integer,
    merged_into        blob    references somoim_forum_topics (id) on delete cascade,
    created_at         integer not null,
    edited_at          integer,
    active_at          integer not null,
    updated_at         integer not null,
    deleted_at         integer,
    -- Not a foreign key: the row stays when whoever deleted it goes.
    deleted_by         blob    check (length(deleted_by) = 16),
    is_solved          integer not null generated always as (solved_at is not null) virtual,
    -- Whether it is in lists.
    is_listed          integer not null
        generated always as (deleted_at is null and status in ('OPEN', 'LOCKED', 'ARCHIVED')) virtual,
    check ((deleted_at is null) = (deleted_by is null)),
    check ((status = 'MERGED') = (merged_into is not null)),
    check (merged_into <> id),
    check ((best_answer_id is null) = (solved_at is null)),
    check (solved_by is null or best_answer_id is not null),
    check (best_answer_id is null or post_type = 'QUESTION')
) strict;

-- Lists are in the order of what was active last, within each category by itself.
create index somoim_idx_forum_topics_category on somoim_forum_topics (category_id, active_at, id) where is_listed;
create index somoim_idx_forum_topics_type on somoim_forum_topics (category_id, post_type, active_at, id) where is_listed;
create index somoim_idx_forum_topics_solved on somoim_forum_topics (category_id, is_solved, active_at, id)
    where is_listed and post_type = 'QUESTION';
create index somoim_idx_forum_topics_pinned on somoim_forum_topics (category_id, pinned_at, id)
    where pinned_at is not null and deleted_at is null;
create index somoim_idx_forum_topics_in on somoim_forum_topics (category_id);
create index somoim_idx_forum_topics_author on somoim_forum_topics (created_by_user_id, created_at, id);
create index somoim_idx_forum_topics_solver on somoim_forum_topics (solved_by, id);
create index somoim_idx_forum_topics_answer on somoim_forum_topics (best_answer_id);
create index somoim_idx_forum_topics_merged on somoim_forum_topics (merged_into);
create index somoim_idx_forum_topics_deleted on somoim_forum_topics (deleted_at, id) where deleted_at is not null;

-- The same row holds what lists by tag are ordered and narrowed by.
create table somoim_topic_tags (
    topic_id    blob    not null references somoim_forum_topics (id) on delete cascade,
    -- In the order in which they were given.
    place       integer not null check (place >= 0),
    tag         text    not null check (length(tag) between 1 and 30),
    category_id blob    not null check (length(category_id) = 16),
    active_at   integer not null,
    is_listed   integer not null check (is_listed in (0, 1)),
    primary key (topic_id, place)
) strict, without rowid;

create index somoim_idx_topic_tags_tag on somoim_topic_tags (tag, category_id, active_at, topic_id) where is_listed;

create table somoim_forum_posts (
    id            blob    not null primary key check (length(id) = 16),
    topic_id      blob    not null references somoim_forum_topics (id) on delete cascade,
    user_id       blob    not null references somoim_accounts (id) on delete cascade,
    -- Its place in the topic, from 1 without a gap, or 0 while it awaits approval.
    post_number   integer not null check (post_number >= 0),
    -- Grows with the number, and keeps the order when topics are merged.
    rank          integer not null,
    content       text    not null check (length(content) between 1 and 20000),
    likes_count   integer not null check (likes_count >= 0),
    helpful_votes integer not null check (helpful_votes >= 0),
    -- In thousandths.
    quality_score integer not null check (quality_score between 0 and 1000),
    created_at    integer not null,
    edited_at     integer,
    updated_at    integer not null,
    deleted_at    integer,
    -- Not a foreign key: the row is its author's and stays when whoever deleted it goes.
    deleted_by    blob    check (length(deleted_by) = 16),
    -- When its words went for good. Its place stays.
    erased_at     integer,
    check ((post_number = 0) = (rank = 0)),
    check ((deleted_at is null) = (deleted_by is null))
) strict;

create unique index somoim_idx_forum_posts_number on somoim_forum_posts (topic_id, post_number) where post_number > 0;
create index somoim_idx_forum_posts_topic on somoim_forum_posts (topic_id, post_number, created_at, id);
create index somoim_idx_forum_posts_quality on somoim_forum_posts (topic_id, quality_score, id)
    where post_number > 1 and deleted_at is null;
create index somoim_idx_forum_posts_author on somoim_forum_posts (user_id, created_at, id);
create index somoim_idx_forum_posts_waiting on somoim_forum_posts (created_at, id)
    where post_number = 0 and deleted_at is null;
create index somoim_idx_forum_posts_deleted on somoim_forum_posts (deleted_at, id)
    where deleted_at is not null and erased_at is null;

create table somoim_forum_likes (
    post_id    blob    not null references somoim_forum_posts (id) on delete cascade,
    user_id    blob    not null references somoim_accounts (id) on delete cascade,
    created_at integer not null,
    primary key (post_id, user_id)
) strict, without rowid;

create index somoim_idx_forum_likes_user on somoim_forum_likes (user_id, created_at, post_id);

create table somoim_forum_votes (
    post_id    blob    not null references somoim_forum_posts (id) on delete cascade,
    user_id    blob    not null references somoim_accounts (id) on delete cascade,
    verdict    text    not null check (verdict in ('HELPFUL', 'UNHELPFUL')),
    created_at integer not null,
    primary key (post_id, user_id)
) strict, without rowid;

create index somoim_idx_forum_votes_user on somoim_forum_votes (user_id, created_at, post_id);

create table somoim_topic_follows (
    topic_id   blob    not null references somoim_forum_topics (id) on delete cascade,
    user_id    blob    not null references somoim_accounts (id) on delete cascade,
    created_at integer not null,
    primary key (topic_id, user_id)
) strict, without rowid;

create index somoim_idx_topic_follows_user on somoim_topic_follows (user_id, created_at, topic_id);

-- Where a post was that has another place now: until which edition it had this number in this topic.
create table somoim_topic_redirects (
    topic_id    blob    not null references somoim_forum_topics (id) on delete cascade,
    post_number integer not null check (post_number >= 1),
    edition     integer not null check (edition >= 1),
    post_id     blob    not null references somoim_forum_posts (id) on delete cascade,
    primary key (topic_id, post_number, edition)
) strict, without rowid;

create index somoim_idx_topic_redirects_post on somoim_topic_redirects (post_id);

-- What people are writing, for themselves alone.
create table somoim_forum_drafts (
    id          blob    not null primary key check (length(id) = 16),
    user_id     blob    not null references somoim_accounts (id) on delete cascade,
    -- Of a topic.
    category_id blob    references somoim_forum_categories (id) on delete cascade,
    -- Of a post.
    topic_id    blob    references somoim_forum_topics (id) on delete cascade,
    title       text    check (length(title) between 1 and 255),
    content     text    not null check (length(content) between 1 and 20000),
    post_type   text    check (post_type is null or post_type in ('DISCUSSION', 'QUESTION', 'TIP', 'STORY', 'ANNOUNCEMENT')),
    -- One in a line.
    tags        text    not null,
    created_at  integer not null,
    updated_at  integer not null,
    check ((category_id is null) <> (topic_id is null)),
    check ((category_id is null) = (post_type is null)),
    check (topic_id is null or title is null and tags = '')
) strict;

create index somoim_idx_forum_drafts_user on somoim_forum_drafts (user_id, updated_at, id);
create index somoim_idx_forum_drafts_category on somoim_forum_drafts (category_id);
create index somoim_idx_forum_drafts_topic on somoim_forum_drafts (topic_id);
create index somoim_idx_forum_drafts_changed on somoim_forum_drafts (updated_at, id);
