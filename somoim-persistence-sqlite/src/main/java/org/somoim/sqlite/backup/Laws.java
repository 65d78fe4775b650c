package org.somoim.sqlite.backup;

import java.util.List;
import java.util.Set;

/** What is true of every sound database beyond what its constraints hold to: the one list to add a new table to. */
final class Laws {

    /**
     * @param tables that it speaks of, without {@code somoim_}
     * @param broken asks for the rows that break it, as text in one column
     */
    record Law(String sentence, Set<String> tables, String broken) {}

    static final List<Law> ALL = List.of(
            new Law("every group has exactly one owner", Set.of("groups", "memberships"), """
                    select hex(g.id) from somoim_groups g
                    where 1 <> (select count(*) from somoim_memberships m where m.group_id = g.id and m.role = 'OWNER')
                    """),
            new Law("a group's count of members is how many are active", Set.of("groups", "memberships"), """
                    select hex(g.id) from somoim_groups g
                    where g.members <>
                        (select count(*) from somoim_memberships m where m.group_id = g.id and m.status = 'ACTIVE')
                    """),
            new Law(
                    "the latest entry about a membership says what it is",
                    Set.of("memberships", "membership_log"),
                    """
                    select hex(m.group_id) || ' ' || hex(m.user_id) from somoim_memberships m
                    where m.status <> coalesce(
                        (select l.status_after from somoim_membership_log l where l.id = m.change_id), m.status)
                    """),
            new Law("a post's count of comments is how many there are", Set.of("posts", "comments"), """
                    select hex(p.id) from somoim_posts p
                    where p.comments <>
                        (select count(*) from somoim_comments c where c.post_id = p.id and c.deleted_at is null)
                    """),
            new Law("an answer stands under a comment of the same post, one step deeper", Set.of("comments"), """
                    select hex(c.id) from somoim_comments c join somoim_comments p on p.id = c.parent_id
                    where c.post_id <> p.post_id or c.depth <> p.depth + 1
                    """),
            new Law("a comment's count of answers is how many there are beneath it", Set.of("comments"), """
                    select hex(a.id) from somoim_comments a
                    where a.replies <> (
                        with recursive beneath (id, deleted_at) as (
                            select id, deleted_at from somoim_comments where parent_id = a.id
                            union all
                            select c.id, c.deleted_at from somoim_comments c join beneath b on c.parent_id = b.id)
                        select count(*) from beneath where deleted_at is null)
                    """),
            new Law(
                    "a reputation is what the ratings that count come to",
                    Set.of("ratings", "reputation_summaries"),
                    """
                    select hex(v.user_id) from somoim_user_reputation v
                    left join somoim_reputation_summaries s on s.user_id = v.user_id
                    where v.total_ratings <> coalesce(s.ratings, 0)
                        or abs(v.average_rating * 100 - coalesce(s.reputation, 0)) >= 1
                    """),
            new Law(
                    "a shared goal looks one way on each day, from the first on",
                    Set.of("goal_shares", "goal_share_faces"),
                    """
                    select hex(s.id) from somoim_goal_shares s
                    where 1 <> (
                        select count(*) from somoim_goal_share_faces f where f.share_id = s.id and f.until is null)
                    union all
                    select hex(f.share_id) from somoim_goal_share_faces f
                    where f.until is not null and not exists (
                        select 1 from somoim_goal_share_faces n where n.share_id = f.share_id and n.since = f.until)
                    """),
            new Law(
                    "a goal's counts are what was given to it, unless it is to be counted",
                    Set.of("goal_shares", "goal_votes"),
                    """
                    select hex(s.id) from somoim_goal_shares s
                    where s.count_on is null and (
                        s.likes_count <> (
                            select count(*) from somoim_goal_votes v where v.share_id = s.id and v.cheer = 'LIKE')
                        or s.inspiration_votes <> (
                            select count(*) from somoim_goal_votes v where v.share_id = s.id and v.cheer = 'INSPIRED'))
                    """),
            new Law(
                    "an event's seats are taken by those who go and those to whom one is offered",
                    Set.of("events", "rsvps"),
                    """
                    select hex(e.id) from somoim_events e
                    where e.taken <> (
                        select coalesce(sum(1 + r.guests), 0) from somoim_rsvps r
                        where r.event_id = e.id and (r.answer = 'GOING' or r.offered_until is not null))
                    """),
            new Law("no number in a waitlist is greater than the last one given", Set.of("events", "rsvps"), """
                    select hex(r.event_id) || ' ' || hex(r.user_id)
                    from somoim_rsvps r join somoim_events e on e.id = r.event_id
                    where r.line > e.lined
                    """),
            new Law("an occurrence is hosted by whoever hosts the series", Set.of("events", "event_series"), """
                    select hex(e.id) from somoim_events e join somoim_event_series s on s.id = e.series_id
                    where e.group_id is not s.group_id or e.page_of is not s.page_of
                    """),
            new Law(
                    "no crew goes to an event that it hosts, straight or through other crews",
                    Set.of("groups", "events"),
                    """
                    with recursive above (crew, host) as (
                        select g.id, e.group_id from somoim_groups g join somoim_events e on e.id = g.event_id
                        union
                        select a.crew, e.group_id
                        from above a join somoim_groups g on g.id = a.host join somoim_events e on e.id = g.event_id)
                    select hex(crew) from above where crew = host
                    """),
            new Law(
                    "nobody is called by their own alert, and what somebody answered is acknowledged",
                    Set.of("safety_alerts", "alert_receipts"),
                    """
                    select hex(r.alert_id) || ' ' || hex(r.user_id)
                    from somoim_alert_receipts r join somoim_safety_alerts a on a.id = r.alert_id
                    where a.user_id = r.user_id or r.answer is not null and a.answered_at is null
                    """),
            new Law(
                    "the alerts of one emergency are by one person, and all drills or none",
                    Set.of("safety_alerts"),
                    """
                    select hex(batch_id) from somoim_safety_alerts
                    group by batch_id
                    having count(distinct user_id) > 1 or count(distinct drill) > 1
                    """),
            new Law(
                    "the messages of a conversation are numbered from 1 without gaps, and no change is later than its last",
                    Set.of("conversations", "messages"),
                    """
                    select hex(c.id) from somoim_conversations c
                    where c.messages <> (select count(*) from somoim_messages m where m.conversation_id = c.id)
                        or c.messages <>
                            (select coalesce(max(m.number), 0) from somoim_messages m where m.conversation_id = c.id)
                        or c.changes <
                            (select coalesce(max(m.change), 0) from somoim_messages m where m.conversation_id = c.id)
                    """),
            new Law("an answer stands in the conversation of what it answers, after it", Set.of("messages"), """
                    select hex(m.id) from somoim_messages m join somoim_messages a on a.id = m.reply_to
                    where a.conversation_id <> m.conversation_id or a.number >= m.number
                    """),
            new Law("nobody has read more than was said", Set.of("conversations", "read_marks"), """
                    select hex(r.conversation_id) || ' ' || hex(r.user_id) from somoim_read_marks r
                    join somoim_conversations c on c.id = r.conversation_id
                    where r.number > c.messages
                    """),
            new Law(
                    "what was released is in the privacy ledger, and what is in it was released",
                    Set.of("comparison_epochs", "comparison_ledger"),
                    """
                    select hex(id) from somoim_comparison_epochs e
                    where (outcome = 'RELEASED') <> exists (
                        select 1 from somoim_comparison_ledger l
                        where l.population = e.population and l.epoch = e.epoch)
                    """),
            new Law("no category stands below itself", Set.of("forum_categories"), """
                    with recursive above (id, above) as (
                        select id, parent_category_id from somoim_forum_categories
                        union
                        select a.id, c.parent_category_id
                        from above a join somoim_forum_categories c on c.id = a.above)
                    select hex(id) from above where id = above
                    """),
            new Law(
                    "the posts of a topic are numbered from 1 without gaps, in the order of their ranks, and counted",
                    Set.of("forum_topics", "forum_posts"),
                    """
                    select hex(t.id) from somoim_forum_topics t
                    left join somoim_forum_posts p on p.topic_id = t.id and p.post_number > 0
                    group by t.id
                    having t.posts_count <> count(p.id) or t.posts_count <> coalesce(max(p.post_number), 0)
                    union all
                    select hex(topic_id) from (
                        select topic_id, rank, lag(rank, 1, 0) over (partition by topic_id order by post_number) as before
                        from somoim_forum_posts where post_number > 0)
                    where rank <= before
                    """),
            new Law(
                    "what solved a question is an answer that is there, and what leads on leads to where nothing leads on",
                    Set.of("forum_topics", "forum_posts"),
                    """
                    select hex(t.id) from somoim_forum_topics t join somoim_forum_posts p on p.id = t.best_answer_id
                    where p.topic_id <> t.id or p.post_number < 2 or p.deleted_at is not null
                    union all
                    select hex(t.id) from somoim_forum_topics t join somoim_forum_topics m on m.id = t.merged_into
                    where m.merged_into is not null or t.posts_count <> 0
                    """),
            new Law(
                    "a forum post's counts are what was given to it, by others than its author",
                    Set.of("forum_posts", "forum_likes", "forum_votes"),
                    """
                    select hex(p.id) from somoim_forum_posts p
                    where p.likes_count <> (select count(*) from somoim_forum_likes l where l.post_id = p.id)
                        or p.helpful_votes <> (
                            select count(*) from somoim_forum_votes v where v.post_id = p.id and v.verdict = 'HELPFUL')
                        or exists (select 1 from somoim_forum_likes l where l.post_id = p.id and l.user_id = p.user_id)
                        or exists (select 1 from somoim_forum_votes v where v.post_id = p.id and v.user_id = p.user_id)
                    """),
            new Law("a tag is listed where its topic is", Set.of("topic_tags", "forum_topics"), """
                    select hex(k.topic_id) from somoim_topic_tags k join somoim_forum_topics t on t.id = k.topic_id
                    where k.category_id <> t.category_id or k.active_at <> t.active_at or k.is_listed <> t.is_listed
                    """),
            new Law(
                    "where a post was is told of numberings that are over",
                    Set.of("topic_redirects", "forum_topics"),
                    """
                    select hex(r.topic_id) || ' ' || r.post_number
                    from somoim_topic_redirects r join somoim_forum_topics t on t.id = r.topic_id
                    where r.edition >= t.edition
                    """),
            new Law(
                    "somebody's contributions are as many as others appreciate",
                    Set.of("profiles", "forum_posts", "forum_votes"),
                    """
                    select hex(s.user_id) from somoim_profiles s
                    where s.total_contributions <> (
                        select count(*) from somoim_forum_posts p join somoim_forum_topics t on t.id = p.topic_id
                        where p.user_id = s.user_id and p.post_number > 0
                            and p.deleted_at is null and t.deleted_at is null
                            and (t.best_answer_id = p.id and t.solved_by <> p.user_id
                                or exists (
                                    select 1 from somoim_forum_votes v
                                    where v.post_id = p.id and v.verdict = 'HELPFUL' and v.user_id <> p.user_id)))
                    """),
            new Law("whoever has a profile has settings", Set.of("profiles", "privacy_settings"), """
                    select hex(p.user_id) from somoim_profiles p
                    where not exists (select 1 from somoim_privacy_settings s where s.user_id = p.user_id)
                    """),
            new Law("nobody has heard more than has happened", Set.of("facts", "listeners"), """
                    select l.name from somoim_listeners l
                    where l.position > coalesce((select seq from sqlite_sequence where name = 'somoim_facts'), 0)
                    """),
            new Law(
                    "the audit log has an entry for every number, each names the hash before it, and its head the last",
                    Set.of("audit_entries", "audit_head"),
                    """
                    select 'entry ' || e.number from somoim_audit_entries e
                    where e.previous <> case when e.number = 1 then printf('%064d', 0)
                        else coalesce((select b.hash from somoim_audit_entries b where b.number = e.number - 1), '') end
                    union all
                    select 'head' from (select max(number) as number from somoim_audit_entries) l
                    where coalesce(l.number, 0) <> coalesce((select h.entries from somoim_audit_head h), 0)
                        or l.number is not null and not exists (
                            select 1 from somoim_audit_head h join somoim_audit_entries e on e.number = h.entries
                            where e.hash = h.hash)
                    """),
            new Law(
                    "of someone who was erased there is no profile, no way in and no membership",
                    Set.of(
                            "accounts",
                            "erasures",
                            "profiles",
                            "identities",
                            "linked_identities",
                            "sessions",
                            "memberships"),
                    """
                    select hex(e.user_id) from somoim_erasures e
                    where e.state = 'FINISHED' and (
                        not exists (select 1 from somoim_accounts a where a.id = e.user_id and a.status = 'ERASED')
                        or exists (select 1 from somoim_profiles p where p.user_id = e.user_id)
                        or exists (select 1 from somoim_identities i where i.user_id = e.user_id)
                        or exists (select 1 from somoim_linked_identities i where i.user_id = e.user_id)
                        or exists (select 1 from somoim_sessions s where s.user_id = e.user_id)
                        or exists (select 1 from somoim_memberships m where m.user_id = e.user_id and m.status = 'ACTIVE'))
                    """));

    private Laws() {}
}
