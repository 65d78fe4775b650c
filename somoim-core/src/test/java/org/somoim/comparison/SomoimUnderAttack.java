package org.somoim.comparison;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.somoim.Policies;
import org.somoim.Somoim;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.MemoryPorts;
import org.somoim.memory.TestClock;
import org.somoim.personaldata.Wish;
import org.somoim.privacy.EpochDraw;
import org.somoim.privacy.Hierarchy;
import org.somoim.privacy.Insight;
import org.somoim.privacy.LedgerEntry;
import org.somoim.privacy.PeerStanding;
import org.somoim.privacy.Place;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.PrivacyReceipt;
import org.somoim.privacy.Release;
import org.somoim.privacy.attacks.CommunityUnderAttack;
import org.somoim.privacy.attacks.Publication;
import org.somoim.privacy.attacks.Target;
import org.somoim.privacy.noise.NoiseSource;
import org.somoim.profiles.Consent;
import org.somoim.profiles.PrivacySetting;

/** The whole library as an attacker meets it, on memory. */
final class SomoimUnderAttack implements CommunityUnderAttack {
    private static final Actor HOST = Actor.host("attacked");
    /** What was logged by each thread, as several communities are attacked at a time. */
    private static final ThreadLocal<List<String>> SAID = ThreadLocal.withInitial(ArrayList::new);

    /** Hears everything that the library logs, at every level, until it is closed. */
    static final class Listener implements AutoCloseable {
        private final Logger logger = (Logger) LoggerFactory.getLogger("org.somoim");
        private final @Nullable Level before = logger.getLevel();
        private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                SAID.get().add(event.getFormattedMessage() + " " + event.getKeyValuePairs());
            }
        };

        Listener() {
            appender.start();
            logger.addAppender(appender);
            logger.setLevel(Level.TRACE);
            logger.setAdditive(false);
        }

        @Override
        public void close() {
            logger.setAdditive(true);
            logger.setLevel(before);
            logger.detachAppender(appender);
        }
    }

    private final PrivacyPlan plan;
    private final TestClock clock = new TestClock();
    private final org.somoim.Ports ports;
    private final Policies policies;
    private final Map<String, Actor.Person> people = new ConcurrentHashMap<>();
    private volatile Somoim somoim;
    private int accounts;

    private SomoimUnderAttack(PrivacyPlan plan, NoiseSource noise) {
        this.plan = plan;
        this.ports = Cohort.with(MemoryPorts.of(clock, new Random(1)), noise);
        this.policies = Policies.PRESET.comparing(Terms.of(plan));
        this.somoim = new Somoim(ports, policies);
        SAID.get().clear();
    }

    static Target under(PrivacyPlan plan) {
        return new Target() {
            @Override
            public PrivacyPlan plan() {
                return plan;
            }

            @Override
            public CommunityUnderAttack open(PrivacyPlan other, NoiseSource noise) {
                return new SomoimUnderAttack(other, noise);
            }
        };
    }

    @Override
    public void submit(String user, Place profile, Map<String, Double> values) {
        boolean isNew = !people.containsKey(user);
        Actor.Person person = person(user);
        if (isNew) {
            setPrivacy(user, true);
        }
        Figures figures = figures(profile);
        for (var value : values.entrySet()) {
            figures = figures.with(value.getKey(), value.getValue());
        }
        try {
            somoim.comparisons().contribute(person, figures);
        } catch (Refusal optedOutOrTooYoung) {
            // Then they do not count, which is what is to be seen.
        }
    }

    private Actor.Person person(String user) {
        return people.computeIfAbsent(user, unknown -> {
            var person = new Actor.Person(somoim.accounts()
                    .open(HOST, Email.of("attacked-" + ++accounts + "@example.org"))
                    .id());
            somoim.profiles().initialize(person, Line.of("Somebody"));
            return person;
        });
    }

    private Figures figures(@Nullable Place place) {
        Figures figures = Figures.NONE;
        for (int at = 0; place != null && at < place.leaves().size(); at++) {
            Hierarchy dimension = plan.schema().dimensions().get(at);
            figures = figures.in(
                    dimension.id(),
                    dimension
                            .levels()
                            .get(0)
                            .bands()
                            .get(place.leaves().get(at))
                            .key());
        }
        return figures;
    }

    @Override
    public void setPrivacy(String user, boolean counts) {
        if (people.containsKey(user)) {
            somoim.profiles()
                    .changeSettings(
                            person(user),
                            Map.of(PrivacySetting.CONTRIBUTE_TO_COMPARISONS, counts ? Consent.YES : Consent.NO));
        }
    }

    @Override
    public void leave(String user) {
        if (people.containsKey(user)) {
            somoim.comparisons().withdraw(person(user));
        }
    }

    @Override
    public void erase(String user) {
        Actor.Person person = people.remove(user);
        if (person != null) {
            somoim.personalData().erase(HOST, person.id(), Wish.REMOVE, Map.of());
        }
    }

    @Override
    public void suspend(String user) {
        if (people.containsKey(user)) {
            somoim.accounts().suspend(HOST, person(user).id());
        }
    }

    @Override
    public void nextEpoch() {
        Instant now = clock.instant();
        clock.advance(Duration.between(now, Stretch.at(now, plan.epoch()).ends()));
    }

    @Override
    public boolean runEpoch() {
        return somoim.epochs().begin(HOST) == 1 && latest().isPresent();
    }

    @Override
    public Release<PeerStanding> compare(String viewer, String metric, @Nullable Place place, @Nullable Double own) {
        Figures figures = own == null ? figures(place) : figures(place).with(metric, own);
        return somoim.comparisons().compare(person(viewer), new Word(metric), figures);
    }

    @Override
    public Release<Insight> insight(String viewer, String metric, @Nullable Place place) {
        return somoim.comparisons().insight(person(viewer), new Word(metric), figures(place));
    }

    @Override
    public Optional<PrivacyReceipt> receipt(String viewer, String metric, @Nullable Place place) {
        Actor.Person person = person(viewer);
        return somoim.comparisons()
                .receiptFor(person, new Word(metric), figures(place))
                .map(given -> somoim.comparisons().receipt(person, given.id()));
    }

    private Optional<Publication> latest() {
        return ports.transactor()
                .read(() ->
                        ports.comparisons().latest(new Word(plan.population())).flatMap(this::publication));
    }

    private Optional<Publication> publication(KeptEpoch epoch) {
        return ports.comparisons()
                .release(epoch.id())
                .map(kept -> Publication.of(plan, epoch.epoch().value(), EpochDraw.decode(kept.value())));
    }

    @Override
    public Optional<Publication> published(String viewer) {
        return latest();
    }

    @Override
    public List<Publication> history() {
        return ports.transactor().read(() -> {
            List<KeptEpoch> epochs = ports.comparisons().epochs(new Word(plan.population()), 1_000);
            return IntStream.range(0, epochs.size())
                    .mapToObj(at -> publication(epochs.get(epochs.size() - 1 - at)))
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    @Override
    public List<LedgerEntry> ledger() {
        return ports.transactor().read(() -> Debits.all(ports.comparisons(), new Word(plan.population())));
    }

    @Override
    public List<String> said() {
        return List.copyOf(SAID.get());
    }

    @Override
    public void restart() {
        somoim = new Somoim(ports, policies);
    }
}
