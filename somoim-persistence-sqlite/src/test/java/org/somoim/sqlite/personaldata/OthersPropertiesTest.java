package org.somoim.sqlite.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.personaldata.Wish;
import org.somoim.posts.Comment;
import org.somoim.posts.ContentRef;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.posts.Reaction;
import org.somoim.sqlite.OpenDatabase;

/** Whatever people did together before, erasing one of them takes nothing of anybody else's. */
class OthersPropertiesTest {
    private static final Actor HOST = Actor.host("test");
    private static final int PEOPLE = 5;
    private static final int STEPS = 120;

    /**
     * What people own, as far as it must stay: of each table the rows of others, without numbers that count the erased
     * person in. One column of text for each row, so that rows can be compared.
     */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry(
                    "accounts",
                    "select hex(id), hex(email), hex(email_mark), role, status from somoim_accounts where id <> @"),
            Map.entry("passwords", "select hex(user_id), password_hash from somoim_identities where user_id <> @"),
            Map.entry("profiles", "select hex(user_id), display_name, bio from somoim_profiles where user_id <> @"),
            Map.entry("muted", "select hex(user_id), keyword from somoim_muted_keywords where user_id <> @"),
            Map.entry(
                    "blocks",
                    "select hex(blocker_id), hex(blocked_id) from somoim_blocks where blocker_id <> @ and blocked_id <> @"),
            Map.entry("posts", """
                    select hex(id), hex(group_id), hex(author_id), title, body, edited_at, deleted_at
                    from somoim_posts where author_id <> @ and (group_id is null or group_id in groups_left)
                    """),
            Map.entry("post revisions", """
                    select hex(r.id), r.title, r.body from somoim_post_revisions r
                    join somoim_posts p on p.id = r.post_id
                    where r.by_id <> @ and (p.group_id is null or p.group_id in groups_left)
                    """),
            Map.entry("comments", """
                    select hex(c.id), hex(c.post_id), hex(c.author_id), c.body, c.edited_at, c.deleted_at
                    from somoim_comments c join somoim_posts p on p.id = c.post_id
                    where c.author_id is not null and c.author_id <> @
                        and (p.group_id is null or p.group_id in groups_left)
                    """),
            Map.entry("comment revisions", """
                    select hex(r.id), r.body from somoim_comment_revisions r
                    join somoim_comments c on c.id = r.comment_id
                    join somoim_posts p on p.id = c.post_id
                    where r.by_id <> @ and (p.group_id is null or p.group_id in groups_left)
                    """),
            Map.entry("memberships", """
                    select hex(group_id), hex(user_id), status, message, joined_at from somoim_memberships
                    where user_id <> @ and group_id in groups_left
                    """),
            Map.entry(
                    "groups",
                    "select hex(id), name, description, visibility from somoim_groups where id in groups_left"));

    /** A group in which nobody but the erased person belongs goes with everything inside. */
    private static final String GROUPS_LEFT =
            "(select group_id from somoim_memberships where status = 'ACTIVE' and user_id <> @)";

    @Property(tries = 40)
    @Covers({"ACC-8", "DAT-5"})
    void nobodyElsesContentChanges(@ForAll long seed) throws IOException {
        var database = new OpenDatabase();
        database.open();
        try {
            var town = database.community();
            var chance = new Random(seed);
            List<Actor.Person> people = live(town, chance);
            Actor.Person leaving = people.get(chance.nextInt(PEOPLE));
            Map<String, List<String>> before = others(database, leaving);

            town.somoim
                    .personalData()
                    .erase(
                            HOST,
                            leaving.id(),
                            chance.nextInt(4) == 0 ? Wish.KEEP : Wish.REMOVE,
                            chance.nextInt(4) > 0 ? Map.of() : Map.of(new Word("posts"), Wish.KEEP));

            assertThat(others(database, leaving)).isEqualTo(before);
            assertThat(miscounted(database)).isEmpty();
        } finally {
            database.close();
        }
    }

    private static Map<String, List<String>> others(OpenDatabase database, Actor.Person person) {
        String id = "x'" + person.id().toString().replace("-", "") + "'";
        Map<String, List<String>> rows = new HashMap<>();
        OTHERS.forEach((what, question) -> {
            String all = question.replaceAll("\\s+", " ")
                    .replace("in groups_left", "in " + GROUPS_LEFT)
                    .replace("@", id);
            String columns = all.substring("select ".length(), all.indexOf(" from "));
            String row = "select json_array(" + columns + ")" + all.substring(all.indexOf(" from ")) + " order by 1";
            rows.put(what, database.ask(row));
        });
        return rows;
    }

    /** Counts that no longer say what there is. */
    private static List<String> miscounted(OpenDatabase database) {
        return database.ask("""
                select 'members of ' || hex(g.id) from somoim_groups g
                where g.members <>
                    (select count(*) from somoim_memberships m where m.group_id = g.id and m.status = 'ACTIVE')
                union all
                select 'owners of ' || hex(g.id) from somoim_groups g
                where 1 <> (select count(*) from somoim_memberships m where m.group_id = g.id and m.role = 'OWNER')
                union all
                select 'comments on ' || hex(p.id) from somoim_posts p
                where p.comments <>
                    (select count(*) from somoim_comments c where c.post_id = p.id and c.deleted_at is null)
                union all
                select 'replies to ' || hex(a.id) from somoim_comments a
                where a.replies <> (
                    with recursive beneath (id, deleted_at) as (
                        select id, deleted_at from somoim_comments where parent_id = a.id
                        union all
                        select c.id, c.deleted_at from somoim_comments c join beneath b on c.parent_id = b.id)
                    select count(*) from beneath where deleted_at is null)
                """);
    }

    private static List<Actor.Person> live(Community town, Random chance) {
        List<Actor.Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(town.person("person " + i));
        }
        List<Group> groups = new ArrayList<>(List.of(town.openGroup(people.get(0)), town.privateGroup(people.get(1))));
        people.stream().skip(1).forEach(person -> town.somoim
                .memberships()
                .join(person, groups.get(0).id()));
        List<Post> posts = new ArrayList<>();
        List<Comment> comments = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            town.clock.advance(Duration.ofSeconds(1));
            try {
                act(town, chance, people, groups, posts, comments, "words " + step);
            } catch (Refusal refused) {
                // As it would be for anybody who tries.
            }
        }
        town.somoim.deliver();
        return people;
    }

    private static <T> T any(List<T> of, Random chance) {
        return of.get(chance.nextInt(of.size()));
    }

    private static void act(
            Community town,
            Random chance,
            List<Actor.Person> people,
            List<Group> groups,
            List<Post> posts,
            List<Comment> comments,
            String words) {
        var somoim = town.somoim;
        Actor.Person one = any(people, chance);
        Actor.Person other = any(people, chance);
        Group group = any(groups, chance);
        int deed = chance.nextInt(18);
        if (deed >= 8 && posts.isEmpty() || deed >= 12 && deed < 16 && comments.isEmpty()) {
            deed = 5;
        }
        switch (deed) {
            case 0 -> somoim.memberships().join(one, group.id());
            case 1 -> somoim.memberships().request(one, group.id(), Line.of(words));
            case 2 -> somoim.memberships().approve(town.ownerOf(group), group.id(), other.id());
            case 3 -> somoim.memberships().leave(one, group.id());
            case 4 ->
                somoim.members()
                        .appoint(
                                town.ownerOf(group),
                                group.id(),
                                other.id(),
                                any(List.of(Membership.Role.values()), chance));
            case 5, 6 ->
                posts.add(somoim.posts()
                        .write(one, group.id(), new Draft(Line.of(words), Prose.of(words), Set.of(other.id()))));
            case 7 -> groups.add(town.openGroup(one));
            case 8, 9 ->
                comments.add(somoim.comments().write(one, any(posts, chance).id(), Prose.of(words)));
            case 10 -> somoim.posts().edit(one, any(posts, chance).id(), draft -> Draft.of(Prose.of(words)));
            case 11 -> somoim.posts().delete(one, any(posts, chance).id());
            case 12, 13 -> {
                Comment parent = any(comments, chance);
                comments.add(somoim.comments().write(one, parent.postId(), parent.id(), Prose.of(words), Set.of()));
            }
            case 14 -> somoim.comments().edit(one, any(comments, chance).id(), Prose.of(words), Set.of(other.id()));
            case 15 -> somoim.comments().delete(one, any(comments, chance).id());
            case 16 ->
                somoim.reactions().react(one, ContentRef.post(any(posts, chance).id()), Reaction.Kind.LIKE);
            default -> {
                somoim.profiles().mute(one, Line.of(words));
                posts.add(somoim.posts().writeOnPage(one, Draft.of(Prose.of(words))));
            }
        }
    }
}
