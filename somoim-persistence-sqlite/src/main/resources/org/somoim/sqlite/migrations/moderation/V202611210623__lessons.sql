-- What the detector had said, in millionths, before anything was made of it.
alter table somoim_case_signals add column said integer not null default 0 check (said between 0 and 1000000);
update somoim_case_signals set said = probability;

-- What people made of what detectors had said. No words, and nobody's name; goes with the case.
create table somoim_case_lessons (
    case_id     blob    not null references somoim_cases (id) on delete cascade,
    detector    text    not null check (length(detector) between 1 and 60),
    ground      text    not null check (ground in ('SPAM', 'SCAM', 'HARASSMENT', 'HATE', 'MISINFORMATION', 'SELF_HARM', 'PRIVACY_LEAK', 'ILLEGAL', 'OTHER')),
    -- In millionths, like the next.
    said        integer not null check (said between 0 and 1000000),
    probability integer not null check (probability between 0 and 1000000),
    violating   integer not null check (violating in (0, 1)),
    unaware     integer not null check (unaware in (0, 1)),
    -- When it was decided.
    created_at  integer not null,
    primary key (case_id, detector, ground)
) strict, without rowid;

create index somoim_idx_case_lessons_newest on somoim_case_lessons (detector, ground, created_at desc, case_id desc);

-- For what is to be forgotten of suspicions.
create index somoim_idx_case_signals_age on somoim_case_signals (created_at, case_id, number) where because <> '-';
