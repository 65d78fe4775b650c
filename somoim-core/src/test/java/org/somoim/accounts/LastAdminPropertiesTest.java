package org.somoim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Page;
import org.somoim.kernel.Refusal;
import org.somoim.mail.Email;
import org.somoim.memory.Community;

@Covers({"ACC-9", "ACC-12"})
class LastAdminPropertiesTest {
    private static final int PEOPLE = 3;
    private static final Actor HOST = Actor.host("test");

    record Step(boolean byHost, int who, int whom, Deed deed) {}

    enum Deed {
        MAKE_ADMIN,
        MAKE_MODERATOR,
        MAKE_USER,
        SUSPEND,
        REINSTATE,
        DEACTIVATE,
        LOG_IN
    }

    /** Whatever people and host do, in any order: once there has been an active administrator, there always is one. */
    @Property(tries = 300)
    void aCommunityThatHadAnAdministratorHasOne(@ForAll("histories") List<Step> history) {
        var town = new Community();
        var accounts = town.somoim.accounts();
        List<Email> emails = Stream.of("a@example.org", "b@example.org", "c@example.org")
                .map(Email::of)
                .toList();
        List<Actor.Person> people =
                emails.stream().map(email -> town.person("Someone", email)).toList();
        boolean began = false;

        for (Step step : history) {
            Actor actor = step.byHost() ? HOST : people.get(step.who());
            var whom = people.get(step.whom());
            try {
                switch (step.deed()) {
                    case MAKE_ADMIN -> accounts.appoint(actor, whom.id(), SiteRole.ADMIN);
                    case MAKE_MODERATOR -> accounts.appoint(actor, whom.id(), SiteRole.MODERATOR);
                    case MAKE_USER -> accounts.appoint(actor, whom.id(), SiteRole.USER);
                    case SUSPEND -> accounts.suspend(actor, whom.id());
                    case REINSTATE -> accounts.reinstate(actor, whom.id());
                    case DEACTIVATE -> accounts.deactivate(whom);
                    case LOG_IN ->
                        town.somoim
                                .passwords()
                                .logIn(
                                        Actor.visitor(),
                                        emails.get(step.whom()),
                                        Community.PASSWORD,
                                        new Origin("home"));
                }
            } catch (Refusal refused) {
                // The law is about what is left, however much is refused.
            }
            boolean has = accounts.list(HOST, Page.Ask.first()).items().stream()
                    .anyMatch(account -> account.isActive() && account.role() == SiteRole.ADMIN);
            began |= has;
            assertThat(has).isEqualTo(began);
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        var person = Arbitraries.integers().between(0, PEOPLE - 1);
        return Combinators.combine(Arbitraries.of(true, false), person, person, Arbitraries.of(Deed.class))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
