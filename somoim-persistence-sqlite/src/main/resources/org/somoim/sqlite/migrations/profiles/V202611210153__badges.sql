-- What people have achieved, by the word of those who run the community.
create table somoim_profile_badges (
    user_id    blob    not null references somoim_profiles (user_id) on delete cascade,
    badge      text    not null check (length(badge) between 1 and 60),
    created_at integer not null,
    primary key (user_id, badge)
) strict, without rowid;

create index somoim_idx_profile_badges_oldest on somoim_profile_badges (user_id, created_at, badge);
