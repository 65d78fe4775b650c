-- The few that last longer than a day: what began long before a stretch of time and goes on in it is found among them, so
-- that everything else need not be read from a month before.
create index somoim_idx_events_group_long on somoim_events (group_id, starts_at, id) where ends_at - starts_at > 86400000;
create index somoim_idx_events_page_long on somoim_events (page_of, starts_at, id) where ends_at - starts_at > 86400000;
