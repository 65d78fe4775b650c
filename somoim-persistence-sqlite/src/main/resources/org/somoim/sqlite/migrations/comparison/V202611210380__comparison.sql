-- What is kept of those who take part: bands and bins, never an amount or a date of birth. One row for each person.
create table somoim_comparison_contributions (
    user_id    blob    not null primary key references somoim_accounts (id) on delete cascade,
    -- Of which bands and bins the numbers are the indexes.
    shape      text    not null check (length(shape) between 1 and 60),
    leaves     text    not null check (length(leaves) between 1 and 320),
    bins       text    not null check (length(bins) between 1 and 320),
    created_at integer not null,
    updated_at integer not null,
    -- When they last heard of a release.
    told_at    integer not null
) strict, without rowid;

create index somoim_idx_comparison_contributions_told on somoim_comparison_contributions (told_at, user_id);

-- One row for each epoch of a population, made together with what was drawn in it: the key keeps it from being drawn twice.
create table somoim_comparison_epochs (
    id         blob    not null primary key check (length(id) = 16),
    population text    not null check (length(population) between 1 and 60),
    epoch      text    not null check (length(epoch) between 1 and 60),
    outcome    text    not null check (outcome in ('RELEASED', 'BUDGET_SPENT')),
    -- What everybody may see: numbers that were made noisy before they came here.
    body       text    check (length(body) between 1 and 10000000),
    starts_at  integer not null,
    ends_at    integer not null check (ends_at > starts_at),
    created_at integer not null,
    check ((outcome = 'RELEASED') = (body is not null)),
    unique (population, epoch),
    unique (population, starts_at)
) strict;

-- Names the receipt of every answer about a metric in a tile. The id is random.
create table somoim_comparison_receipts (
    id         blob    not null primary key check (length(id) = 16),
    epoch_id   blob    not null references somoim_comparison_epochs (id),
    -- Null for answers to those of whom it is not known in which tile they are.
    tile       text    check (length(tile) between 1 and 60),
    metric     text    not null check (length(metric) between 1 and 60),
    created_at integer not null
) strict;

create unique index somoim_idx_comparison_receipts_epoch
    on somoim_comparison_receipts (epoch_id, coalesce(tile, ''), metric);

-- What each release cost. Each line names the hash of the one before it.
create table somoim_comparison_ledger (
    population    text    not null check (length(population) between 1 and 60),
    number        integer not null check (number >= 1),
    epoch         text    not null check (length(epoch) between 1 and 60),
    purpose       text    not null check (length(purpose) between 1 and 80),
    micro_epsilon integer not null check (micro_epsilon >= 1),
    release_hash  text    not null check (length(release_hash) = 64),
    created_at    integer not null,
    previous      text    not null check (length(previous) = 64),
    hash          text    not null check (length(hash) = 64),
    primary key (population, number),
    unique (population, epoch, purpose),
    foreign key (population, epoch) references somoim_comparison_epochs (population, epoch)
) strict, without rowid;

-- As in the audit log, these hold no rule of the field: they keep what was released and what it cost from being changed by
-- a statement that somebody wrote by mistake.
create trigger somoim_comparison_ledger_is_not_changed before update on somoim_comparison_ledger
begin
    select raise(abort, 'lines of the privacy ledger are not changed');
end;

create trigger somoim_comparison_ledger_is_not_removed before delete on somoim_comparison_ledger
begin
    select raise(abort, 'lines of the privacy ledger are not removed');
end;

create trigger somoim_comparison_ledger_goes_forward before insert on somoim_comparison_ledger
when new.number <> 1 + coalesce((select max(number) from somoim_comparison_ledger where population = new.population), 0)
begin
    select raise(abort, 'a line of the privacy ledger comes after the last one');
end;

create trigger somoim_comparison_epochs_are_not_changed before update on somoim_comparison_epochs
begin
    select raise(abort, 'an epoch is not changed');
end;
