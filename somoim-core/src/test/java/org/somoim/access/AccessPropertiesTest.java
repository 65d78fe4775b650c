package org.somoim.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.User;
import org.somoim.memory.TestClock;
import org.somoim.uuid.UuidIds;

@Covers({"ACC-9", "ACC-13", "GRP-5"})
class AccessPropertiesTest {
    private static final Ids IDS = new UuidIds(new TestClock(), new Random(5));
    private static final Id<User> SOMEONE = IDS.timeOrdered();
    private static final Id<Hall> HALL = IDS.timeOrdered();
    private static final Id<Object> THING_INSIDE = IDS.timeOrdered();

    private record Hall() implements Place {}

    private enum HallAction implements Action {
        SEE(Standing.PERSON, Standing.INVITED),
        SING(Standing.MEMBER, Standing.MEMBER),
        REBUILD(Standing.OWNER, Standing.OWNER) {
            @Override
            public boolean isForDeleted() {
                return true;
            }
        };

        private final Standing outside;
        private final Standing secret;

        HallAction(Standing outside, Standing secret) {
            this.outside = outside;
            this.secret = secret;
        }

        @Override
        public Standing least(Visibility visibility) {
            return visibility == Visibility.SECRET ? secret : outside;
        }

        @Override
        public Action see() {
            return SEE;
        }
    }

    private enum TownAction implements SiteAction {
        COUNT;

        @Override
        public SiteRole least() {
            return SiteRole.ADMIN;
        }
    }

    /** Whoever may not see it gets the answer that they would get if it were not there. */
    @Property
    void whatIsHiddenLooksLikeWhatIsNotThere(
            @ForAll Standing standing, @ForAll Visibility visibility, @ForAll boolean deleted) {
        var footing = new Footing(true, standing, visibility, deleted);
        Throwable refused = Assertions.catchThrowable(
                () -> access(footing).require(Actor.person(SOMEONE), HallAction.SING, HALL, THING_INSIDE));
        Throwable missing = Assertions.catchThrowable(
                () -> access(null).require(Actor.person(SOMEONE), HallAction.SING, HALL, THING_INSIDE));

        boolean sees = !deleted && standing.isAtLeast(HallAction.SEE.least(visibility));
        if (!sees) {
            assertThat(refused).isInstanceOf(Refusal.class).hasMessage(missing.getMessage());
            assertThat(refused).hasMessageNotContaining(HALL.toString());
        } else if (standing.isAtLeast(Standing.MEMBER)) {
            assertThat(refused).isNull();
        } else {
            assertThat(((Refusal) refused).reason()).isEqualTo(AccessReason.NOT_ALLOWED);
        }
    }

    /** One decision, two ways to ask: for one thing, and for a list. */
    @Property
    void aListAndASingleLookAgree(@ForAll Standing standing, @ForAll Visibility visibility, @ForAll HallAction action) {
        Sight sight = access(new Footing(true, standing, visibility, false)).sight(Actor.person(SOMEONE), action);

        assertThat(sight.allows(visibility, standing))
                .isEqualTo(new Footing(true, standing, visibility, action.isForDeleted()).allows(action));
    }

    @Example
    void aDeletedPlaceIsOpenOnlyToWhatBringsItBack() {
        var footing = new Footing(true, Standing.OWNER, Visibility.PUBLIC, true);

        assertThat(access(footing)
                        .require(Actor.person(SOMEONE), HallAction.REBUILD, HALL)
                        .standing())
                .isEqualTo(Standing.OWNER);
        assertRefused("access.not-found", () -> access(footing).require(Actor.person(SOMEONE), HallAction.SING, HALL));
    }

    @Example
    void aClosedAccountCanDoNothing() {
        var footing = new Footing(false, Standing.OWNER, Visibility.PUBLIC, false);
        Access access = access(footing);
        Actor closed = Actor.person(SOMEONE);

        assertRefused("access.account-closed", () -> access.require(closed, HallAction.SEE, HALL));
        assertRefused("access.account-closed", () -> access.requirePerson(closed));
        assertRefused("access.account-closed", () -> access.requireSite(closed, TownAction.COUNT));
        assertThat(access.may(SOMEONE, HallAction.SEE, HALL)).isFalse();
    }

    @Example
    void aVisitorIsAskedToSignInWhateverTheyAskFor() {
        Access access = access(new Footing(true, Standing.OWNER, Visibility.PUBLIC, false));

        assertRefused("access.not-signed-in", () -> access.require(Actor.visitor(), HallAction.SEE, HALL));
        assertRefused("access.not-signed-in", () -> access.requirePerson(Actor.visitor()));
        assertRefused("access.not-signed-in", () -> access.requireSite(Actor.visitor(), TownAction.COUNT));
        assertRefused("access.not-signed-in", () -> access.requirePerson(Actor.host("nightly-job")));
    }

    @Example
    void theHostMayDoWhatAnAdministratorMay() {
        Access access = access(new Footing(true, Standing.PERSON, Visibility.PUBLIC, false));

        assertThat(access.requireSite(Actor.host("first-start"), TownAction.COUNT))
                .isEmpty();
        assertRefused("access.not-allowed", () -> access.requireSite(Actor.person(SOMEONE), TownAction.COUNT));
    }

    private static Access access(@Nullable Footing footing) {
        return new Access(new OneFooting(Optional.ofNullable(footing)));
    }

    /** Everybody has the same footing everywhere, and an ordinary role; an account that there is no place for is active. */
    private record OneFooting(Optional<Footing> footing) implements Roster {
        @Override
        public Optional<SiteRole> role(Id<User> person) {
            boolean active = footing.map(Footing::active).orElse(true);
            return active ? Optional.of(SiteRole.USER) : Optional.empty();
        }

        @Override
        public Optional<Footing> footing(Id<User> person, Id<? extends Place> place) {
            return footing;
        }

        @Override
        public Map<Id<? extends Place>, Footing> footings(Id<User> person, Set<? extends Id<? extends Place>> places) {
            return Map.of();
        }

        @Override
        public Map<Id<User>, Footing> footings(Set<Id<User>> people, Id<? extends Place> place) {
            return Map.of();
        }

        @Override
        public Map<Id<User>, Footing> belonging(Id<? extends Place> place) {
            return Map.of();
        }

        @Override
        public Optional<Footing> pageFooting(Id<User> person, Id<User> owner) {
            return footing;
        }

        @Override
        public Map<Id<User>, Footing> pageFootings(Id<User> person, Set<Id<User>> owners) {
            return Map.of();
        }

        @Override
        public Set<Id<User>> apart(Id<User> person, Set<Id<User>> others) {
            return Set.of();
        }

        @Override
        public Map<Id<User>, Set<Id<User>>> apart(Set<Id<User>> people, Set<Id<User>> others) {
            return Map.of();
        }

        @Override
        public Mutes mutes(Id<User> person) {
            return Mutes.NONE;
        }

        @Override
        public Map<Id<User>, Mutes> mutes(Set<Id<User>> people) {
            return Map.of();
        }
    }
}
