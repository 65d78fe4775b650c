package org.somoim.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.accounts.Account;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;

class IdentitiesTest {
    private static final Actor HOST = Actor.host("bridge");
    private static final Identity MINJI = new Identity(new Word("keycloak"), new Subject("6f1c"));
    private static final Email ADDRESS = Email.of("minji@example.org");

    private final Community town = new Community();
    private final Identities identities = town.somoim.identities();

    private static Arrival arrival(Identity identity, @Nullable Email email, @Nullable String name) {
        return new Arrival(identity, email, name == null ? null : Line.of(name), null);
    }

    private Actor.Person arrive(@Nullable Email email, @Nullable String name) {
        return identities.arrive(HOST, arrival(MINJI, email, name));
    }

    private Account accountOf(Id<User> person) {
        return town.somoim.accounts().find(HOST, person);
    }

    @Test
    @Covers({"ACC-10", "ACC-14"})
    void whoeverComesForTheFirstTimeGetsAnAccountAndAProfileThatShowsNothing() {
        Actor.Person minji = arrive(ADDRESS, "민지");

        assertThat(accountOf(minji.id()).email()).isEqualTo(ADDRESS);
        assertThat(town.somoim.profiles().mine(minji).about().displayName()).isEqualTo(Line.of("민지"));
        assertRefused("access.not-found", () -> town.somoim.profiles().see(town.person(), minji.id()));
        assertThat(town.somoim.accounts().hasPassword(minji.id())).isFalse();
    }

    @Test
    @Covers("ACC-10")
    void oneIdentityIsOneAccountHoweverOftenItComes() {
        Actor.Person minji = arrive(ADDRESS, "민지");
        long facts = town.ports.facts().newest();

        assertThat(arrive(ADDRESS, "민지")).isEqualTo(minji);
        assertThat(arrive(null, null)).isEqualTo(minji);
        assertThat(town.ports.facts().newest()).isEqualTo(facts);
        assertThat(identities.arrive(
                        HOST,
                        arrival(new Identity(new Word("gateway"), MINJI.subject()), Email.of("x@example.org"), null)))
                .isNotEqualTo(minji);
    }

    @Test
    @Covers("ACC-10")
    void anAddressAloneNeverLeadsIntoAnAccountThatIsThere() {
        Actor.Person there = town.person("Minji", ADDRESS);

        assertRefused("identities.email-has-account", () -> arrive(ADDRESS, "민지"));
        assertRefused("identities.no-proven-email", () -> arrive(null, "민지"));
        assertThat(identities.list(there)).isEmpty();
    }

    @Test
    @Covers({"ACC-10", "ACC-14"})
    void onlyTheHostSaysWhoSomebodyIs() {
        for (Actor actor : new Actor[] {Actor.visitor(), town.person(), town.admin()}) {
            assertRefused("access.not-allowed", () -> identities.arrive(actor, arrival(MINJI, ADDRESS, null)));
        }
    }

    @Test
    @Covers("ACC-10")
    void linkingTakesConsentAndTheSameProvenAddress() {
        Actor.Person minji = town.person("Minji", ADDRESS);

        assertRefused("identities.email-differs", () -> identities.link(minji, arrival(MINJI, null, null)));
        assertRefused(
                "identities.email-differs",
                () -> identities.link(minji, arrival(MINJI, Email.of("other@example.org"), null)));
        assertRefused("access.not-signed-in", () -> identities.link(Actor.visitor(), arrival(MINJI, ADDRESS, null)));
        LinkedIdentity link = identities.link(minji, arrival(MINJI, ADDRESS, null));

        assertThat(identities.link(minji, arrival(MINJI, ADDRESS, null))).isEqualTo(link);
        assertThat(identities.list(minji)).containsExactly(link);
        assertThat(arrive(ADDRESS, null)).isEqualTo(minji);
    }

    @Test
    @Covers("ACC-10")
    void anIdentityIsNotTakenFromAnotherAccountNorDoubled() {
        arrive(ADDRESS, null);
        Actor.Person jun = town.person("Jun", Email.of("jun@example.org"));
        assertRefused(
                "identities.linked-to-another",
                () -> identities.link(jun, arrival(MINJI, Email.of("jun@example.org"), null)));
        identities.link(
                jun, arrival(new Identity(MINJI.provider(), new Subject("a")), Email.of("jun@example.org"), null));

        assertRefused(
                "identities.one-of-each",
                () -> identities.link(
                        jun,
                        arrival(new Identity(MINJI.provider(), new Subject("b")), Email.of("jun@example.org"), null)));
    }

    @Test
    @Covers("ACC-10")
    void theLastWayInStays() {
        Actor.Person minji = arrive(ADDRESS, null);
        assertRefused("identities.last-way-in", () -> identities.unlink(minji, MINJI.provider()));
        identities.unlink(minji, new Word("gateway"));
        assertThat(identities.list(minji)).hasSize(1);

        identities.link(minji, arrival(new Identity(new Word("gateway"), MINJI.subject()), ADDRESS, null));
        identities.unlink(minji, MINJI.provider());
        assertThat(identities.list(minji)).extracting(LinkedIdentity::provider).containsExactly(new Word("gateway"));

        Actor.Person jun = town.person("Jun", Email.of("jun@example.org"));
        identities.link(
                jun, arrival(new Identity(MINJI.provider(), new Subject("a")), Email.of("jun@example.org"), null));
        identities.unlink(jun, MINJI.provider());
        assertThat(identities.list(jun)).isEmpty();
    }

    @Test
    @Covers("ACC-10")
    void theNameFollowsTheProviderUntilThePersonChoosesAnother() {
        Actor.Person minji = arrive(ADDRESS, "민지");
        arrive(ADDRESS, "김민지");
        assertThat(town.somoim.profiles().mine(minji).about().displayName()).isEqualTo(Line.of("김민지"));

        town.somoim.profiles().edit(minji, about -> about.renamed(Line.of("별")));
        arrive(ADDRESS, "박민지");
        arrive(ADDRESS, "별");
        arrive(ADDRESS, "박민지");

        assertThat(town.somoim.profiles().mine(minji).about().displayName()).isEqualTo(Line.of("박민지"));
    }

    @Test
    @Covers("ACC-10")
    void aNameChosenHereStays() {
        Actor.Person minji = arrive(ADDRESS, "민지");
        town.somoim.profiles().edit(minji, about -> about.renamed(Line.of("별")));
        arrive(ADDRESS, "박민지");
        arrive(ADDRESS, "최민지");

        assertThat(town.somoim.profiles().mine(minji).about().displayName()).isEqualTo(Line.of("별"));
    }

    @Test
    @Covers("ACC-10")
    void theAddressFollowsTheProviderWhileNoPasswordGoesWithAnother() {
        Actor.Person minji = arrive(ADDRESS, null);
        Email moved = Email.of("moved@example.org");
        town.person("Taken", Email.of("taken@example.org"));
        arrive(moved, null);
        assertThat(accountOf(minji.id()).email()).isEqualTo(moved);
        arrive(Email.of("taken@example.org"), null);
        assertThat(accountOf(minji.id()).email()).isEqualTo(moved);

        Actor.Person jun = town.person("Jun", Email.of("jun@example.org"));
        var atProvider = new Identity(MINJI.provider(), new Subject("jun"));
        identities.link(jun, arrival(atProvider, Email.of("jun@example.org"), null));
        identities.arrive(HOST, arrival(atProvider, Email.of("jun-moved@example.org"), null));
        assertThat(accountOf(jun.id()).email()).isEqualTo(Email.of("jun@example.org"));
    }

    @Test
    @Covers({"ACC-10", "ACC-12"})
    void aClosedAccountOpensForSomeoneWhoHasSignedInSinceAndASuspendedOneDoesNot() {
        Actor.Person minji = arrive(ADDRESS, null);
        Instant before = town.clock.instant();
        town.clock.advance(Duration.ofMinutes(1));
        town.somoim.accounts().deactivate(minji);
        identities.arrive(HOST, new Arrival(MINJI, ADDRESS, null, before));
        arrive(ADDRESS, null);
        assertThat(accountOf(minji.id()).isActive()).isFalse();

        town.clock.advance(Duration.ofMinutes(1));
        identities.arrive(HOST, new Arrival(MINJI, ADDRESS, null, town.clock.instant()));
        assertThat(accountOf(minji.id()).isActive()).isTrue();

        town.somoim.accounts().suspend(HOST, minji.id());
        town.clock.advance(Duration.ofMinutes(1));
        assertThat(identities.arrive(HOST, new Arrival(MINJI, ADDRESS, Line.of("민지"), town.clock.instant())))
                .isEqualTo(minji);
        assertRefused("access.account-closed", () -> identities.list(minji));
    }

    @Test
    @Covers("ACC-10")
    void whatIsNotASubjectIsRefused() {
        for (String wrong : new String[] {"", " ", "a b", "민지", "a\u0000", "x".repeat(256)}) {
            assertRefused("identities.not-a-subject", () -> new Subject(wrong));
        }
        assertThat(new Subject("x".repeat(255))).hasToString("Subject");
    }
}
