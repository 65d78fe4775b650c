package org.somoim.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Visibility;
import org.somoim.groups.Group.JoinPolicy;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.Membership.Status;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Secrets.Secret;
import org.somoim.kernel.User;
import org.somoim.memory.Community;

/**
 * A group in which people do what they like, and the laws that hold all the same. The laws are written down from the
 * requirements and not taken from the code.
 */
public final class Turmoil {
    /** How many people there are; the first of them creates the group. */
    public static final int PEOPLE = 4;

    /** From where to where a membership may go; the key null stands for no membership. */
    private static final Map<@Nullable Status, Set<Status>> MOVES = new HashMap<>();

    static {
        MOVES.put(null, EnumSet.of(Status.INVITED, Status.REQUESTED, Status.ACTIVE, Status.BANNED));
        MOVES.put(Status.INVITED, EnumSet.of(Status.ACTIVE, Status.DECLINED, Status.BANNED));
        MOVES.put(Status.REQUESTED, EnumSet.of(Status.ACTIVE, Status.DECLINED, Status.BANNED));
        MOVES.put(Status.ACTIVE, EnumSet.of(Status.LEFT, Status.REMOVED, Status.BANNED));
        MOVES.put(Status.LEFT, EnumSet.of(Status.INVITED, Status.REQUESTED, Status.ACTIVE, Status.BANNED));
        MOVES.put(Status.DECLINED, EnumSet.of(Status.INVITED, Status.REQUESTED, Status.ACTIVE, Status.BANNED));
        MOVES.put(Status.REMOVED, EnumSet.of(Status.INVITED, Status.REQUESTED, Status.BANNED));
        MOVES.put(Status.BANNED, EnumSet.of(Status.REMOVED));
    }

    static boolean isMove(@Nullable Status from, Status to) {
        return Objects.requireNonNull(MOVES.get(from)).contains(to);
    }

    /** What someone can try. */
    public enum Verb {
        JOIN,
        REQUEST,
        WITHDRAW_REQUEST,
        APPROVE,
        DECLINE_REQUEST,
        INVITE,
        WITHDRAW_INVITATION,
        ACCEPT,
        DECLINE,
        LEAVE,
        REMOVE,
        BAN,
        LIFT_BAN,
        MAKE_ADMIN,
        MAKE_MODERATOR,
        MAKE_MEMBER,
        TRANSFER,
        FOLLOW_LINK,
        LIMIT,
        CHANGE_POLICY,
        DELETE,
        RESTORE,
        WAIT_AND_PURGE
    }

    /** One attempt: {@code actor} tries {@code verb} on {@code target}; both are indices of people. */
    public record Step(Verb verb, int actor, int target) {}

    private final Community town;
    private final List<Actor.Person> people = new ArrayList<>();
    private final Id<Group> group;
    private final List<MembershipChange> log = new ArrayList<>();
    private final Secret link;
    private int policies;

    public Turmoil(Community town) {
        this.town = town;
        Stream.generate(town::person).limit(PEOPLE).forEach(people::add);
        group = town.openGroup(people.get(0)).id();
        link = town.somoim
                .invites()
                .byLink(people.get(0), group, 1000, Duration.ofDays(90))
                .secret();
        readLog();
    }

    public static Arbitrary<List<Step>> histories() {
        Arbitrary<Integer> person = Arbitraries.integers().between(0, PEOPLE - 1);
        // Half of what is tried is tried by the first person, who starts as the owner: otherwise most is refused.
        Arbitrary<Integer> actor = Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(0)), Tuple.of(1, person));
        // People come and go more often than the ground moves under them.
        Arbitrary<Verb> verb = Arbitraries.of(Verb.values())
                .flatMap(v -> v.compareTo(Verb.LIMIT) < 0 ? Arbitraries.just(v) : Arbitraries.of(Verb.values()));
        return Combinators.combine(verb, actor, person)
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(100);
    }

    /** Tries it. Being refused is fine; anything else that is thrown is not. */
    public void run(Step step) {
        Map<Id<User>, Membership> before = memberships();
        try {
            attempt(step);
        } catch (Refusal refused) {
            assertThat(memberships()).as("refused, but something changed").isEqualTo(before);
        }
        assertLawsAfter(step, before);
    }

    private void attempt(Step step) {
        Actor.Person actor = people.get(step.actor());
        Actor.Person target = people.get(step.target());
        Memberships memberships = town.somoim.memberships();
        Members members = town.somoim.members();
        Groups groups = town.somoim.groups();
        switch (step.verb()) {
            case JOIN -> memberships.join(actor, group);
            case REQUEST -> memberships.request(actor, group, null);
            case WITHDRAW_REQUEST -> memberships.withdrawRequest(actor, group);
            case APPROVE -> memberships.approve(actor, group, target.id());
            case DECLINE_REQUEST -> memberships.declineRequest(actor, group, target.id());
            case INVITE -> memberships.invite(actor, group, target.id());
            case WITHDRAW_INVITATION -> memberships.withdrawInvitation(actor, group, target.id());
            case ACCEPT -> memberships.accept(actor, group);
            case DECLINE -> memberships.decline(actor, group);
            case LEAVE -> memberships.leave(actor, group);
            case REMOVE -> members.remove(actor, group, target.id());
            case BAN -> members.ban(actor, group, target.id());
            case LIFT_BAN -> members.liftBan(actor, group, target.id());
            case MAKE_ADMIN -> members.appoint(actor, group, target.id(), Role.ADMIN);
            case MAKE_MODERATOR -> members.appoint(actor, group, target.id(), Role.MODERATOR);
            case MAKE_MEMBER -> members.appoint(actor, group, target.id(), Role.MEMBER);
            case TRANSFER -> members.transfer(actor, group, target.id());
            case FOLLOW_LINK -> town.somoim.invites().accept(actor, link);
            case LIMIT ->
                groups.edit(actor, group, terms -> terms.limited(step.target() == 0 ? null : 1 + step.target()));
            case CHANGE_POLICY ->
                groups.edit(actor, group, terms -> terms.joined(JoinPolicy.values()[++policies % 3])
                        .seen(Visibility.values()[policies / 3 % 3])
                        .approved(policies % 2 == 0));
            case DELETE -> groups.delete(actor, group);
            case RESTORE -> groups.restore(actor, group);
            case WAIT_AND_PURGE -> {
                if (groupNow().deletedAt() != null) {
                    town.clock.advance(Groups.RESTORABLE.dividedBy(2));
                } else {
                    town.clock.advance(Groups.KEPT.plusMillis(1));
                    groups.purge(Actor.host("turmoil"));
                }
            }
        }
    }

    private void assertLawsAfter(Step step, Map<Id<User>, Membership> before) {
        Map<Id<User>, Membership> after = memberships();
        List<Membership> active =
                after.values().stream().filter(m -> m.is(Status.ACTIVE)).toList();
        Group now = groupNow();

        assertThat(active).as("owners").filteredOn(m -> m.role() == Role.OWNER).hasSize(1);
        assertThat(now.members()).as("the count of members").isEqualTo(active.size());
        long activeBefore =
                before.values().stream().filter(m -> m.is(Status.ACTIVE)).count();
        if (active.size() > activeBefore) {
            assertThat(now.maxMembers() == null || active.size() <= now.maxMembers())
                    .as("a seat too many")
                    .isTrue();
        }
        readLog().forEach(change -> {
            assertThat(isAgreed(change)).as("%s walked back in", change).isTrue();
            assertThat(isLawful(change, step, before))
                    .as("%s after %s", change, step)
                    .isTrue();
        });
        assertThat(replayed()).as("the log tells the present").isEqualTo(statesOf(after));
    }

    private boolean isLawful(MembershipChange change, Step step, Map<Id<User>, Membership> before) {
        if (change.statusBefore() == Status.ACTIVE && change.statusAfter() == Status.ACTIVE) {
            return change.roleBefore() != change.roleAfter();
        }
        boolean isBanLifted = change.statusBefore() != Status.BANNED || step.verb() == Verb.LIFT_BAN;
        boolean isPutOut = change.statusAfter() == Status.REMOVED || change.statusAfter() == Status.BANNED;
        return isBanLifted
                && change.roleBefore() != Role.OWNER
                && (!isPutOut || outranks(change.by(), change.userId(), before))
                && isMove(change.statusBefore(), change.statusAfter());
    }

    /** Whoever was put out comes in only if someone else has invited them since, or lets them in. */
    private boolean isAgreed(MembershipChange change) {
        if (change.statusAfter() != Status.ACTIVE || change.statusBefore() == Status.ACTIVE) {
            return true;
        }
        boolean putOut = false;
        for (MembershipChange earlier : log.subList(0, log.indexOf(change))) {
            if (earlier.userId().equals(change.userId())) {
                putOut = earlier.statusAfter() == Status.REMOVED
                        || earlier.statusAfter() == Status.BANNED
                        || putOut && earlier.statusAfter() != Status.ACTIVE;
            }
        }
        return !putOut
                || change.statusBefore() == Status.INVITED
                || !change.by().equals(change.userId());
    }

    private static boolean outranks(Id<User> one, Id<User> other, Map<Id<User>, Membership> before) {
        Membership target = before.get(other);
        Role role = Objects.requireNonNull(before.get(one)).role();
        return role != null
                && role.compareTo(Role.MODERATOR) >= 0
                && (target == null || target.role() == null || role.compareTo(target.role()) > 0);
    }

    /** What someone is to the group. */
    private record State(Status status, @Nullable Role role) {}

    private Map<Id<User>, State> replayed() {
        Map<Id<User>, State> states = new HashMap<>();
        for (MembershipChange change : log) {
            State before = states.get(change.userId());
            State told = change.statusBefore() == null ? null : new State(change.statusBefore(), change.roleBefore());
            boolean forgotten = told == null && before != null && isPrunable(before);
            assertThat(forgotten ? before : told)
                    .as("%s follows the entry before", change)
                    .isEqualTo(before);
            states.put(change.userId(), new State(change.statusAfter(), change.roleAfter()));
        }
        // A membership that is over may have been forgotten, or not yet.
        states.values().removeIf(Turmoil::isPrunable);
        return states;
    }

    private static Map<Id<User>, State> statesOf(Map<Id<User>, Membership> memberships) {
        Map<Id<User>, State> states = new HashMap<>();
        memberships.forEach((user, m) -> states.put(user, new State(m.status(), m.role())));
        states.values().removeIf(Turmoil::isPrunable);
        return states;
    }

    private static boolean isPrunable(State state) {
        return state.status() == Status.LEFT || state.status() == Status.DECLINED;
    }

    private Map<Id<User>, Membership> memberships() {
        Map<Id<User>, Membership> found = new HashMap<>();
        people.forEach(
                person -> town.ports.memberships().find(group, person.id()).ifPresent(m -> found.put(person.id(), m)));
        return found;
    }

    private Group groupNow() {
        return town.ports.groups().find(group).orElseThrow();
    }

    /** @return what is new */
    private List<MembershipChange> readLog() {
        List<MembershipChange> all = new ArrayList<>(town.ports.memberships().history(group, null, 1000));
        Collections.reverse(all);
        List<MembershipChange> news = List.copyOf(all.subList(log.size(), all.size()));
        log.addAll(news);
        return news;
    }
}
