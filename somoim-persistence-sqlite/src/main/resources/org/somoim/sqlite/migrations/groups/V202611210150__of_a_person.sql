-- What is a person's own is found without reading through what is everyone's.
drop index somoim_idx_groups_created_by;
create index somoim_idx_groups_created_by on somoim_groups (created_by, created_at, id);
drop index somoim_idx_membership_log_user;
create index somoim_idx_membership_log_user on somoim_membership_log (user_id, created_at, id);
drop index somoim_idx_group_invites_invited_by;
create index somoim_idx_group_invites_invited_by on somoim_group_invites (invited_by, created_at, id);
create index somoim_idx_group_invites_email on somoim_group_invites (email_mark);
