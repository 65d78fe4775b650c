package org.somoim.examples.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.somoim.Somoim;
import org.somoim.examples.demo.Script.Part;
import org.somoim.examples.demo.Script.Said;
import org.somoim.examples.demo.Script.Scene;
import org.somoim.examples.demo.Script.Voice;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.groups.NewGroup;
import org.somoim.groups.Terms;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.mail.Email;
import org.somoim.posts.Post;
import org.somoim.safety.Alert;
import org.somoim.safety.Batch;
import org.somoim.safety.Call;
import org.somoim.safety.Receipt;

/**
 * One group from its founding until now: who comes and how, who is put in charge, what is said, who is waiting at the
 * door, and who had to go.
 */
final class GroupStory {
    /** From so many members on, a group has moderators. */
    private static final int MODERATED = 12;
    /** From so many on it has an admin besides, and people have left. */
    private static final int LARGE = 20;

    private final Somoim somoim;
    private final Timeline timeline;
    private final Dice dice;
    private final Crowd crowd;
    private final Words words;
    private final Scene scene;
    private final List<Gathering> gatherings;
    private final Talking talking;
    private final Instant now;

    /** Everyone who has had to do with the group. */
    private final Set<Resident> known = new LinkedHashSet<>();

    private final Map<Voice, Resident> cast = new EnumMap<>(Voice.class);
    /** Members from the beginning on, the cast included. */
    private final List<Resident> early = new ArrayList<>();

    GroupStory(
            Somoim somoim,
            Timeline timeline,
            Dice dice,
            Crowd crowd,
            Words words,
            Scene scene,
            List<Gathering> gatherings,
            Talking talking,
            Instant now) {
        this.somoim = somoim;
        this.timeline = timeline;
        this.dice = dice;
        this.crowd = crowd;
        this.words = words;
        this.scene = scene;
        this.gatherings = List.copyOf(gatherings);
        this.talking = talking;
        this.now = now;
    }

    void plan(Instant founded) {
        timeline.at(founded, () -> found(founded));
    }

    private void found(Instant founded) {
        castRoles();
        Group.Kind kind = scene.kind();
        boolean moderated = cast.containsKey(Voice.M);
        Terms terms = Terms.of(kind, scene.name())
                .described(scene.about())
                .about(scene.category())
                .seen(scene.visibility())
                .joined(scene.policy())
                .approved(moderated);
        Id<Group> group =
                somoim.groups().create(owner(), new NewGroup(kind, terms, null)).id();
        planEarlyMembers(group, founded);
        planTeam(group, founded);
        planConversations(group, founded);
        planMeetings(group);
        talking.plan(group, early);
        planLateMembers(group, founded);
        planDoor(group);
        planDrill(group);
        if (scene.members() >= LARGE) {
            planLeaving(group, founded);
        }
    }

    private void castRoles() {
        scene.with().forEach((login, part) -> {
            known.add(crowd.login(login));
            if (part.voice() != null) {
                cast.put(part.voice(), crowd.login(login));
            }
        });
        cast(Voice.O);
        if (scene.members() >= MODERATED || scene.needs(Voice.M)) {
            cast(Voice.M);
        }
        if (scene.castIsFixed()) {
            Voice.REGULARS.forEach(this::cast);
        }
    }

    private void cast(Voice voice) {
        cast.computeIfAbsent(voice, missing -> newFace(languagesOf(missing)));
    }

    private Set<Language> languagesOf(Voice voice) {
        return scene.isMixed() ? EnumSet.of(voice.ofMixed()) : scene.languages();
    }

    private Resident newFace(Set<Language> languages) {
        Resident face = crowd.newFace(languages, known);
        known.add(face);
        return face;
    }

    private Actor owner() {
        return actor(Voice.O);
    }

    private Actor moderator() {
        return actor(cast.containsKey(Voice.M) ? Voice.M : Voice.O);
    }

    private Actor actor(Voice voice) {
        return Objects.requireNonNull(cast.get(voice)).actor();
    }

    /** Most members come in on the first day; in a small circle, all. */
    private void planEarlyMembers(Id<Group> group, Instant founded) {
        cast.forEach((voice, resident) -> {
            if (voice != Voice.O) {
                early.add(resident);
            }
        });
        int wanted = scene.castIsFixed() ? scene.members() - 1 : scene.members() * 2 / 3;
        while (early.size() < wanted) {
            early.add(newFace(scene.isMixed() ? EnumSet.of(dice.one(List.of(Language.values()))) : scene.languages()));
        }
        Instant at = founded.plus(Duration.ofMinutes(30));
        for (Resident resident : early) {
            at = at.plus(dice.between(Duration.ofMinutes(2), Duration.ofMinutes(40)));
            enter(group, resident, at, Duration.ofMinutes(30));
        }
        early.add(Objects.requireNonNull(cast.get(Voice.O)));
    }

    /** @param answer the longest that an answer takes */
    private void enter(Id<Group> group, Resident resident, Instant at, Duration answer) {
        Instant answered = at.plus(dice.between(Duration.ofMinutes(1), answer));
        switch (scene.policy()) {
            case OPEN -> timeline.at(at, () -> somoim.memberships().join(resident.actor(), group));
            case REQUEST -> {
                timeline.at(at, () -> ask(group, resident));
                timeline.at(answered, () -> somoim.memberships().approve(owner(), group, resident.id()));
            }
            case INVITE -> {
                timeline.at(at, () -> somoim.memberships().invite(owner(), group, resident.id()));
                timeline.at(answered, () -> somoim.memberships().accept(resident.actor(), group));
            }
        }
    }

    private void ask(Id<Group> group, Resident resident) {
        somoim.memberships().request(resident.actor(), group, dice.one(words.requests(resident.language())));
    }

    private void planTeam(Id<Group> group, Instant founded) {
        Instant appointed = founded.plus(Duration.ofHours(25));
        Resident moderator = cast.get(Voice.M);
        if (moderator != null) {
            timeline.at(appointed, () -> somoim.members()
                    .appoint(owner(), group, moderator.id(), Membership.Role.MODERATOR));
        }
        if (scene.members() >= LARGE) {
            Resident admin = dice.one(early.stream()
                    .filter(resident -> !cast.containsValue(resident))
                    .toList());
            timeline.at(appointed, () -> somoim.members().appoint(owner(), group, admin.id(), Membership.Role.ADMIN));
        }
    }

    private void planConversations(Id<Group> group, Instant founded) {
        Instant first = founded.plus(Duration.ofHours(27));
        Instant last = now.minus(Duration.ofHours(2));
        Duration step = Duration.between(first, last).dividedBy(scene.posts().size());
        for (int i = 0; i < scene.posts().size(); i++) {
            Said said = scene.posts().get(i);
            Instant at = first.plus(step.multipliedBy(i)).plus(dice.between(Duration.ZERO, step));
            timeline.at(at, () -> talk(group, said));
        }
    }

    private void planMeetings(Id<Group> group) {
        List<Resident> comers = early.stream()
                .filter(resident -> !resident.actor().equals(moderator()))
                .toList();
        var meetings = new Meetings(somoim, timeline, now, group, moderator(), comers);
        gatherings.forEach(
                gathering -> meetings.plan(gathering, scene.languages().contains(Language.KO)));
    }

    private void talk(Id<Group> group, Said said) {
        new Conversation(somoim, timeline, dice, said, castOf(group, said), early)
                .begin(
                        now.minus(Duration.ofMinutes(5)),
                        (author, draft) -> somoim.posts().write(author, group, draft),
                        post -> lookAfter(group, said, post));
    }

    /** Where the cast is not fixed, other members speak in every conversation; the logins always speak as themselves. */
    private Map<Voice, Resident> castOf(Id<Group> group, Said said) {
        Map<Voice, Resident> speakers = new EnumMap<>(cast);
        Set<Voice> needed = said.voices();
        needed.removeAll(speakers.keySet());
        for (Voice voice : needed) {
            if (voice == Voice.X) {
                Resident troublemaker = newFace(languagesOf(voice));
                somoim.memberships().request(troublemaker.actor(), group, null);
                letIn(group, troublemaker);
                speakers.put(voice, troublemaker);
            } else {
                speakers.put(
                        voice,
                        dice.one(early.stream()
                                .filter(resident -> languagesOf(voice).contains(resident.language()))
                                .filter(resident -> !speakers.containsValue(resident))
                                .toList()));
            }
        }
        return speakers;
    }

    private void letIn(Id<Group> group, Resident resident) {
        if (scene.policy() != Group.JoinPolicy.OPEN) {
            somoim.memberships().approve(owner(), group, resident.id());
        }
    }

    private void lookAfter(Id<Group> group, Said said, Post post) {
        if (said.pinned()) {
            somoim.posts().pin(moderator(), post.id());
        }
        if (said.by() == Voice.X) {
            timeline.at(timeline.instant().plus(Duration.ofMinutes(90)), () -> {
                somoim.posts().delete(moderator(), post.id());
                somoim.members().ban(moderator(), group, post.authorId());
            });
        }
    }

    private void planLateMembers(Id<Group> group, Instant founded) {
        int expected = scene.members() - early.size();
        for (Map.Entry<Login, Part> with : scene.with().entrySet()) {
            if (with.getValue().kind() == Part.Kind.LATE) {
                enter(group, crowd.login(with.getKey()), now.minus(Duration.ofDays(9)), Duration.ofHours(20));
                expected--;
            }
        }
        for (int i = 0; i < expected; i++) {
            Instant at = between(founded.plus(Duration.ofDays(3)), now.minus(Duration.ofDays(2)));
            timeline.at(at, () -> enter(group, newFace(scene.languages()), at, Duration.ofHours(20)));
        }
    }

    /** Everybody is called for an exercise, some answer, and it is over. */
    private void planDrill(Id<Group> group) {
        Prose message = scene.drill();
        if (message == null) {
            return;
        }
        Instant at = now.minus(Duration.ofDays(20));
        timeline.at(at, () -> {
            var call = new Call(List.of(group), Alert.Kind.MEDICAL, message, null, true);
            Batch drill = somoim.alerts().raise(moderator(), call);
            Id<Alert> alert = drill.alerts().get(0).alert().id();
            List<Resident> called = early.stream()
                    .filter(resident -> !resident.actor().equals(moderator()))
                    .toList();
            for (Receipt.Answer answer : Receipt.Answer.values()) {
                Actor resident = called.get(answer.ordinal()).actor();
                timeline.at(at.plus(Duration.ofMinutes(1 + answer.ordinal())), () -> somoim.alerts()
                        .acknowledge(resident, alert, answer));
            }
            timeline.at(at.plus(Duration.ofMinutes(25)), () -> somoim.alerts().endAll(moderator(), drill.id(), false));
        });
    }

    /** Those who wait for an answer, and those who have not given one. */
    private void planDoor(Id<Group> group) {
        Instant recently = now.minus(Duration.ofDays(4));
        Instant yesterday = now.minus(Duration.ofDays(1));
        Instant justNow = now.minus(Duration.ofMinutes(10));
        boolean isFull = scene.kind() == Group.Kind.CREW && scene.members() == Terms.CREW;
        if (scene.policy() == Group.JoinPolicy.REQUEST && !isFull) {
            for (int i = dice.between(1, 3); i > 0; i--) {
                timeline.at(between(recently, justNow), () -> ask(group, newFace(scene.languages())));
            }
            timeline.at(recently, () -> turnDown(group));
        }
        if (scene.policy() == Group.JoinPolicy.INVITE && scene.kind() != Group.Kind.FAMILY) {
            timeline.at(between(recently, justNow), () -> invite(group, newFace(scene.languages())));
            timeline.at(recently, () -> somoim.invites()
                    .byEmail(owner(), group, Email.of("a.friend@example.org"), Duration.ofDays(14)));
        }
        if (scene.policy() == Group.JoinPolicy.OPEN) {
            timeline.at(between(recently, justNow), () -> invite(group, newFace(scene.languages())));
            timeline.at(recently, () -> somoim.invites().byLink(owner(), group, 20, Duration.ofDays(14)));
        }
        scene.with().forEach((login, part) -> {
            Resident resident = crowd.login(login);
            if (part.kind() == Part.Kind.INVITED) {
                timeline.at(between(yesterday, justNow), () -> invite(group, resident));
            } else if (part.kind() == Part.Kind.ASKED) {
                timeline.at(between(recently, yesterday), () -> ask(group, resident));
            }
        });
    }

    private void invite(Id<Group> group, Resident resident) {
        somoim.memberships().invite(owner(), group, resident.id());
    }

    private void turnDown(Id<Group> group) {
        Resident resident = newFace(scene.languages());
        ask(group, resident);
        somoim.memberships().declineRequest(owner(), group, resident.id());
    }

    /** One who goes, and one who is put out and may come back. */
    private void planLeaving(Id<Group> group, Instant founded) {
        Instant at = between(founded.plus(Duration.ofDays(4)), now.minus(Duration.ofDays(12)));
        timeline.at(at, () -> {
            Resident leaving = newFace(scene.languages());
            enter(group, leaving, at, Duration.ofHours(5));
            timeline.at(at.plus(Duration.ofDays(6)), () -> somoim.memberships().leave(leaving.actor(), group));
            Resident absent = newFace(scene.languages());
            enter(group, absent, at, Duration.ofHours(5));
            timeline.at(at.plus(Duration.ofDays(8)), () -> somoim.members().remove(moderator(), group, absent.id()));
        });
    }

    private Instant between(Instant from, Instant to) {
        return from.plus(dice.between(Duration.ZERO, Duration.between(from, to)));
    }
}
