-- What was done that matters most. Each entry names the hash of the one before it. Bare ids, without references: what they
-- led to may be gone, and the entry stays.
create table somoim_audit_entries (
    number      integer not null primary key check (number >= 1),
    who         text    not null check (who in ('PERSON', 'HOST', 'UNKNOWN')),
    who_user_id blob    check (length(who_user_id) = 16),
    deed        text    not null check (deed in ('SITE_USER_APPOINTED',
        'SITE_MODERATOR_APPOINTED',
        'SITE_ADMIN_APPOINTED',
        'ACCOUNT_SUSPENDED',
        'ACCOUNT_REINSTATED',
        'ACCOUNT_DEACTIVATED',
        'ACCOUNT_REOPENED',
        'ADDRESS_CHANGED',
        'PASSWORD_CHANGED',
        'SESSIONS_REVOKED',
        'TOKEN_REUSED',
        'IDENTITY_LINKED',
        'IDENTITY_UNLINKED',
        'GROUP_DELETED',
        'GROUP_RESTORED',
        'OWNERSHIP_TRANSFERRED',
        'OWNERSHIP_INHERITED',
        'GROUP_MEMBER_APPOINTED',
        'GROUP_MODERATOR_APPOINTED',
        'GROUP_ADMIN_APPOINTED',
        'MEMBER_REMOVED',
        'MEMBER_BANNED',
        'BAN_LIFTED',
        'POST_REMOVED',
        'COMMENT_REMOVED',
        'ERASURE_ASKED',
        'ERASURE_FINISHED',
        'KEYS_ROTATED',
        'BACKUP_RESTORED')),
    user_id     blob    check (length(user_id) = 16),
    thing_id    blob    check (length(thing_id) = 16),
    previous    text    not null check (length(previous) = 64),
    hash        text    not null check (length(hash) = 64),
    created_at  integer not null,
    check ((who = 'PERSON') = (who_user_id is not null))
) strict;

create index somoim_idx_audit_entries_who on somoim_audit_entries (who_user_id, number) where who_user_id is not null;
create index somoim_idx_audit_entries_user on somoim_audit_entries (user_id, number) where user_id is not null;
create index somoim_idx_audit_entries_thing on somoim_audit_entries (thing_id, number) where thing_id is not null;

-- Where the chain ends, sealed with a key that is not in this file. One row.
create table somoim_audit_head (
    one     integer not null primary key check (one = 1),
    entries integer not null check (entries >= 1),
    hash    text    not null check (length(hash) = 64),
    seal    text    not null check (length(seal) = 64)
) strict;

-- The only triggers there are. They hold no rule of the field: they keep the log from being changed by a statement that
-- somebody wrote by mistake. Whoever can write to the file can drop them; for that there is the chain.
create trigger somoim_audit_entries_are_not_changed before update on somoim_audit_entries
begin
    select raise(abort, 'entries of the audit log are not changed');
end;

create trigger somoim_audit_entries_are_not_removed before delete on somoim_audit_entries
begin
    select raise(abort, 'entries of the audit log are not removed');
end;

-- Also not in the place of one that is there, which for SQLite is no removal.
create trigger somoim_audit_entries_come_last before insert on somoim_audit_entries
when new.number <= (select max(number) from somoim_audit_entries)
begin
    select raise(abort, 'an entry of the audit log comes after the last one');
end;

create trigger somoim_audit_head_is_not_removed before delete on somoim_audit_head
begin
    select raise(abort, 'the head of the audit log is not removed');
end;

create trigger somoim_audit_head_goes_forward before update on somoim_audit_head
when new.entries <= old.entries
begin
    select raise(abort, 'the head of the audit log goes forward');
end;
