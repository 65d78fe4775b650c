-- Goals that people share without their name. No row says whose it is or when within a day anything happened to it: every
-- time here is midnight UTC. All tables are without row ids, so that they lie in the order of random ids, not of their making.
create table somoim_goal_shares (
    id                blob    not null primary key check (length(id) = 16),
    -- The first day on which others saw it.
    shared_on         integer not null check (shared_on % 86400000 = 0),
    -- As they are shown: counted at the turn of a day.
    likes_count       integer not null check (likes_count >= 0),
    inspiration_votes integer not null check (inspiration_votes >= 0),
    -- The day on which somebody has to count anew, or null.
    count_on          integer check (count_on % 86400000 = 0)
) strict, without rowid;

create index somoim_idx_goal_shares_shared on somoim_goal_shares (shared_on desc, id desc);
create index somoim_idx_goal_shares_count on somoim_goal_shares (count_on, id) where count_on is not null;

-- How a share looks from a day on until another. Words have been through redaction; what was taken out is nowhere.
create table somoim_goal_share_faces (
    share_id                    blob    not null references somoim_goal_shares (id) on delete cascade,
    since                       integer not null check (since % 86400000 = 0),
    -- Null of the last.
    until                       integer check (until > since and until % 86400000 = 0),
    withdrawn                   integer not null check (withdrawn in (0, 1)),
    goal_category               text    not null check (goal_category in ('EMERGENCY_FUND', 'DEBT', 'HOME', 'DEPOSIT', 'WEDDING', 'CHILDREN', 'EDUCATION', 'TRAVEL', 'CAR', 'HEALTH',
        'PARENTS', 'BUSINESS', 'RETIREMENT', 'GIVING', 'OTHER')),
    -- The target amount range, in whole units: at least, and less than.
    target_low                  integer check (target_low >= 0),
    target_high                 integer check (target_high > target_low),
    current_progress_percentage integer
        check (current_progress_percentage between 0 and 100 and current_progress_percentage % 10 = 0),
    user_age_group              text check (user_age_group is null or user_age_group in ('UNDER_TWENTY', 'TWENTIES', 'THIRTIES', 'FORTIES', 'FIFTIES', 'SIXTY_AND_OVER')),
    income_low                  integer check (income_low >= 0),
    income_high                 integer check (income_high > income_low),
    user_location_region        text,
    goal_title                  text check (length(goal_title) between 1 and 100),
    goal_description            text check (length(goal_description) between 1 and 2000),
    strategy_description        text check (length(strategy_description) between 1 and 2000),
    tips_and_lessons            text check (length(tips_and_lessons) between 1 and 2000),
    is_verified_completion      integer not null check (is_verified_completion in (0, 1)),
    primary key (share_id, since),
    check ((target_low is null) = (target_high is null)),
    check ((income_low is null) = (income_high is null)),
    check (goal_title is not null
        or goal_description is null and strategy_description is null and tips_and_lessons is null),
    check (is_verified_completion = 0 or current_progress_percentage = 100)
) strict, without rowid;

create index somoim_idx_goal_share_faces_until on somoim_goal_share_faces (until, share_id) where until is not null;

create table somoim_goal_tags (
    share_id blob    not null,
    since    integer not null,
    -- In the order in which they were given.
    place    integer not null check (place >= 0),
    tag      text    not null check (length(tag) between 1 and 30),
    primary key (share_id, since, place),
    unique (tag, share_id, since),
    foreign key (share_id, since) references somoim_goal_share_faces (share_id, since) on delete cascade
) strict, without rowid;

-- Whose a share is, for those who have the key, which is not in this file. One row for each share that somebody owns.
create table somoim_goal_share_owners (
    -- Of the owner and one of their places for shares. No two can be told to be one person's.
    pseudonym text not null primary key check (length(pseudonym) = 64),
    share_id  blob not null unique references somoim_goal_shares (id) on delete cascade,
    -- The owner, veiled under the share's id.
    veiled    blob not null check (length(veiled) = 16)
) strict, without rowid;

-- What people gave to the goals of others. Not when.
create table somoim_goal_votes (
    share_id blob not null references somoim_goal_shares (id) on delete cascade,
    cheer    text not null check (cheer in ('LIKE', 'INSPIRED')),
    user_id  blob not null references somoim_accounts (id) on delete cascade,
    primary key (share_id, cheer, user_id)
) strict, without rowid;

create index somoim_idx_goal_votes_user on somoim_goal_votes (user_id, share_id, cheer);
