package org.somoim.sqlite.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.groups.Group.JoinPolicy;
import org.somoim.groups.Members;
import org.somoim.groups.Membership;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.Membership.Status;
import org.somoim.groups.MembershipChange;
import org.somoim.groups.Memberships;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Refusal;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;

/** Several people at the same moment, in threads of their own, {@value #ROUNDS} times over: somebody loses, no law does. */
class GroupRacesTest {
    private static final int ROUNDS = 300;
    private static final int THREADS = 8;

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Actor.Person> people = new ArrayList<>();
    private Community town;
    private Memberships memberships;
    private Members members;
    private Actor.Person owner;

    @BeforeEach
    void peopleMoveIn() {
        town = database.community();
        memberships = town.somoim.memberships();
        members = town.somoim.members();
        owner = town.person();
        Stream.generate(town::person).limit(THREADS).forEach(people::add);
    }

    @AfterEach
    void threadsEnd() {
        threads.shutdownNow();
    }

    @Test
    @Covers({"MEM-5", "MEM-8", "X2"})
    void whoeverIsBannedIsOutHoweverJoiningAndApprovingFall() {
        Actor.Person person = people.get(0);
        Actor.Person admin = people.get(1);
        for (int round = 0; round < ROUNDS; round++) {
            Id<Group> group =
                    town.group(owner, terms -> terms.joined(JoinPolicy.REQUEST)).id();
            memberships.invite(owner, group, admin.id());
            memberships.accept(admin, group);
            members.appoint(owner, group, admin.id(), Role.ADMIN);
            memberships.request(person, group, null);

            race(
                    () -> memberships.approve(admin, group, person.id()),
                    () -> memberships.invite(owner, group, person.id()),
                    () -> memberships.withdrawRequest(person, group),
                    () -> members.ban(owner, group, person.id()));

            assertThat(membership(group, person).status()).isEqualTo(Status.BANNED);
            assertCountIsRight(group);
            assertLogIsOneChain(group, person);
        }
    }

    @Test
    @Covers({"MEM-10", "X1"})
    void thereIsExactlyOneOwnerHoweverTransfersAndDemotionsFall() {
        Actor.Person one = people.get(0);
        Actor.Person other = people.get(1);
        for (int round = 0; round < ROUNDS; round++) {
            Id<Group> group = town.openGroup(owner).id();
            for (Actor.Person admin : List.of(one, other)) {
                memberships.join(admin, group);
                members.appoint(owner, group, admin.id(), Role.ADMIN);
            }

            race(
                    () -> members.transfer(owner, group, one.id()),
                    () -> members.transfer(owner, group, other.id()),
                    () -> members.appoint(owner, group, one.id(), Role.MEMBER),
                    () -> members.remove(owner, group, other.id()),
                    () -> memberships.leave(owner, group),
                    () -> memberships.leave(one, group));

            assertThat(town.ports.memberships().team(group, Role.OWNER)).hasSize(1);
            assertCountIsRight(group);
        }
    }

    @Test
    @Covers({"GRP-6", "MEM-5"})
    void threeSeatsAreGivenToThreeOfEight() {
        for (int round = 0; round < ROUNDS; round++) {
            Id<Group> group = town.group(owner, terms -> terms.limited(4)).id();

            race(people.stream()
                    .<Runnable>map(person -> () -> memberships.join(person, group))
                    .toArray(Runnable[]::new));

            assertThat(town.ports.memberships().members(group, null, 20)).hasSize(4);
            assertCountIsRight(group);
        }
    }

    private Membership membership(Id<Group> group, Actor.Person person) {
        return town.ports.memberships().find(group, person.id()).orElseThrow();
    }

    private void assertCountIsRight(Id<Group> group) {
        assertThat(town.ports.groups().find(group).map(Group::members))
                .contains(town.ports.memberships().members(group, null, 20).size());
    }

    private void assertLogIsOneChain(Id<Group> group, Actor.Person person) {
        Status status = null;
        List<MembershipChange> newestFirst = town.ports.memberships().history(group, null, 50);
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            if (newestFirst.get(i).userId().equals(person.id())) {
                assertThat(newestFirst.get(i).statusBefore()).isEqualTo(status);
                status = newestFirst.get(i).statusAfter();
            }
        }
        assertThat(status).isEqualTo(membership(group, person).status());
    }

    /** Starts everything at once. To be refused is one way to lose; nothing else may be thrown. */
    private void race(Runnable... runners) {
        var start = new CyclicBarrier(runners.length);
        List<Future<?>> running = new ArrayList<>();
        for (Runnable runner : runners) {
            running.add(threads.submit(() -> {
                start.await();
                try {
                    runner.run();
                } catch (Refusal lost) {
                    return false;
                }
                return true;
            }));
        }
        for (Future<?> runner : running) {
            assertThat(runner).succeedsWithin(Duration.ofSeconds(30));
        }
    }
}
