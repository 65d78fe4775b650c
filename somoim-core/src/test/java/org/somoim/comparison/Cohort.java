package org.somoim.comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.somoim.Policies;
import org.somoim.Ports;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryPorts;
import org.somoim.memory.TestClock;
import org.somoim.privacy.Epsilon;
import org.somoim.privacy.Hierarchies;
import org.somoim.privacy.Label;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.noise.NoiseSource;
import org.somoim.profiles.Consent;
import org.somoim.profiles.PrivacySetting;

/** A community in which people compare themselves with one another, and a few words to let them. */
public final class Cohort {
    public static final Actor HOST = Actor.host("test");
    public static final Word FUND = new Word("emergency-fund");
    public static final Word DEBT = new Word("debt-to-income");

    public static final PrivacyPlan PLAN = Community.PLAN;

    public final Community town;
    private int people;

    /** On memory, with noise that is none: what is tested is what is done with it. */
    public Cohort() {
        this(PLAN);
    }

    public Cohort(PrivacyPlan plan) {
        this(plan, epsilon -> 0);
    }

    public Cohort(PrivacyPlan plan, NoiseSource noise) {
        this(clock -> MemoryPorts.of(clock, new Random(1)), plan, noise);
    }

    public Cohort(Function<TestClock, Ports> open, PrivacyPlan plan, NoiseSource noise) {
        this(new Community(clock -> with(open.apply(clock), noise), Policies.PRESET.comparing(Terms.of(plan))));
    }

    /** @param town with comparisons */
    public Cohort(Community town) {
        this.town = town;
    }

    public static PrivacyPlan.Builder plan() {
        return PrivacyPlan.of("town", new Label("마을", "The town"), PLAN.schema(), PLAN.metrics());
    }

    /** The same ports with other noise. */
    public static Ports with(Ports ports, NoiseSource noise) {
        return new Ports(
                ports.transactor(),
                ports.doneCalls(),
                ports.facts(),
                ports.roster(),
                ports.accounts(),
                ports.sessions(),
                ports.identities(),
                ports.profiles(),
                ports.groups(),
                ports.memberships(),
                ports.invites(),
                ports.posts(),
                ports.comments(),
                ports.reactions(),
                ports.events(),
                ports.series(),
                ports.foreignUids(),
                ports.rsvps(),
                ports.reminders(),
                ports.calendarLinks(),
                ports.alerts(),
                ports.chat(),
                ports.fanOut(),
                ports.notifications(),
                ports.ratings(),
                ports.categories(),
                ports.topics(),
                ports.forumPosts(),
                ports.forumDrafts(),
                ports.reports(),
                ports.cases(),
                ports.measures(),
                ports.restraints(),
                ports.goalShares(),
                ports.pseudonyms(),
                ports.comparisons(),
                ports.references(),
                ports.erasures(),
                ports.audit(),
                ports.auditKey(),
                ports.residue(),
                ports.passwords(),
                ports.passwordPolicy(),
                ports.tickets(),
                ports.outbox(),
                ports.mailer(),
                ports.ids(),
                ports.personKeys(),
                ports.clock(),
                ports.chance(),
                noise,
                ports.metrics(),
                ports.closing());
    }

    public Comparisons comparisons() {
        return town.somoim.comparisons();
    }

    public Epochs epochs() {
        return town.somoim.epochs();
    }

    /** Someone new who wants to count, and has given nothing yet. */
    public Actor.Person willing() {
        Account account = town.somoim.accounts().open(HOST, Email.of("cohort-" + ++people + "@example.org"));
        var person = new Actor.Person(account.id());
        town.somoim.profiles().initialize(person, Line.of("Somebody"));
        town.somoim.profiles().changeSettings(person, Map.of(PrivacySetting.CONTRIBUTE_TO_COMPARISONS, Consent.YES));
        return person;
    }

    /** What somebody of that age says. */
    public static Figures figures(int age, double fund, double debt) {
        int leaf = Hierarchies.ageLeaf(age);
        String band = Hierarchies.age().levels().get(0).bands().get(leaf).key();
        return Figures.NONE.in("age", band).with("emergency-fund", fund).with("debt-to-income", debt);
    }

    /** Someone new who takes part. */
    public Actor.Person contributor(int age, double fund, double debt) {
        Actor.Person person = willing();
        comparisons().contribute(person, figures(age, fund, debt));
        return person;
    }

    /** People of all ages with all kinds of figures. */
    public List<Actor.Person> contributors(int many) {
        List<Actor.Person> all = new ArrayList<>();
        town.somoim.together(() -> {
            var random = new Random(7);
            for (int i = 0; i < many; i++) {
                all.add(contributor(
                        22 + random.nextInt(60), Math.exp(random.nextGaussian() + 1), Math.exp(random.nextGaussian())));
            }
            return all;
        });
        return all;
    }

    /** To the first instant of the next epoch but one, when whoever is here now counts. */
    public void ripen() {
        nextEpoch();
        nextEpoch();
    }

    public void nextEpoch() {
        Instant now = town.clock.instant();
        town.clock.advance(Duration.between(now, Stretch.at(now, PLAN.epoch()).ends()));
    }

    /** Lets an epoch begin. */
    public int begin() {
        return epochs().begin(HOST);
    }

    /** Of the latest epoch, as it is kept. */
    public String release() {
        return town.ports.transactor().read(() -> town.ports
                .comparisons()
                .latest(new Word("town"))
                .flatMap(epoch -> town.ports.comparisons().release(epoch.id()))
                .map(Encoded::value)
                .orElse("nothing"));
    }

    public void set(Actor.Person person, PrivacySetting setting, Consent choice) {
        town.somoim.profiles().changeSettings(person, Map.of(setting, choice));
    }

    public void suspend(Id<User> person) {
        town.somoim.accounts().suspend(HOST, person);
    }

    public Actor.Person admin() {
        Actor.Person admin = willing();
        town.somoim.accounts().appoint(HOST, admin.id(), SiteRole.ADMIN);
        return admin;
    }

    /** Draws nothing, and refuses to be asked. */
    public static NoiseSource forbidden() {
        return (Epsilon epsilon) -> {
            throw new AssertionError("noise was drawn");
        };
    }
}
