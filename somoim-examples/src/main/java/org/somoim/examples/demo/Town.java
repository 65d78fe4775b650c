package org.somoim.examples.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.accounts.NewAccount;
import org.somoim.examples.demo.Script.Said;
import org.somoim.examples.demo.Script.Scene;
import org.somoim.examples.demo.Script.Voice;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.FactPost;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.profiles.About;
import org.somoim.profiles.Audience;
import org.somoim.profiles.Choice;
import org.somoim.profiles.PrivacySetting;
import org.somoim.profiles.Topics;

/**
 * Two months in the life of a community, played through the library's front doors as if people had lived them. The same seed
 * and the same end give the same community, apart from its ids and secrets.
 */
public final class Town {
    private static final Duration AGE = Duration.ofDays(60);
    private static final Duration UNTIL_FIRST_GROUP = Duration.ofDays(4);
    private static final Duration BETWEEN_GROUPS = Duration.ofHours(8);
    /** A crew does not last: it is for one outing. */
    private static final Duration AGE_OF_CREWS = Duration.ofDays(26);
    /** People with higher numbers come later than the first groups. */
    private static final int FOUNDERS = 200;

    private static final Actor HOST = Actor.host("demo");

    private final Somoim somoim;
    private final Timeline timeline;
    private final Instant now;
    private final long seed;
    private final Dice dice;
    private final Words words = new Words(TextFile.read("people.txt"));
    private final Script script = Script.read();
    private final Crowd crowd;

    private Town(Somoim somoim, Timeline timeline, Instant now, long seed) {
        this.somoim = somoim;
        this.timeline = timeline;
        this.now = now;
        this.seed = seed;
        this.dice = new Dice(seed);
        this.crowd = new Crowd(words, dice);
    }

    /** The clock that the library has to read while {@link #settle} is at work. */
    public static InstantSource clock(Instant now) {
        return new Timeline(now.minus(AGE));
    }

    /**
     * Fills a community that is empty, in one change: whoever looks meanwhile sees nobody, and if it is broken off nothing
     * has happened.
     *
     * @param somoim reads the time from {@code clock}
     * @param clock from {@link #clock}, used once
     * @return false, and nothing was done, if there already was somebody
     */
    public static boolean settle(Somoim somoim, InstantSource clock, long seed) {
        if (!(clock instanceof Timeline timeline)) {
            throw new IllegalArgumentException("the clock must be one of Town.clock");
        }
        Instant now = clock.instant().plus(AGE);
        return somoim.together(() -> {
            if (!somoim.accounts().list(HOST, Page.Ask.first(1)).items().isEmpty()) {
                return false;
            }
            new Town(somoim, timeline, now, seed).play();
            return true;
        });
    }

    private void play() {
        planPeople();
        planGroups();
        planPages();
        new Goals(somoim, timeline, new Dice(seed), crowd, now).plan(TextFile.read("goals.txt"));
        new Questions(somoim, timeline, new Dice(seed + 2), crowd, now).plan(TextFile.read("forum.txt"));
        timeline.at(now.minus(Duration.ofMinutes(4)), this::fallOut);
        timeline.at(now.minus(Duration.ofMinutes(3)), this::muteWords);
        timeline.at(now.minus(Duration.ofMinutes(2)), this::closeAccounts);
        timeline.at(now.minus(Duration.ofSeconds(90)), () -> new Disputes(somoim, new Dice(seed + 1), crowd).play());
        timeline.at(now.minus(Duration.ofMinutes(1)), this::tellPeople);
        timeline.run();
    }

    private void planPeople() {
        Instant start = now.minus(AGE);
        List<Resident> everyone = crowd.everyone();
        for (int i = 0; i < everyone.size(); i++) {
            Resident resident = everyone.get(i);
            Duration after = i < Login.values().length
                    ? Duration.ofMinutes(i)
                    : i < FOUNDERS
                            ? dice.between(Duration.ofHours(1), UNTIL_FIRST_GROUP.minusHours(2))
                            : dice.between(UNTIL_FIRST_GROUP, AGE.minusDays(2));
            timeline.at(start.plus(after), () -> signUp(resident));
        }
        timeline.at(start.plus(Duration.ofMinutes(30)), this::appoint);
    }

    private void signUp(Resident resident) {
        resident.signedUpAs(somoim.accounts()
                .open(Actor.host("town"), new NewAccount(resident.email(), resident.password(), resident.name()))
                .id());
        boolean isLogin = resident.equals(crowd.login(Login.MEMBER));
        if (isLogin || dice.chance(0.7)) {
            somoim.profiles().edit(resident.actor(), about -> introduced(about, resident.language()));
        }
        if (isLogin || dice.chance(0.5)) {
            somoim.profiles().changeSettings(resident.actor(), openness());
        }
    }

    private About introduced(About about, Language language) {
        return new About(
                about.displayName(),
                null,
                null,
                dice.chance(0.8) ? dice.one(words.bios(language)) : null,
                null,
                dice.chance(0.6) ? dice.one(words.places(language)) : null,
                topics(dice.between(0, 4)),
                topics(dice.between(0, 2)));
    }

    private Topics topics(int howMany) {
        Set<Line> categories = script.groups().stream()
                .map(scene -> Line.of(scene.category().value()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Topics(Set.copyOf(dice.some(howMany, categories)));
    }

    private Map<PrivacySetting, Choice> openness() {
        Map<PrivacySetting, Choice> choices = new EnumMap<>(PrivacySetting.class);
        choices.put(PrivacySetting.PROFILE_VISIBILITY, dice.one(List.of(Audience.EVERYONE, Audience.GROUPS)));
        choices.put(PrivacySetting.BIO_VISIBILITY, Audience.EVERYONE);
        choices.put(PrivacySetting.INTERESTS_VISIBILITY, dice.one(List.of(Audience.values())));
        choices.put(PrivacySetting.LOCATION_VISIBILITY, dice.one(List.of(Audience.GROUPS, Audience.NOBODY)));
        return choices;
    }

    private void appoint() {
        Resident admin = crowd.login(Login.ADMIN);
        somoim.accounts().appoint(HOST, admin.id(), SiteRole.ADMIN);
        somoim.accounts().appoint(admin.actor(), crowd.login(Login.MODERATOR).id(), SiteRole.MODERATOR);
    }

    private void planGroups() {
        var talking = new Talking(somoim, timeline, new Dice(seed), now, Talk.read(TextFile.read("talks.txt")));
        Instant founded = now.minus(AGE).plus(UNTIL_FIRST_GROUP);
        for (Scene scene : script.groups()) {
            Instant at = scene.kind() == Group.Kind.CREW ? now.minus(AGE_OF_CREWS) : founded;
            new GroupStory(somoim, timeline, dice, crowd, words, scene, script.gatheringsOf(scene), talking, now)
                    .plan(at.plus(dice.between(Duration.ZERO, BETWEEN_GROUPS)));
            founded = founded.plus(BETWEEN_GROUPS);
        }
    }

    private void planPages() {
        for (Language language : Language.values()) {
            for (Said said : script.pages().getOrDefault(language, List.of())) {
                Instant at = now.minus(dice.between(Duration.ofHours(3), Duration.ofDays(30)));
                timeline.at(at, () -> writeOnPage(language, said));
            }
        }
    }

    private void writeOnPage(Language language, Said said) {
        List<Resident> people = dice.shuffled(crowd.others(Set.of(language)));
        Resident owner = people.remove(0);
        somoim.profiles().changeSettings(owner.actor(), Map.of(PrivacySetting.PROFILE_VISIBILITY, Audience.EVERYONE));
        Map<Voice, Resident> cast = new EnumMap<>(Voice.class);
        cast.put(Voice.O, owner);
        for (int i = 0; i < Voice.REGULARS.size(); i++) {
            cast.put(Voice.REGULARS.get(i), people.get(i));
        }
        new Conversation(somoim, timeline, dice, said, cast, people.subList(0, 20))
                .begin(
                        now.minus(Duration.ofMinutes(5)),
                        (author, draft) -> somoim.posts().writeOnPage(author, draft),
                        post -> {
                            if (said.pinned()) {
                                somoim.posts().pin(owner.actor(), post.id());
                            }
                        });
    }

    /** Some do not want to see one another any more. Comes last: nobody talks to those they have blocked. */
    private void fallOut() {
        for (Language language : Language.values()) {
            List<Resident> people = dice.some(16, crowd.others(Set.of(language)));
            for (int i = 0; i + 1 < people.size(); i += 2) {
                somoim.profiles().block(people.get(i).actor(), people.get(i + 1).id());
            }
            somoim.profiles()
                    .block(crowd.login(Login.MEMBER).actor(), people.get(0).id());
        }
    }

    private void muteWords() {
        for (Language language : Language.values()) {
            for (Resident resident : dice.some(8, crowd.others(Set.of(language)))) {
                somoim.profiles().mute(resident.actor(), dice.one(words.muted(language)));
            }
        }
        somoim.profiles().mute(crowd.login(Login.MEMBER).actor(), Line.of("spoiler"));
    }

    private void closeAccounts() {
        List<Resident> people = dice.some(2, crowd.others(Set.of(Language.values())));
        somoim.accounts()
                .suspend(crowd.login(Login.ADMIN).actor(), people.get(0).id());
        somoim.accounts().deactivate(people.get(1).actor());
        people.forEach(crowd::leaves);
    }

    /** Everything that has happened becomes news, and about half of the people have read what is older than two days. */
    private void tellPeople() {
        somoim.ratings().publish(HOST);
        int turned;
        do {
            turned = somoim.inspiration().turn(HOST);
        } while (turned > 0);
        FactPost.Delivered delivered;
        do {
            delivered = somoim.deliver();
            if (delivered.failed() > 0) {
                throw new IllegalStateException(delivered.failed() + " facts of the demo could not be delivered");
            }
        } while (delivered.heard() > 0);
        List<Resident> readers = new ArrayList<>(dice.some(Crowd.PEOPLE / 2, crowd.others(Set.of(Language.values()))));
        readers.add(crowd.login(Login.MEMBER));
        for (Resident reader : readers) {
            somoim.notifications().readAll(reader.actor(), now.minus(Duration.ofDays(2)));
        }
    }
}
