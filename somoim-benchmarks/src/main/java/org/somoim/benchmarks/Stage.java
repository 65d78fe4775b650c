package org.somoim.benchmarks;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.somoim.Somoim;
import org.somoim.events.Event;
import org.somoim.forum.Category;
import org.somoim.forum.PostOrder;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicFilter;
import org.somoim.groups.Group;
import org.somoim.groups.GroupFilter;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;

/** What people do all day in a {@link Population}. The same turn is the same call, whoever makes it. */
final class Stage {
    /** As many as there are groups of the first person: the others repeat them. */
    private static final int TURNS = 32;

    private final Population population;
    private final List<Id<User>> people;
    private final List<Id<Group>> groups;
    private final List<Id<Event>> events;
    private final List<Id<Category>> categories;
    private final List<Id<Post>> latest;
    private final Id<Post> first;
    private final Id<Topic> firstTopic;
    private final Actor.Person one;

    Stage(Population population, Path file) throws SQLException {
        this.population = population;
        try (var plain = new PlainJdbc(file)) {
            people = plain.numberedPeople();
            groups = plain.numberedGroups();
            events = plain.ids("select id from somoim_events order by cast(substr(title, 4) as integer)");
            categories = plain.ids("select id from somoim_forum_categories order by created_at, id");
            latest = plain.ids("""
                    select p.id from somoim_posts p join somoim_groups g on g.id = p.group_id
                    where g.name = 'Group 0' order by p.created_at desc, p.id desc limit 500
                    """);
            first = plain.<Post>ids("select id from somoim_posts order by created_at, id limit 1")
                    .get(0);
            firstTopic = plain.<Topic>ids("select id from somoim_forum_topics order by created_at, id limit 1")
                    .get(0);
        }
        one = new Actor.Person(people.get(0));
    }

    /** One call of the library. */
    @FunctionalInterface
    interface Deed {
        Object on(Somoim somoim, int turn);
    }

    Actor.Person one() {
        return one;
    }

    Id<Group> group(int turn) {
        return groups.get(turn % TURNS);
    }

    Actor.Person person(int number) {
        return new Actor.Person(people.get(number % people.size()));
    }

    /** Of the largest group. */
    Actor.Person member(int place) {
        return new Actor.Person(people.get(population.member(0, place % population.members(0))));
    }

    /** Pages of twenty. */
    Map<String, Deed> reads() {
        Map<String, Deed> reads = new LinkedHashMap<>();
        Page.Ask ask = Page.Ask.first();
        var middle = new Page.Ask(new Cursor(population.at(population.posts() / 2), first.value()), 20);
        reads.put("posts of a group", (somoim, turn) -> somoim.posts().inGroup(one, group(turn), ask));
        reads.put("the same half-way down", (somoim, turn) -> somoim.posts().inGroup(one, group(turn), middle));
        reads.put("comments under a post", (somoim, turn) -> somoim.comments().under(member(1), first, ask));
        reads.put("groups of a member of 50", (somoim, turn) -> somoim.groups().mine(one, ask));
        reads.put("conversations of a member of 50", (somoim, turn) -> somoim.conversations()
                .list(one, ask));
        Instant from = Instant.parse("2027-11-01T00:00:00Z");
        Instant until = Instant.parse("2027-11-15T00:00:00Z");
        reads.put("calendar of a member of 50", (somoim, turn) -> somoim.calendars()
                .entries(one, null, from, until, ask));
        reads.put("notifications", (somoim, turn) -> somoim.notifications().list(one, ask, false));
        reads.put("topics of a category", (somoim, turn) -> somoim.forumTopics()
                .list(one, TopicFilter.in(categories.get(turn % categories.size())), ask));
        reads.put("posts of a topic", (somoim, turn) -> somoim.forumPosts().in(one, firstTopic, PostOrder.NUMBER, ask));
        reads.put("all groups", (somoim, turn) -> somoim.groups().browse(one, GroupFilter.ALL, ask));
        // The others are smaller than a page in a small community.
        reads.put("members of a group", (somoim, turn) -> somoim.members().list(one, group(turn % 2), ask));
        return reads;
    }

    /** Addresses of pages of nine kinds, that any member of the largest group may read. */
    List<String> pages() {
        return List.of(
                "/groups/" + groups.get(0) + "/posts",
                comments(0),
                "/posts/" + own(1),
                "/groups/" + groups.get(0) + "/members",
                "/me/groups",
                "/me/conversations",
                "/notifications",
                "/forum/topics?category=" + categories.get(0),
                "/me/calendar?from=2027-11-01T00:00:00Z&until=2027-11-15T00:00:00Z");
    }

    /** Of a post in the largest group. */
    String comments(int turn) {
        return "/posts/" + own(turn) + "/comments";
    }

    /** Each turn is good once. */
    Map<String, Deed> writes() {
        Map<String, Deed> writes = new LinkedHashMap<>();
        writes.put("post", (somoim, turn) -> somoim.posts().write(member(turn), groups.get(0), Draft.of(text(turn))));
        writes.put("comment", (somoim, turn) -> somoim.comments().write(one, own(turn), text(turn)));
        List<Pairs.Pair> comers = comers();
        writes.put("RSVP", (somoim, turn) -> somoim.rsvps()
                .attend(
                        person(comers.get(turn).person()),
                        events.get(comers.get(turn).group()),
                        0));
        Iterator<Pairs.Pair> strangers = population.strangers();
        List<Pairs.Pair> pairs = new ArrayList<>();
        strangers.forEachRemaining(pairs::add);
        writes.put("join", (somoim, turn) -> somoim.memberships()
                .join(
                        person(pairs.get(turn).person()),
                        groups.get(pairs.get(turn).group())));
        return writes;
    }

    private Id<Post> own(int turn) {
        return latest.get(turn % latest.size());
    }

    /** Members of the groups that meet, each but once. */
    private List<Pairs.Pair> comers() {
        List<Pairs.Pair> comers = new ArrayList<>();
        for (int group = 0; group < Population.GROUPS_OF_ONE; group++) {
            for (int person : population.membersOf(group)) {
                comers.add(new Pairs.Pair(person, group));
            }
        }
        return comers;
    }

    private static Prose text(int turn) {
        return Prose.of(Words.text(new SplittableRandom(turn)));
    }
}
