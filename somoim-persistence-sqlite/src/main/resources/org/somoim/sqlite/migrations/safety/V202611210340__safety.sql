-- Calls for help, one row for each group that was called.
create table somoim_safety_alerts (
    id                  blob    not null primary key check (length(id) = 16),
    -- The same for all alerts of one emergency.
    batch_id            blob    not null check (length(batch_id) = 16),
    group_id            blob    not null references somoim_groups (id) on delete cascade,
    user_id             blob    not null references somoim_accounts (id) on delete cascade,
    alert_type          text    not null check (alert_type in ('HELP', 'MEDICAL', 'HARASSMENT', 'OTHER')),
    -- Sealed under the caller's key, as the location.
    message             blob,
    -- Latitude and longitude as whole numbers, and how precise they are. Null also once it has been shredded.
    location            blob,
    drill               integer not null check (drill in (0, 1)),
    step                integer not null check (step >= 0),
    due_at              integer,
    answered_at         integer,
    outcome             text    check (outcome in ('RESOLVED', 'FALSE_ALARM', 'LAPSED')),
    resolved_at         integer,
    resolved_by_user_id blob    references somoim_accounts (id) on delete set null,
    shred_at            integer,
    created_at          integer not null,
    updated_at          integer not null,
    check ((outcome is null) = (resolved_at is null)),
    check (outcome is not null or resolved_by_user_id is null and shred_at is null),
    -- Whatever was acknowledged, or has ended, is not escalated.
    check (due_at is null or outcome is null and answered_at is null)
) strict;

create index somoim_idx_safety_alerts_group on somoim_safety_alerts (group_id, created_at, id);
create index somoim_idx_safety_alerts_user on somoim_safety_alerts (user_id, created_at, id);
create index somoim_idx_safety_alerts_created on somoim_safety_alerts (created_at, id) where outcome is null;
create index somoim_idx_safety_alerts_batch on somoim_safety_alerts (batch_id, id);
create index somoim_idx_safety_alerts_resolved_by on somoim_safety_alerts (resolved_by_user_id);
create index somoim_idx_safety_alerts_due on somoim_safety_alerts (due_at, id) where due_at is not null;
create index somoim_idx_safety_alerts_shred on somoim_safety_alerts (shred_at, id) where shred_at is not null;
create index somoim_idx_safety_alerts_ended on somoim_safety_alerts (resolved_at, id) where resolved_at is not null;

-- Everyone whom an alert calls, as it was settled when it was raised, and what they answered.
create table somoim_alert_receipts (
    alert_id    blob    not null references somoim_safety_alerts (id) on delete cascade,
    user_id     blob    not null references somoim_accounts (id) on delete cascade,
    answer      text    check (answer in ('SEEN', 'ON_MY_WAY', 'CALLED_FOR_HELP')),
    answered_at integer,
    created_at  integer not null,
    primary key (alert_id, user_id),
    check ((answer is null) = (answered_at is null))
) strict, without rowid;

create index somoim_idx_alert_receipts_user on somoim_alert_receipts (user_id, created_at, alert_id);
create index somoim_idx_alert_receipts_answers on somoim_alert_receipts (alert_id, answered_at, user_id)
    where answer is not null;
