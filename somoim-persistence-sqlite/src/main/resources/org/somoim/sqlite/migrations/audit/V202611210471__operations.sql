-- The deeds of operators. A check cannot be widened in place, so the entries move to a table like theirs, as they are.
create table somoim_audit_entries_wider (
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
        'MESSAGE_REMOVED',
        'MEASURE_TAKEN',
        'MEASURE_LIFTED',
        'MEASURE_OVERTURNED',
        'MEASURE_PROPOSED',
        'MEASURE_DECLINED',
        'CASE_DISMISSED',
        'APPEAL_JUDGED',
        'FLAGGER_APPOINTED',
        'FLAGGER_DISMISSED',
        'CATEGORY_MODERATOR_APPOINTED',
        'CATEGORY_MODERATOR_DISMISSED',
        'CATEGORY_REMOVED',
        'TOPIC_REMOVED',
        'TOPIC_MERGED',
        'FORUM_POST_REMOVED',
        'FORUM_POST_REJECTED',
        'ERASURE_ASKED',
        'ERASURE_FINISHED',
        'KEYS_ROTATED',
        'BACKUP_TAKEN',
        'BACKUP_RESTORED',
        'FACT_RETRIED')),
    user_id     blob    check (length(user_id) = 16),
    thing_id    blob    check (length(thing_id) = 16),
    previous    text    not null check (length(previous) = 64),
    hash        text    not null check (length(hash) = 64),
    created_at  integer not null,
    check ((who = 'PERSON') = (who_user_id is not null))
) strict;

insert into somoim_audit_entries_wider (number, who, who_user_id, deed, user_id, thing_id, previous, hash, created_at)
select number, who, who_user_id, deed, user_id, thing_id, previous, hash, created_at from somoim_audit_entries order by number;

drop table somoim_audit_entries;
alter table somoim_audit_entries_wider rename to somoim_audit_entries;

create index somoim_idx_audit_entries_who on somoim_audit_entries (who_user_id, number) where who_user_id is not null;
create index somoim_idx_audit_entries_user on somoim_audit_entries (user_id, number) where user_id is not null;
create index somoim_idx_audit_entries_thing on somoim_audit_entries (thing_id, number) where thing_id is not null;

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
