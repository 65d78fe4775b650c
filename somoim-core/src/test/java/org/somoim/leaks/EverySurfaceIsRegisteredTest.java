package org.somoim.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;

/**
 * No way to read anything is left out of the leak matrix. Whoever adds a public method to a front door decides here what
 * it is: a surface, which {@link DoorSurfaces} then asks; a change; or a word inside the program that
 * no caller reaches.
 */
@Covers({"SEC-6", "TST-3"})
class EverySurfaceIsRegisteredTest {

    /** Changes, and what they give back: never more than the actor brought along, made or may read anyway. */
    private static final Map<String, String> CHANGES = changes("""
            accounts      | open                                                  | the new account, to the host
            accounts      | deactivate                                            | the actor's own account
            addresses     | signUp change                                         | nothing
            addresses     | confirm                                               | the account that the letter was about
            passwords     | logIn                                                 | the actor's own proven account
            passwords     | change askForNew reset                                | nothing
            passwords     | prune                                                 | how many
            accounts      | appoint suspend reinstate                             | an account, to those who may list them all
            once          | call callVeiled                                       | what the actor themselves had made
            once          | prune                                                 | how many
            sessions      | open refresh                                          | the actor's own session
            sessions      | end endOthers endAll endAllOf                         | nothing
            sessions      | prune                                                 | how many
            identities    | arrive                                                | whose account it is, to the host
            identities    | link                                                  | the actor's own identity
            identities    | unlink                                                | nothing
            profiles      | initialize edit changeSettings                        | the actor's own profile and settings
            profiles      | block unblock mute unmute                             | nothing
            profiles      | grantBadge withdrawBadge                              | the badges just granted, to those who may
            groups        | create edit restore                                   | the group, to its owner
            groups        | delete                                                | nothing
            groups        | purge                                                 | how many
            memberships   | join request accept                                   | the actor's own membership
            memberships   | approve invite                                        | the membership just made, to whoever made it
            memberships   | withdrawRequest declineRequest withdrawInvitation     | nothing
            memberships   | decline leave                                         | nothing
            members       | appoint transfer ban liftBan                          | the membership just changed, to whoever did
            members       | passOn                                                | the membership of the new owner, to the host and admins
            members       | remove                                                | nothing
            invites       | byEmail byLink                                        | the invite just made, to whoever made it
            invites       | accept                                                | the actor's own membership
            invites       | revoke                                                | nothing
            posts         | write writeOnPage edit restore                        | the actor's own post
            posts         | pin unpin                                             | a post that the actor could read before
            posts         | delete                                                | nothing
            posts         | purge                                                 | how many
            comments      | write edit restore                                    | the actor's own comment
            comments      | delete                                                | nothing
            reactions     | react withdraw                                        | marks of what the actor could read before
            events        | call callOwn edit cancel restore                      | the event, to whoever may change it
            events        | delete                                                | nothing
            events        | purge                                                 | how many
            recurrences   | begin beginOwn endFrom                                | how the series runs, to whoever may change it
            recurrences   | goOn                                                  | how many
            rsvps         | attend interested decline                             | the actor's own answer
            rsvps         | approve promote turnDown note                         | the answer just changed, to whoever did
            rsvps         | withdraw                                              | nothing
            foreignEvents | check                                                 | nothing
            foreignEvents | bring                                                 | whether it was added or known
            reminders     | want                                                  | when the actor is reminded
            reminders     | remind prune                                          | how many
            calendars     | issue                                                 | the actor's own link
            calendars     | revoke                                                | nothing
            ratings       | rate                                                  | the actor's own rating
            ratings       | publish                                               | how many
            forumCategories | make change move                                    | the category, to those who may
            forumCategories | remove appoint dismiss                              | nothing
            forumTopics   | open edit restore                                     | a topic that the actor could read before
            forumTopics   | delete follow unfollow                                | nothing
            forumTopics   | countViews purge                                      | how many
            forumPosts    | write edit restore                                    | the actor's own post, or one they look after
            forumPosts    | delete                                                | nothing
            forumVotes    | like unlike vote unvote accept unaccept               | what the actor could read before
            forumCuration | approve turn pin unpin move split merge               | what the actor looks after
            forumCuration | reject                                                | nothing
            forumDrafts   | begin beginAnswer change publish                      | the actor's own draft, or its topic
            forumDrafts   | discard                                               | nothing
            forumDrafts   | prune                                                 | how many
            goalShares    | share edit progress complete publish unpublish        | the actor's own share
            goalShares    | withdraw showAgain                                    | the actor's own share
            goalShares    | preview                                               | what the actor sent, without what points at people
            goalShares    | delete                                                | nothing
            inspiration   | cheer takeBack                                        | nothing
            inspiration   | turn                                                  | how many
            comparisons   | contribute                                            | what is kept of the actor
            comparisons   | withdraw                                              | nothing
            epochs        | begin tell check                                      | how many
            epochs        | verify                                                | whether it is intact, and when
            rsvps         | lapse                                                 | how many
            alerts        | raise acknowledge end endAll                          | alerts that the actor raised or could read before
            alerts        | escalate lapse shred purge                            | how many
            chat          | send edit                                             | the actor's own message
            chat          | react withdraw                                        | marks of what the actor could read before
            chat          | delete typing                                         | nothing
            conversations | with read                                             | one of the actor's own, that get shows
            reports       | report                                                | the actor's own report
            reports       | notice confirm                                        | nothing
            reports       | prune                                                 | how many
            cases         | claimNext claim open release escalate snooze dismiss  | the case, to those who decide
            cases         | decide agree disagree                                 | the measure just decided, to whoever did
            cases         | wake                                                  | how many
            appeals       | object insist                                         | the actor's own appeal
            appeals       | uphold reduce overturn                                | the appeal just judged, to whoever did
            appeals       | lift                                                  | the measure just taken back, to whoever did
            oversight     | trust                                                 | nothing
            oversight     | purge                                                 | how many
            notifications | read                                                  | one of the actor's own that list shows
            notifications | readAll remove turnOff turnOn muteGroup unmuteGroup   | nothing
            notifications | prune                                                 | how many
            passwords     | proveAgain                                            | nothing
            personalData  | erase                                                 | the actor's own erasure, or what the host asked for
            personalData  | reapply resume                                        | how many
            imports       | bring rehearse forget                                 | how many, to the host
            audit         | note                                                  | nothing
            operations    | retry                                                 | nothing
            operations    | backUp                                                | where the copy is, to those who run the community
            """);

    /** For other capabilities, and for the post that delivers facts. They take no actor. */
    private static final Set<String> INSIDE = Set.of(
            "accounts.emailOf",
            "accounts.addressOf",
            "accounts.holderOf",
            "accounts.hasPassword",
            "accounts.closedByOwner",
            "accounts.openFor",
            "accounts.reopen",
            "accounts.readdress",
            "sessions.actor",
            "sessions.actors",
            "profiles.open",
            "profiles.nameOf",
            "profiles.levels",
            "profiles.credit",
            "profiles.showsStanding",
            "personalData.registry",
            "personalData.kinds",
            "audit.latest",
            "epochs.latest",
            // Asked for everyone who is connected at once; see DoorSurfaces for what each of them gets of it.
            "chat.told",
            "chat.present",
            "chat.hearing",
            "profiles.countsInComparisons",
            "profiles.name",
            "reports.kinds",
            "notifications.name",
            "notifications.heard",
            "notifications.on");

    /** For the program around the library, on behalf of nobody: delivering facts and hints, and transactions of its own. */
    private static final Set<String> NOT_DOORS = Set.of("facts", "transactor", "metrics", "fanOut");

    private static final Set<String> SURFACES = DoorSurfaces.of(new Community().somoim).stream()
            .map(Surface::method)
            .collect(Collectors.toSet());

    @Test
    void everyPublicMethodIsASurfaceOrAChange() {
        Set<String> unknown = new TreeSet<>(doors().keySet());
        unknown.removeAll(SURFACES);
        unknown.removeAll(CHANGES.keySet());
        unknown.removeAll(INSIDE);

        assertThat(unknown)
                .as("add each to DoorSurfaces if it lets somebody read something, otherwise to the changes here")
                .isEmpty();
    }

    @Test
    void nothingIsRegisteredThatDoesNotExist() {
        assertThat(doors().keySet())
                .containsAll(SURFACES)
                .containsAll(CHANGES.keySet())
                .containsAll(INSIDE);
    }

    @Test
    void nothingIsBoth() {
        assertThat(SURFACES).doesNotContainAnyElementsOf(CHANGES.keySet());
    }

    @Test
    void whatHostsReachTakesAnActorFirst() {
        assertThat(doors().entrySet().stream()
                        .filter(door -> !INSIDE.contains(door.getKey()))
                        .filter(door -> !takesAnActorFirst(door.getValue()))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    private static boolean takesAnActorFirst(Method method) {
        return method.getParameterCount() > 0 && method.getParameterTypes()[0] == Actor.class;
    }

    /** Every public method of whatever hangs off the library, such as {@code posts.get}; of overloads, one. */
    private static Map<String, Method> doors() {
        Map<String, Method> doors = new TreeMap<>();
        for (Method accessor : Somoim.class.getDeclaredMethods()) {
            Class<?> door = accessor.getReturnType();
            if (isPublic(accessor)
                    && accessor.getParameterCount() == 0
                    && isFrontDoor(door)
                    && !NOT_DOORS.contains(accessor.getName())) {
                Arrays.stream(door.getDeclaredMethods())
                        .filter(EverySurfaceIsRegisteredTest::isPublic)
                        .forEach(method -> doors.put(accessor.getName() + "." + method.getName(), method));
            }
        }
        return doors;
    }

    /** A record or number that comes back at once is an answer. */
    private static boolean isFrontDoor(Class<?> type) {
        return type.getName().startsWith("org.somoim.") && !type.isRecord();
    }

    private static boolean isPublic(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic();
    }

    private static Map<String, String> changes(String table) {
        return table.lines()
                .map(line -> line.split("\\|"))
                .flatMap(cells -> Stream.of(cells[1].trim().split("\\s+"))
                        .map(method -> Map.entry(cells[0].trim() + "." + method, cells[2].trim())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
