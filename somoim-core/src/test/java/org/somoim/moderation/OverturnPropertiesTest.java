package org.somoim.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.somoim.Covers;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.events.Event;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.posts.Comment;
import org.somoim.posts.Post;

/** Every measure against every kind of thing has an inverse. */
@Covers({"MOD-5", "MOD-10"})
class OverturnPropertiesTest {

    record Turn(int subject, Measure.Kind kind) {}

    /** Somebody who wrote something everywhere. */
    private static final class World {
        final Court court = new Court();
        final Post post = court.post("A post");
        final Comment comment = court.town.somoim.comments().write(court.author, post.id(), Prose.of("A comment"));
        final Event event = court.town.event(court.author, court.group);
        final Message message =
                court.town.somoim.chat().send(court.author, Conversation.idOf(court.group.id()), Prose.of("Said"));
        final List<Subject> subjects = List.of(
                Court.of(post),
                Subject.of("comment", comment.id()),
                Subject.of("event", event.id()),
                Subject.of("message", message.id()),
                Subject.of("group", court.group.id()),
                Subject.of("person", court.author.id()));

        World() {
            // What nobody has reported can only be judged by who can read it.
            subjects.forEach(subject -> court.reports().report(court.member, subject, Ground.SPAM, null));
        }

        /** Everything that anybody sees of it. */
        String seen() {
            var seen = new StringBuilder();
            for (Actor.Person reader : List.of(court.author, court.member, court.town.ownerOf(court.group))) {
                var somoim = court.town.somoim;
                add(seen, () -> somoim.posts().get(reader, post.id()));
                add(seen, () -> somoim.posts().inGroup(reader, court.group.id(), Page.Ask.first()));
                add(seen, () -> somoim.comments().under(reader, post.id(), Page.Ask.first()));
                add(seen, () -> somoim.events().find(reader, event.id()));
                add(seen, () -> somoim.chat().history(reader, Conversation.idOf(court.group.id()), Page.Ask.first()));
                add(seen, () -> somoim.groups().find(reader, court.group.id()));
                add(seen, () -> somoim.groups().browse(reader, org.somoim.groups.GroupFilter.ALL, Page.Ask.first()));
                add(seen, () -> somoim.members().list(reader, court.group.id(), Page.Ask.first()));
                add(seen, () -> somoim.profiles().see(reader, court.author.id()));
            }
            return seen.toString();
        }

        private static void add(StringBuilder seen, java.util.function.Supplier<Object> question) {
            try {
                seen.append(question.get());
            } catch (Refusal refused) {
                seen.append(refused.reason().code());
            }
            seen.append('\n');
        }
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Combinators.combine(Arbitraries.integers().between(0, 5), Arbitraries.of(Measure.Kind.values()))
                .as(Turn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 300)
    void whatIsTakenBackWasNever(@ForAll("turns") List<Turn> turns) {
        var world = new World();
        Court court = world.court;
        String before = world.seen();
        List<Measure> taken = new ArrayList<>();
        for (Turn turn : turns) {
            try {
                Ruling ruling = Court.ruling(turn.kind()).striking(0);
                Measure measure = court.decide(court.first, world.subjects.get(turn.subject()), ruling);
                taken.add(
                        measure.state() == Measure.State.PROPOSED
                                ? court.cases().agree(court.second, measure.id())
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
        for (Measure measure : taken) {
            Actor.Person restricted = new Actor.Person(java.util.Objects.requireNonNull(measure.personId()));
            Appeals.Own appeal = court.appeals().object(restricted, measure.id(), Prose.of("Why?"));
            court.appeals().overturn(court.admin, appeal.id(), Prose.of("It was wrong"));
        }
        assertThat(world.seen()).isEqualTo(before);
    }
}
