-- What comes again by a rule. Its occurrences are events of their own.
create table somoim_event_series (
    id            blob    not null primary key check (length(id) = 16),
    group_id      blob    references somoim_groups (id) on delete cascade,
    page_of       blob    references somoim_accounts (id) on delete cascade,
    creator_id    blob    not null references somoim_accounts (id) on delete cascade,
    rule          text    not null check (length(rule) between 1 and 200),
    title         text    not null check (length(title) between 1 and 255),
    description   text    check (length(description) between 1 and 20000),
    kind          text    not null
        check (kind in ('BAR', 'CLUB', 'CONCERT', 'PARTY', 'RESTAURANT', 'OUTDOOR', 'SPORTS', 'OTHER')),
    is_public     integer not null check (is_public in (0, 1)),
    starts_on     text    not null check (length(starts_on) = 19),
    ends_on       text    check (length(ends_on) = 19),
    zone          text    not null check (length(zone) between 1 and 60),
    venue_label   text    check (length(venue_label) between 1 and 255),
    address       text    check (length(address) between 1 and 255),
    latitude      integer check (latitude between -9000000000 and 9000000000),
    longitude     integer check (longitude between -18000000000 and 18000000000),
    online        text    check (length(online) between 1 and 500),
    venue_for     text    check (venue_for in ('EVERYONE', 'MEMBERS', 'GOING')),
    max_attendees integer check (max_attendees >= 1),
    by_approval   integer not null check (by_approval in (0, 1)),
    promotion     text    not null check (promotion in ('AUTOMATIC', 'OFFER_LATE', 'OFFER', 'MANUAL')),
    offer_hours   integer not null check (offer_hours between 1 and 720),
    most_guests   integer not null check (most_guests between 0 and 20),
    made_until    text    not null check (length(made_until) = 19),
    ended_at      integer,
    created_at    integer not null,
    updated_at    integer not null,
    check ((group_id is null) <> (page_of is null)),
    check (page_of is null or page_of = creator_id),
    check ((latitude is null) = (longitude is null))
) strict;

create index somoim_idx_event_series_group on somoim_event_series (group_id, created_at, id);
create index somoim_idx_event_series_page on somoim_event_series (page_of, created_at, id);
create index somoim_idx_event_series_creator on somoim_event_series (creator_id, created_at, id);
create index somoim_idx_event_series_running on somoim_event_series (made_until, id) where ended_at is null;

create table somoim_events (
    id            blob    not null primary key check (length(id) = 16),
    group_id      blob    references somoim_groups (id) on delete cascade,
    page_of       blob    references somoim_accounts (id) on delete cascade,
    creator_id    blob    not null references somoim_accounts (id) on delete cascade,
    series_id     blob    references somoim_event_series (id) on delete cascade,
    -- When it was first to start, by the clock on the wall: the name of an occurrence, whatever it was moved to.
    recurrence    text    check (length(recurrence) = 19),
    title         text    not null check (length(title) between 1 and 255),
    description   text    check (length(description) between 1 and 20000),
    kind          text    not null
        check (kind in ('BAR', 'CLUB', 'CONCERT', 'PARTY', 'RESTAURANT', 'OUTDOOR', 'SPORTS', 'OTHER')),
    is_public     integer not null check (is_public in (0, 1)),
    -- By the clock on the wall of the zone, which is what was agreed upon; what it comes to, for order and search.
    starts_on     text    not null check (length(starts_on) = 19),
    ends_on       text    check (length(ends_on) = 19),
    zone          text    not null check (length(zone) between 1 and 60),
    starts_at     integer not null,
    ends_at       integer,
    venue_label   text    check (length(venue_label) between 1 and 255),
    address       text    check (length(address) between 1 and 255),
    -- In hundred-millionths of a degree.
    latitude      integer check (latitude between -9000000000 and 9000000000),
    longitude     integer check (longitude between -18000000000 and 18000000000),
    online        text    check (length(online) between 1 and 500),
    venue_for     text    check (venue_for in ('EVERYONE', 'MEMBERS', 'GOING')),
    max_attendees integer check (max_attendees >= 1),
    by_approval   integer not null check (by_approval in (0, 1)),
    promotion     text    not null check (promotion in ('AUTOMATIC', 'OFFER_LATE', 'OFFER', 'MANUAL')),
    offer_hours   integer not null check (offer_hours between 1 and 720),
    most_guests   integer not null check (most_guests between 0 and 20),
    sequence      integer not null check (sequence >= 0),
    cancelled_at  integer,
    created_at    integer not null,
    updated_at    integer not null,
    deleted_at    integer,
    -- Emptied when its creator was erased.
    erased_at     integer,
    check ((group_id is null) <> (page_of is null)),
    check (page_of is null or page_of = creator_id),
    check ((series_id is null) = (recurrence is null)),
    check ((latitude is null) = (longitude is null)),
    check ((venue_for is null) = (address is null and latitude is null and online is null)),
    check (venue_label is null or venue_for is not null),
    check ((ends_on is null) = (ends_at is null)),
    check (ends_at > starts_at),
    check (starts_at > created_at)
) strict;

create index somoim_idx_events_group on somoim_events (group_id, starts_at, id);
create index somoim_idx_events_page on somoim_events (page_of, starts_at, id);
create index somoim_idx_events_creator on somoim_events (creator_id, created_at, id);
create unique index somoim_idx_events_series on somoim_events (series_id, recurrence);
create index somoim_idx_events_start on somoim_events (starts_at, id) where deleted_at is null;
create index somoim_idx_events_type on somoim_events (kind, starts_at, id) where deleted_at is null;
create index somoim_idx_events_location on somoim_events (latitude, longitude)
    where latitude is not null and deleted_at is null;
create index somoim_idx_events_deleted on somoim_events (deleted_at, id) where deleted_at is not null;
