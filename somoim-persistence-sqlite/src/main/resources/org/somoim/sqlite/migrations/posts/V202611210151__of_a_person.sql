-- When its words went with its author. It stays because others have answered it.
alter table somoim_posts add column erased_at integer;

-- What is a person's own is found without reading through what is everyone's.
drop index somoim_idx_posts_author;
create index somoim_idx_posts_author on somoim_posts (author_id, created_at, id);
drop index somoim_idx_post_revisions_by;
create index somoim_idx_post_revisions_by on somoim_post_revisions (by_id, created_at, id);
drop index somoim_idx_comments_author;
create index somoim_idx_comments_author on somoim_comments (author_id, created_at, id);
drop index somoim_idx_comment_revisions_by;
create index somoim_idx_comment_revisions_by on somoim_comment_revisions (by_id, created_at, id);
drop index somoim_idx_reactions_user;
create index somoim_idx_reactions_user on somoim_reactions (user_id, kind, created_at, target_id);
drop index somoim_idx_mentions_user;
create index somoim_idx_mentions_user on somoim_mentions (user_id, created_at, target_id);
