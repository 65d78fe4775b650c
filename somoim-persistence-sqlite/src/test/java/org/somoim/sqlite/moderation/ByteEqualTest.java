package org.somoim.sqlite.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.chat.Conversation;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumType;
import org.somoim.forum.PostType;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicDraft;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.memory.Community;
import org.somoim.moderation.Appeals;
import org.somoim.moderation.Case;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Ruling;
import org.somoim.moderation.Subject;
import org.somoim.posts.Post;
import org.somoim.sqlite.OpenDatabase;

/** Whatever is decided and taken back leaves every row of everything else as it was, to the last byte. */
@Covers({"MOD-5", "MOD-10"})
class ByteEqualTest {
    /** What is kept of what was decided, and logs, which only grow. */
    private static final List<String> OF_THE_PROCESS = List.of(
            "somoim_appeals",
            "somoim_audit_entries",
            "somoim_audit_head",
            "somoim_case_lessons",
            "somoim_case_signals",
            "somoim_cases",
            "somoim_facts",
            "somoim_listeners",
            "somoim_measures",
            "somoim_membership_log",
            "somoim_notifications",
            "somoim_report_snapshots",
            "somoim_reports",
            "somoim_schema_history");

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private Community town;
    private Actor.Person first;
    private Actor.Person second;
    private Actor.Person third;

    @BeforeEach
    void settle() {
        town = database.community();
        first = moderator();
        second = moderator();
        third = moderator();
    }

    private Actor.Person moderator() {
        Actor.Person person = town.person();
        town.somoim.accounts().appoint(Actor.host("test"), person.id(), SiteRole.MODERATOR);
        return person;
    }

    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table :
                database.ask("select name from sqlite_schema where type = 'table' and name like 'somoim_%'")) {
            if (OF_THE_PROCESS.contains(table)) {
                continue;
            }
            List<String> columns =
                    database.ask("select 'quote(' || name || ')' from pragma_table_info('" + table + "') order by cid");
            rows.put(
                    table,
                    database.ask("select " + String.join(" || ',' || ", columns) + " from " + table + " order by 1"));
        }
        return rows;
    }

    @Test
    void everyMeasureAgainstEverythingIsUndoneToTheLastByte() {
        Actor.Person owner = town.person();
        Group group = town.group(owner, terms -> terms.limited(3));
        Actor.Person author = town.memberOf(group);
        Post post = town.post(author, group);
        Topic topic = topic(author);
        List<Subject> subjects = List.of(
                Subject.of("topic", topic.id()),
                Subject.of(
                        "forum-post",
                        town.somoim
                                .forumPosts()
                                .write(author, topic.id(), Prose.of("An answer"))
                                .id()),
                Subject.of("post", post.id()),
                Subject.of("comment", town.comment(author, post).id()),
                Subject.of("event", town.event(author, group).id()),
                Subject.of(
                        "message",
                        town.somoim
                                .chat()
                                .send(author, Conversation.idOf(group.id()), Prose.of("Said"))
                                .id()),
                Subject.of("group", group.id()),
                Subject.of("person", author.id()));
        Actor.Person witness = town.memberOf(group);
        subjects.forEach(subject -> town.somoim.reports().report(witness, subject, Ground.SPAM, null));
        Map<String, List<String>> before = rows();
        var chance = new Random(20261121);
        int done = 0;
        for (int round = 0; round < 12; round++) {
            List<Measure> taken = new ArrayList<>();
            for (Subject subject : subjects) {
                for (Measure.Kind kind : Measure.Kind.values()) {
                    if (chance.nextInt(3) == 0) {
                        town.clock.advance(Duration.ofSeconds(1));
                        take(subject, kind, taken);
                    }
                }
            }
            done += taken.size();
            java.util.Collections.shuffle(taken, chance);
            for (Measure measure : taken) {
                town.clock.advance(Duration.ofSeconds(1));
                Actor.Person restricted = new Actor.Person(Objects.requireNonNull(measure.personId()));
                Appeals.Own appeal = town.somoim.appeals().object(restricted, measure.id(), Prose.of("Why?"));
                town.somoim.appeals().overturn(third, appeal.id(), Prose.of("It was wrong"));
            }
            assertThat(rows()).isEqualTo(before);
        }
        assertThat(done).isGreaterThan(100);
        System.out.printf("Measures taken and taken back: %d, bytes that differ: 0%n", done);
    }

    private Topic topic(Actor.Person author) {
        var place = town.somoim
                .forumCategories()
                .make(Actor.host("test"), null, CategoryDraft.open(Line.of("Talk"), ForumType.DISCUSSION));
        var draft = new TopicDraft(Line.of("A topic"), Prose.of("What of it?"), PostType.DISCUSSION, Tags.NONE);
        return town.somoim.forumTopics().open(author, place.id(), draft);
    }

    private void take(Subject subject, Measure.Kind kind, List<Measure> taken) {
        var ruling = new Ruling(
                kind,
                Ground.SPAM,
                Line.of("A rule"),
                Prose.of("What was found"),
                kind.needsEnd() ? Duration.ofDays(300) : null,
                0,
                false);
        try {
            Case open = town.somoim.cases().open(first, subject, Ground.SPAM);
            Measure measure = town.somoim.cases().decide(first, open.id(), open.version(), ruling);
            taken.add(
                    measure.state() == Measure.State.PROPOSED
                            ? town.somoim.cases().agree(second, measure.id())
                            : measure);
        } catch (Refusal refused) {
            assertThat(refused.reason().code())
                    .isIn(
                            "moderation.not-for-this",
                            "moderation.nobody-there",
                            "moderation.not-open",
                            "groups.owner-must-transfer",
                            "groups.already-banned");
        }
    }

    /** Whoever writes past the library is stopped by the tables. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update somoim_appeals set status = 'UPHELD', decided_at = 1, reviewer_id = decider_id",
                "update somoim_appeals set status = 'UPHELD', decided_at = 1, reviewer_id = second_id",
                "update somoim_measures set second_id = decider_id",
                "update somoim_measures set second_id = null",
                "update somoim_measures set automated = 1",
                "update somoim_cases set status = 'OPEN'",
                "insert into somoim_cases select randomblob(16), subject_kind, subject_id, author_id, place_id, 'OPEN', ground,"
                        + " escalated, standing, probability, reach, weight, like_first, like_second, kin_id, claimant_id,"
                        + " claimed_until, snoozed_until, outsider_id, decider_id, settled_weight, version, said_at, opened_at,"
                        + " null, created_at from somoim_cases"
            })
    void theTablesRefuseWhatTheLibraryWould(String statement) {
        Group group = town.openGroup(town.person());
        Actor.Person author = town.memberOf(group);
        List<Measure> taken = new ArrayList<>();
        take(Subject.of("post", town.post(author, group).id()), Measure.Kind.BAN, taken);
        town.somoim.appeals().object(author, taken.get(0).id(), Prose.of("Why?"));

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> database.execute(statement))
                .hasMessageContaining("constraint");
    }
}
