-- Those who come, may come or wait, in the order in which they answered.
create index somoim_idx_event_attendees_comers on somoim_rsvps (event_id, created_at, user_id)
    where answer <> 'NOT_GOING';
