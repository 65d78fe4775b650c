-- The occurrences of a series in the order of their start, moved ones where they are now.
create index somoim_idx_events_of_series on somoim_events (series_id, starts_at, id);
