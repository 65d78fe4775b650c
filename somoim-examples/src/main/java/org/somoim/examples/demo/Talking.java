package org.somoim.examples.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.somoim.Somoim;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.chat.Reaction;
import org.somoim.examples.demo.Script.Voice;
import org.somoim.examples.demo.Talk.Remark;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;

/**
 * Conversations among those who know one another from a group. Has dice of its own, so that what happens elsewhere does not
 * depend on what is said here.
 */
final class Talking {
    /** How long people take to answer. */
    private static final Duration QUICK = Duration.ofSeconds(12);

    private static final Duration SLOW = Duration.ofMinutes(25);
    private static final Duration LONG_AGO = Duration.ofDays(20);
    /** Everything has been said by then. */
    private static final Duration LATELY = Duration.ofHours(5);

    private final Somoim somoim;
    private final Timeline timeline;
    private final Dice dice;
    private final Instant now;
    private final List<Talk> left;

    Talking(Somoim somoim, Timeline timeline, Dice dice, Instant now, List<Talk> talks) {
        this.somoim = somoim;
        this.timeline = timeline;
        this.dice = dice;
        this.now = now;
        this.left = new ArrayList<>(talks);
    }

    /** Plans a talk in the group and one between two of it, as long as there are talks nobody has had yet. */
    void plan(Id<Group> group, List<Resident> members) {
        plan(group, members, false);
        plan(group, members, true);
    }

    private void plan(Id<Group> group, List<Resident> members, boolean isBetweenTwo) {
        for (Talk talk : left) {
            Map<Voice, Resident> cast = cast(talk, members);
            if (talk.isBetweenTwo() == isBetweenTwo
                    && cast.size() == talk.voices().size()) {
                left.remove(talk);
                Instant at = now.minus(dice.between(LATELY, LONG_AGO));
                timeline.at(at, () -> begin(talk, group, cast, members));
                return;
            }
        }
    }

    /** Whoever is a login speaks first. */
    private Map<Voice, Resident> cast(Talk talk, List<Resident> members) {
        List<Resident> speakers = new ArrayList<>(dice.shuffled(members.stream()
                .filter(resident -> resident.language() == talk.language())
                .toList()));
        speakers.sort(java.util.Comparator.comparing(resident -> !isLogin(resident)));
        Map<Voice, Resident> cast = new EnumMap<>(Voice.class);
        for (Voice voice : talk.voices()) {
            if (cast.size() < speakers.size()) {
                cast.put(voice, speakers.get(cast.size()));
            }
        }
        return cast;
    }

    private static boolean isLogin(Resident resident) {
        return java.util.Arrays.stream(Login.values())
                .anyMatch(login -> login.email().equals(resident.email()));
    }

    private void begin(Talk talk, Id<Group> group, Map<Voice, Resident> cast, List<Resident> members) {
        Id<Conversation> in = talk.isBetweenTwo() ? between(cast) : Conversation.idOf(group);
        List<Resident> readers = talk.isBetweenTwo() ? List.copyOf(cast.values()) : members;
        go(talk, 0, in, cast, readers, null);
    }

    private Id<Conversation> between(Map<Voice, Resident> cast) {
        Resident one = Objects.requireNonNull(cast.get(Voice.A));
        Resident other = Objects.requireNonNull(cast.get(Voice.B));
        return somoim.conversations()
                .with(one.actor(), other.id())
                .conversation()
                .id();
    }

    /** One remark, and after a while the next. */
    private void go(
            Talk talk,
            int number,
            Id<Conversation> in,
            Map<Voice, Resident> cast,
            List<Resident> readers,
            @Nullable Message before) {
        if (number == talk.remarks().size()) {
            return;
        }
        Remark remark = talk.remarks().get(number);
        Resident speaker = Objects.requireNonNull(cast.get(remark.by()));
        Message message = somoim.chat()
                .send(speaker.actor(), in, remark.text(), remark.answers() && before != null ? before.id() : null);
        somoim.conversations().read(speaker.actor(), in, message.number());
        react(remark, speaker, message, readers);
        Instant soon = timeline.instant().plus(dice.between(QUICK, QUICK.multipliedBy(4)));
        Prose edited = remark.edited();
        if (edited != null) {
            timeline.at(soon, () -> somoim.chat().edit(speaker.actor(), message.id(), edited));
        }
        if (remark.takenBack()) {
            timeline.at(soon, () -> somoim.chat().delete(speaker.actor(), message.id()));
        }
        Instant next = timeline.instant().plus(dice.between(QUICK.multipliedBy(5), SLOW));
        timeline.at(next, () -> go(talk, number + 1, in, cast, readers, remark.takenBack() ? null : message));
    }

    private void react(Remark remark, Resident speaker, Message message, List<Resident> readers) {
        if (remark.takenBack() || !dice.chance(0.35)) {
            return;
        }
        List<Resident> others =
                readers.stream().filter(reader -> !reader.equals(speaker)).toList();
        for (Resident reader : dice.some(Math.min(others.size(), dice.between(1, 3)), others)) {
            somoim.chat().react(reader.actor(), message.id(), dice.one(List.of(Reaction.Kind.values())));
        }
    }
}
