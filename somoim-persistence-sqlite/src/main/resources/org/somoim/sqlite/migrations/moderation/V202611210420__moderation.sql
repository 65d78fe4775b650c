-- Everything that is said against one subject. One row per subject. Ids are random: they say nothing about when.
create table somoim_cases (
    id             blob    not null primary key check (length(id) = 16),
    subject_kind   text    not null check (length(subject_kind) between 1 and 60),
    subject_id     blob    not null unique check (length(subject_id) = 16),
    author_id      blob    references somoim_accounts (id) on delete set null,
    place_id       blob    check (length(place_id) = 16),
    status         text    not null check (status in ('OPEN', 'SNOOZED', 'PROPOSED', 'ACTIONED', 'DISMISSED')),
    ground         text    not null check (ground in ('SPAM', 'SCAM', 'HARASSMENT', 'HATE', 'MISINFORMATION', 'SELF_HARM', 'PRIVACY_LEAK', 'ILLEGAL', 'OTHER')),
    escalated      integer not null check (escalated in (0, 1)),
    -- Priority less the time of opening: the order does not change by waiting, so nothing is computed to find the next.
    standing       integer not null,
    -- In millionths.
    probability    integer not null check (probability between 0 and 1000000),
    reach          integer not null check (reach >= 0),
    -- In thousandths.
    weight         integer not null,
    like_first     integer,
    like_second    integer,
    kin_id         blob    not null check (length(kin_id) = 16),
    claimant_id    blob    references somoim_accounts (id) on delete set null,
    claimed_until  integer,
    snoozed_until  integer,
    -- Bare ids: who must not decide it, and who decided it last, must not be forgotten with an account.
    outsider_id    blob    check (length(outsider_id) = 16),
    decider_id     blob    check (length(decider_id) = 16),
    settled_weight integer not null,
    version        integer not null check (version >= 1),
    said_at        integer not null,
    opened_at      integer not null,
    decided_at     integer,
    created_at     integer not null,
    check (claimed_until is null or status = 'OPEN'),
    check ((status = 'SNOOZED') = (snoozed_until is not null)),
    check ((status in ('ACTIONED', 'DISMISSED')) = (decided_at is not null)),
    check ((like_first is null) = (like_second is null))
) strict;

-- In this order the next case is the first that nobody holds.
create index somoim_idx_cases_next on somoim_cases (escalated desc, standing desc, id) where status = 'OPEN';
create index somoim_idx_cases_oldest on somoim_cases (opened_at) where status = 'OPEN';
create index somoim_idx_cases_snoozed on somoim_cases (snoozed_until, id) where status = 'SNOOZED';
create index somoim_idx_cases_proposed on somoim_cases (id) where status = 'PROPOSED';
create index somoim_idx_cases_like_first on somoim_cases (like_first, opened_at, id) where like_first is not null;
create index somoim_idx_cases_like_second on somoim_cases (like_second, opened_at, id) where like_second is not null;
create index somoim_idx_cases_kin on somoim_cases (kin_id, opened_at, id) where status = 'OPEN';
create index somoim_idx_cases_author on somoim_cases (author_id, opened_at, id);
create index somoim_idx_cases_claimant on somoim_cases (claimant_id, id);
create index somoim_idx_cases_decided on somoim_cases (decided_at, id) where decided_at is not null;

-- What detectors say.
create table somoim_case_signals (
    case_id     blob    not null references somoim_cases (id) on delete cascade,
    number      integer not null check (number >= 1),
    detector    text    not null check (length(detector) between 1 and 60),
    ground      text    not null check (ground in ('SPAM', 'SCAM', 'HARASSMENT', 'HATE', 'MISINFORMATION', 'SELF_HARM', 'PRIVACY_LEAK', 'ILLEGAL', 'OTHER')),
    probability integer not null check (probability between 0 and 1000000),
    -- Lines, the strongest first.
    because     text    not null,
    created_at  integer not null,
    primary key (case_id, number)
) strict, without rowid;

-- Subjects as they were. Never changed.
create table somoim_report_snapshots (
    id           blob    not null primary key check (length(id) = 16),
    subject_kind text    not null check (length(subject_kind) between 1 and 60),
    subject_id   blob    not null check (length(subject_id) = 16),
    author_id    blob    references somoim_accounts (id) on delete cascade,
    place_id     blob    check (length(place_id) = 16),
    title        text,
    body         text,
    said_at      integer not null,
    reach        integer not null check (reach >= 0),
    created_at   integer not null
) strict;

create index somoim_idx_report_snapshots_subject on somoim_report_snapshots (subject_id, created_at, id);
create index somoim_idx_report_snapshots_author on somoim_report_snapshots (author_id, created_at, id);
create index somoim_idx_report_snapshots_taken on somoim_report_snapshots (created_at, id);

create table somoim_reports (
    id           blob    not null primary key check (length(id) = 16),
    case_id      blob    not null references somoim_cases (id) on delete cascade,
    subject_kind text    not null check (length(subject_kind) between 1 and 60),
    subject_id   blob    not null check (length(subject_id) = 16),
    snapshot_id  blob    references somoim_report_snapshots (id) on delete set null,
    -- Null for a notice from outside, and once its maker has been erased.
    reporter_id  blob    references somoim_accounts (id) on delete set null,
    ground       text    not null check (ground in ('SPAM', 'SCAM', 'HARASSMENT', 'HATE', 'MISINFORMATION', 'SELF_HARM', 'PRIVACY_LEAK', 'ILLEGAL', 'OTHER')),
    words        text    check (length(words) between 1 and 2000),
    -- In thousandths.
    weight       integer not null check (weight >= 0),
    trusted      integer not null check (trusted in (0, 1)),
    status       text    not null check (status in ('OPEN', 'UPHELD', 'DISMISSED', 'VOID')),
    created_at   integer not null,
    closed_at    integer,
    check ((status = 'OPEN') = (closed_at is null))
) strict;

-- One open report of one person about one subject.
create unique index somoim_idx_reports_one_open on somoim_reports (reporter_id, subject_id) where status = 'OPEN';
create index somoim_idx_reports_case on somoim_reports (case_id, created_at, id);
create index somoim_idx_reports_reporter on somoim_reports (reporter_id, created_at desc, id desc);
create index somoim_idx_reports_record on somoim_reports (reporter_id, status);
create index somoim_idx_reports_subject on somoim_reports (subject_id, reporter_id);
create index somoim_idx_reports_snapshot on somoim_reports (snapshot_id);
create index somoim_idx_reports_closed on somoim_reports (closed_at, id) where closed_at is not null;

-- Reports from outside that wait for their maker to prove an address.
create table somoim_notices (
    digest       text    not null primary key check (length(digest) = 64),
    sender       text    not null,
    subject_kind text    not null check (length(subject_kind) between 1 and 60),
    subject_id   blob    not null check (length(subject_id) = 16),
    ground       text    not null check (ground in ('SPAM', 'SCAM', 'HARASSMENT', 'HATE', 'MISINFORMATION', 'SELF_HARM', 'PRIVACY_LEAK', 'ILLEGAL', 'OTHER')),
    words        text    check (length(words) between 1 and 2000),
    created_at   integer not null,
    expires_at   integer not null check (expires_at > created_at)
) strict;

create index somoim_idx_notices_sender on somoim_notices (sender, digest);
create index somoim_idx_notices_expires on somoim_notices (expires_at, digest);

-- Whose reports count in full.
create table somoim_flaggers (
    user_id    blob    not null primary key references somoim_accounts (id) on delete cascade,
    by_id      blob    check (length(by_id) = 16),
    created_at integer not null
) strict, without rowid;

-- What was decided, why, and whether it holds.
create table somoim_measures (
    id           blob    not null primary key check (length(id) = 16),
    case_id      blob    not null references somoim_cases (id) on delete cascade,
    -- The one whose strikes brought it about.
    follows_id   blob    references somoim_measures (id) on delete set null,
    kind         text    not null check (kind in ('NUDGE', 'LABEL', 'LIMIT', 'LOCK', 'HOLD', 'HIDE', 'REMOVE', 'RATE_LIMIT', 'MUTE', 'SUSPEND', 'GROUP_BAN', 'BAN')),
    state        text    not null check (state in ('PROPOSED', 'TAKEN', 'DECLINED', 'LIFTED', 'OVERTURNED')),
    subject_kind text    not null check (length(subject_kind) between 1 and 60),
    subject_id   blob    not null check (length(subject_id) = 16),
    -- What it is laid on: the subject, or its author.
    target_id    blob    not null check (length(target_id) = 16),
    person_id    blob    references somoim_accounts (id) on delete set null,
    place_id     blob    check (length(place_id) = 16),
    ground       text    not null check (ground in ('SPAM', 'SCAM', 'HARASSMENT', 'HATE', 'MISINFORMATION', 'SELF_HARM', 'PRIVACY_LEAK', 'ILLEGAL', 'OTHER')),
    rule         text    not null,
    facts        text    not null check (length(facts) between 1 and 4000),
    automated    integer not null check (automated in (0, 1)),
    -- In millionths.
    confidence   integer check (confidence between 0 and 1000000),
    source       text    not null check (source in ('REPORT', 'TRUSTED_FLAGGER', 'NOTICE', 'DETECTOR', 'OWN_INITIATIVE')),
    points       integer not null check (points between 0 and 12),
    rung         integer not null check (rung >= 0),
    -- Bare ids: who decided must not be forgotten with an account, or they could judge themselves.
    decider_id   blob    check (length(decider_id) = 16),
    second_id    blob    check (length(second_id) = 16),
    -- What a person was to the group they were put out of.
    former       text,
    starts_at    integer,
    ends_at      integer,
    ended_at     integer,
    -- When it was decided.
    created_at   integer not null,
    check (automated = (decider_id is null)),
    check (second_id is null or second_id <> decider_id),
    -- A ban takes two.
    check (kind not in ('GROUP_BAN', 'BAN') or state in ('PROPOSED', 'DECLINED') or second_id is not null),
    check (state = 'PROPOSED' or state = 'DECLINED' or starts_at is not null),
    check (starts_at is null or ends_at is null or ends_at > starts_at)
) strict;

-- What is laid on a thing or a person now.
create index somoim_idx_measures_laid on somoim_measures (target_id, kind, ends_at) where state = 'TAKEN';
create index somoim_idx_measures_case on somoim_measures (case_id, created_at, id);
create index somoim_idx_measures_follows on somoim_measures (follows_id, created_at, id);
create index somoim_idx_measures_person on somoim_measures (person_id, created_at desc, id desc);
create index somoim_idx_measures_target on somoim_measures (target_id, created_at, id);
create index somoim_idx_measures_by_reports on somoim_measures (target_id)
    where state = 'TAKEN' and automated = 1 and kind = 'HIDE' and source = 'REPORT';
create index somoim_idx_measures_proposed on somoim_measures (created_at, id) where state = 'PROPOSED';
create index somoim_idx_measures_taken on somoim_measures (created_at desc, id desc)
    where state in ('TAKEN', 'LIFTED', 'OVERTURNED');
create index somoim_idx_measures_restricted on somoim_measures (created_at desc, id desc)
    where state = 'TAKEN' and kind in ('RATE_LIMIT', 'MUTE', 'SUSPEND', 'GROUP_BAN', 'BAN');
create index somoim_idx_measures_over on somoim_measures (coalesce(ended_at, ends_at), id) where state <> 'PROPOSED';

-- Objections. Whoever judges one had no part in the decision. Whoever answers for a thing that does not say whose it is objects
-- without being named.
create table somoim_appeals (
    id           blob    not null primary key check (length(id) = 16),
    measure_id   blob    references somoim_measures (id) on delete cascade,
    report_id    blob    references somoim_reports (id) on delete cascade,
    case_id      blob    not null references somoim_cases (id) on delete cascade,
    appellant_id blob    references somoim_accounts (id) on delete cascade,
    words        text    not null check (length(words) between 1 and 4000),
    status       text    not null check (status in ('FILED', 'UPHELD', 'REDUCED', 'OVERTURNED')),
    decider_id   blob    check (length(decider_id) = 16),
    second_id    blob    check (length(second_id) = 16),
    reviewer_id  blob    check (length(reviewer_id) = 16),
    answer       text,
    created_at   integer not null,
    decided_at   integer,
    check ((measure_id is null) <> (report_id is null)),
    check (appellant_id is not null or measure_id is not null),
    check ((status = 'FILED') = (decided_at is null)),
    check ((status = 'FILED') = (reviewer_id is null)),
    check (reviewer_id is null or decider_id is null or reviewer_id <> decider_id),
    check (reviewer_id is null or second_id is null or reviewer_id <> second_id)
) strict;

create unique index somoim_idx_appeals_one_of_measure on somoim_appeals (measure_id, appellant_id) where measure_id is not null;
create unique index somoim_idx_appeals_unnamed on somoim_appeals (measure_id) where appellant_id is null;
create unique index somoim_idx_appeals_one_of_report on somoim_appeals (report_id, appellant_id) where report_id is not null;
create index somoim_idx_appeals_measure on somoim_appeals (measure_id);
create index somoim_idx_appeals_report on somoim_appeals (report_id);
create index somoim_idx_appeals_case on somoim_appeals (case_id);
create index somoim_idx_appeals_appellant on somoim_appeals (appellant_id, created_at desc, id desc);
create index somoim_idx_appeals_filed on somoim_appeals (created_at, id) where status = 'FILED';
create index somoim_idx_appeals_decided on somoim_appeals (decided_at, id) where decided_at is not null;

-- When someone who is slowed last spoke.
create table somoim_paces (
    user_id    blob    not null primary key references somoim_accounts (id) on delete cascade,
    created_at integer not null
) strict, without rowid;
