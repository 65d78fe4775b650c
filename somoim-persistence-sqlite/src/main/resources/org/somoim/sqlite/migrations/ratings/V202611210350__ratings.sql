-- What people who met think of one another. The id is random: it says nothing about when or in which order it was made.
create table somoim_ratings (
    id           blob    not null primary key check (length(id) = 16),
    -- Null once the event is gone for good: what people thought of one another there still counts.
    event_id     blob    references somoim_events (id) on delete set null,
    -- Null once whoever gave it has been erased.
    rater_id     blob    references somoim_accounts (id) on delete set null,
    rated_id     blob    not null references somoim_accounts (id) on delete cascade,
    stars        integer not null check (stars between 1 and 5),
    comment      text    check (length(comment) between 1 and 500),
    created_at   integer not null,
    closes_at    integer not null check (closes_at > created_at),
    published_at integer,
    check (rater_id <> rated_id),
    check (rater_id is not null or published_at is not null and comment is null),
    unique (event_id, rated_id, rater_id)
) strict;

create index somoim_idx_ratings_rater on somoim_ratings (rater_id, created_at desc, id desc);
create index somoim_idx_ratings_rated_user on somoim_ratings (rated_id, id);
create index somoim_idx_ratings_waiting on somoim_ratings (rated_id, rater_id, created_at) where published_at is null;

-- Kept in the change that publishes, and always what the view below comes to.
create table somoim_reputation_summaries (
    user_id    blob    primary key references somoim_accounts (id) on delete cascade,
    -- In hundredths of a star.
    reputation integer not null check (reputation between 100 and 500),
    ratings    integer not null check (ratings > 0),
    created_at integer not null,
    updated_at integer not null
) strict, without rowid;

create index somoim_idx_users_reputation on somoim_reputation_summaries (reputation);

create view somoim_user_reputation as
select a.id as user_id, coalesce(round(avg(r.stars), 2), 0.0) as average_rating, count(r.stars) as total_ratings
from somoim_accounts a
left join somoim_ratings r on r.rated_id = a.id and r.published_at is not null
group by a.id;
