package org.somoim.sqlite.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.accounts.Account;
import org.somoim.accounts.Password;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.groups.Group;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.FactPost;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Page;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.PlainHasher;
import org.somoim.posts.Comment;
import org.somoim.posts.Post;
import org.somoim.posts.PostFact;
import org.somoim.sessions.Sessions;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.backup.Backups;

/** The clock of the machine is set forward and back, by hours and by years, while people go on. */
class ClockStepsTest {
    private static final Duration YEARS = Duration.ofDays(3650);
    private static final Email ADDRESS = Email.of("owner@example.org");
    private static final Actor VISITOR = Actor.visitor();

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private final MemoryMailer mailer = new MemoryMailer();
    private Community town;
    private Actor.Person owner;

    @BeforeEach
    void openTheTown() {
        town = new Community(clock -> Sqlite.ports(
                database.database(), new PlainHasher(), PasswordPolicy.notTheAccount(), mailer, clock, new Random(1)));
        owner = town.person("Owner", ADDRESS);
    }

    private void assertSound() {
        assertThat(Backups.verify(database.file()).broken()).isEmpty();
    }

    @Test
    void aLetterOfATimeThatIsNotYetGoesOutOnce() {
        town.clock.advance(YEARS);
        town.somoim.passwords().askForNew(VISITOR, ADDRESS);
        town.clock.advance(YEARS.negated());

        town.somoim.deliver();
        town.somoim.deliver();

        assertThat(mailer.to(ADDRESS)).hasSize(1);
        town.somoim.passwords().reset(VISITOR, mailer.secret(ADDRESS), Password.of("another long one"));
    }

    @Test
    void aLetterThatFailedAtATimeThatIsNotYetIsTriedAgainSoon() {
        town.clock.advance(YEARS);
        mailer.isDown(true);
        town.somoim.passwords().askForNew(VISITOR, ADDRESS);
        town.somoim.deliver();
        mailer.isDown(false);
        town.clock.advance(YEARS.negated());

        town.somoim.deliver();

        assertThat(mailer.to(ADDRESS)).hasSize(1);
    }

    @Test
    void howManyLettersHaveGoneIsNotCountedForYears() {
        town.clock.advance(YEARS);
        for (int i = 0; i < 9; i++) {
            town.somoim.passwords().askForNew(VISITOR, ADDRESS);
        }
        town.clock.advance(YEARS.negated());
        town.somoim.deliver();
        int before = mailer.to(ADDRESS).size();

        town.somoim.passwords().askForNew(VISITOR, ADDRESS);
        town.somoim.deliver();

        assertThat(mailer.to(ADDRESS)).hasSize(before + 1);
    }

    @Test
    void wrongPasswordsDoNotLockAnyoneOutForYears() {
        town.clock.advance(YEARS);
        for (int i = 0; i < 5; i++) {
            assertRefused("accounts.wrong-credentials", () -> logIn(Password.of("not the right one")));
        }
        assertRefused("accounts.try-later", () -> logIn(Community.PASSWORD));
        town.clock.advance(YEARS.negated());

        assertThat(logIn(Community.PASSWORD).id()).isEqualTo(owner.id());
    }

    private Account logIn(Password password) {
        return town.somoim.passwords().logIn(VISITOR, ADDRESS, password, new Origin("192.0.2.1"));
    }

    @Test
    void aSessionGoesOnWhereTheClockIsSetBackAndEndsWhereItIsSetForward() {
        town.clock.advance(YEARS);
        Sessions.Opened session = town.somoim.sessions().open(owner, null);
        town.clock.advance(YEARS.negated());

        Sessions.Opened later = town.somoim.sessions().refresh(VISITOR, session.refreshToken());
        assertThat(town.somoim.sessions().list(owner)).hasSize(1);

        town.clock.advance(YEARS.multipliedBy(2));
        assertRefused("sessions.ended", () -> town.somoim.sessions().refresh(VISITOR, later.refreshToken()));
        town.somoim.tick();
        assertSound();
    }

    @Test
    void aCallIsRememberedWhereTheClockIsSetBack() {
        Group group = town.openGroup(owner);
        town.clock.advance(YEARS);
        writeOnce(group);
        town.clock.advance(YEARS.negated());
        town.somoim.tick();

        writeOnce(group);

        assertThat(town.somoim
                        .posts()
                        .inGroup(owner, group.id(), Page.Ask.first())
                        .items())
                .hasSize(1);
    }

    private void writeOnce(Group group) {
        town.somoim
                .once()
                .call(
                        owner,
                        new IdempotencyKey("key"),
                        new Secrets.Secret("write").digest(),
                        () -> Line.of(town.post(owner, group).id().toString()));
    }

    @Test
    void aListenerThatFailedAtATimeThatIsNotYetHearsSoon() {
        var heard = new ArrayList<Fact>();
        var isBroken = new boolean[] {true};
        FactPost post = postTo((fact, at) -> {
            if (isBroken[0]) {
                throw new IllegalStateException("broken");
            }
            heard.add(fact);
        });
        town.clock.advance(YEARS);
        post.deliver();
        isBroken[0] = false;
        town.clock.advance(YEARS.negated());

        post.deliver();
        post.deliver();

        assertThat(heard).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void whatIsDeletedAtATimeThatIsNotYetCanBeRestored() {
        Group group = town.openGroup(owner);
        Post post = town.post(owner, group);
        town.clock.advance(YEARS);
        town.somoim.posts().delete(owner, post.id());
        town.clock.advance(YEARS.negated());
        town.somoim.tick();

        assertThat(town.somoim.posts().restore(owner, post.id()).id()).isEqualTo(post.id());
    }

    @Test
    void whatASetBackClockSaysOfAMembershipIsSound() {
        Group group = town.openGroup(owner);
        town.clock.advance(YEARS);
        Actor.Person member = town.memberOf(group);
        town.clock.advance(YEARS.negated());

        town.somoim.memberships().leave(member, group.id());

        assertSound();
    }

    /** However the clock stands: everything is heard once, in the order in which it happened. */
    @Test
    void whateverTheClockDoesNothingIsHeardTwiceOrOutOfOrder() {
        var chance = new Random(20261121);
        var written = new ArrayList<Id<Comment>>();
        var heard = new ArrayList<Id<Comment>>();
        FactPost post = postTo((fact, at) -> {
            if (fact instanceof PostFact.Commented commented) {
                heard.add(commented.commentId());
            }
        });
        Group group = town.openGroup(owner);
        Actor.Person member = town.memberOf(group);
        Post answered = town.post(owner, group);
        for (int turn = 0; turn < 60; turn++) {
            long hours = chance.nextInt(5) == 0 ? chance.nextInt(80_000) : chance.nextInt(30);
            town.clock.advance(Duration.ofHours(chance.nextBoolean() ? hours : -hours));
            switch (chance.nextInt(4)) {
                case 0 -> town.somoim.tick();
                case 1 -> {
                    town.somoim.memberships().leave(member, group.id());
                    town.somoim.memberships().join(member, group.id());
                }
                case 2 -> {
                    Sessions.Opened session = town.somoim.sessions().open(member, null);
                    town.somoim.sessions().refresh(VISITOR, session.refreshToken());
                }
                default ->
                    written.add(town.comment(member, town.post(owner, group)).id());
            }
            written.add(town.comment(member, answered).id());
            town.somoim.deliver();
            post.deliver();
            assertThat(town.somoim.facts().setAside()).isEmpty();
        }
        assertThat(heard).containsExactlyElementsOf(written);
        assertThat(town.somoim.deliver().heard()).isZero();
        assertSound();
    }

    private FactPost postTo(BiConsumer<Fact, Instant> hearing) {
        var listener = new FactListener() {
            @Override
            public Word name() {
                return new Word("test");
            }

            @Override
            public void on(Fact fact, Instant at) {
                hearing.accept(fact, at);
            }
        };
        return new FactPost(town.ports.transactor(), town.ports.facts(), town.clock, List.of(listener));
    }
}
