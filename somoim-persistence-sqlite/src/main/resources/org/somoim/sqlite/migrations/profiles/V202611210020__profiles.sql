create table somoim_profiles (
    user_id             blob    not null primary key references somoim_accounts (id) on delete cascade,
    display_name        text    not null check (length(display_name) between 1 and 100),
    -- Sealed under the person's key, as the family name.
    given_name          blob,
    family_name         blob,
    bio                 text    check (length(bio) between 1 and 2000),
    avatar_url          text    check (length(avatar_url) between 1 and 500),
    location            text    check (length(location) between 1 and 255),
    reputation_score    integer not null check (reputation_score >= 0),
    total_contributions integer not null check (total_contributions >= 0),
    experience_level    text    not null
        check (experience_level in ('NEWCOMER', 'CONTRIBUTOR', 'EXPERIENCED', 'EXPERT')),
    -- The setting profile_visibility; kept here because every access decision about a person's page reads it.
    visibility          text    not null check (visibility in ('EVERYONE', 'GROUPS', 'NOBODY')),
    created_at          integer not null,
    updated_at          integer not null
) strict;

create table somoim_profile_interests (
    user_id    blob    not null references somoim_profiles (user_id) on delete cascade,
    interest   text    not null check (length(interest) between 1 and 50),
    created_at integer not null,
    primary key (user_id, interest)
) strict, without rowid;

create index somoim_idx_profile_interests_interest on somoim_profile_interests (interest);

create table somoim_profile_expertise (
    user_id    blob    not null references somoim_profiles (user_id) on delete cascade,
    expertise  text    not null check (length(expertise) between 1 and 50),
    created_at integer not null,
    primary key (user_id, expertise)
) strict, without rowid;

create index somoim_idx_profile_expertise_expertise on somoim_profile_expertise (expertise);

-- One row per profile. No defaults: what a new profile begins with is written out by the library, from one definition.
create table somoim_privacy_settings (
    user_id                   blob    not null primary key references somoim_profiles (user_id) on delete cascade,
    given_name_visibility     text    not null check (given_name_visibility in ('EVERYONE', 'GROUPS', 'NOBODY')),
    family_name_visibility    text    not null check (family_name_visibility in ('EVERYONE', 'GROUPS', 'NOBODY')),
    bio_visibility            text    not null check (bio_visibility in ('EVERYONE', 'GROUPS', 'NOBODY')),
    avatar_visibility         text    not null check (avatar_visibility in ('EVERYONE', 'GROUPS', 'NOBODY')),
    location_visibility       text    not null check (location_visibility in ('EVERYONE', 'GROUPS', 'NOBODY')),
    interests_visibility      text    not null check (interests_visibility in ('EVERYONE', 'GROUPS', 'NOBODY')),
    expertise_visibility      text    not null check (expertise_visibility in ('EVERYONE', 'GROUPS', 'NOBODY')),
    standing_visibility       text    not null check (standing_visibility in ('EVERYONE', 'GROUPS', 'NOBODY')),
    discoverable              text    not null check (discoverable in ('NO', 'YES')),
    goal_sharing_level        text    not null
        check (goal_sharing_level in ('NOTHING', 'CATEGORY', 'PROGRESS', 'STORY')),
    share_goal_amounts        text    not null check (share_goal_amounts in ('NO', 'YES')),
    share_age_range           text    not null check (share_age_range in ('NO', 'YES')),
    share_region              text    not null check (share_region in ('NO', 'YES')),
    contribute_to_comparisons text    not null check (contribute_to_comparisons in ('NO', 'YES')),
    anonymize_in_comparisons  text    not null check (anonymize_in_comparisons in ('NO', 'YES')),
    created_at                integer not null,
    updated_at                integer not null
) strict;

create table somoim_blocks (
    blocker_id blob    not null references somoim_accounts (id) on delete cascade,
    blocked_id blob    not null references somoim_accounts (id) on delete cascade,
    created_at integer not null,
    primary key (blocker_id, blocked_id),
    check (blocker_id <> blocked_id)
) strict, without rowid;

create index somoim_idx_blocks_blocked on somoim_blocks (blocked_id, blocker_id);

create table somoim_muted_keywords (
    user_id    blob    not null references somoim_accounts (id) on delete cascade,
    keyword    text    not null check (length(keyword) between 1 and 50),
    created_at integer not null,
    primary key (user_id, keyword)
) strict, without rowid;
