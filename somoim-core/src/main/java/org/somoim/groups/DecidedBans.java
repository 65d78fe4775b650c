package org.somoim.groups;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.Membership.Status;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.moderation.GroupBans;

/**
 * Plug. Bans from a group that moderators of the community decide. Goes through the same door as a ban by the group's own
 * team, and remembers what the person was, so that they can be exactly that again.
 */
public final class DecidedBans implements GroupBans {
    private static final Prose NOTHING = new Prose("nothing");

    private final GroupStore groups;
    private final MembershipStore memberships;
    private final Turnstile turnstile;

    public DecidedBans(GroupStore groups, MembershipStore memberships) {
        this.groups = groups;
        this.memberships = memberships;
        this.turnstile = new Turnstile(groups, memberships);
    }

    @Override
    public Prose ban(Work.Tx tx, Id<? extends Place> place, Id<User> person, Id<User> by) {
        Id<Group> group = new Id<>(place.value());
        Membership before = memberships.find(group, person).orElse(null);
        tx.announce(new GroupFact.Banned(
                group, person, by, before == null ? null : before.status(), Turnstile.pending(before)));
        turnstile.move(tx, group, person, Status.BANNED, by);
        return before == null ? NOTHING : written(before);
    }

    @Override
    public void undo(Work.Tx tx, Id<? extends Place> place, Id<User> person, Prose former) {
        Id<Group> group = new Id<>(place.value());
        Optional<Membership> now = memberships.find(group, person).filter(found -> found.is(Status.BANNED));
        if (now.isEmpty() || groups.find(group).isEmpty()) {
            return;
        }
        Membership before = former.equals(NOTHING) ? null : read(group, person, former);
        tx.announce(new GroupFact.BanLifted(group, person, now.get().by()));
        memberships.log(new MembershipChange(
                tx.newId(),
                group,
                person,
                Status.BANNED,
                null,
                before == null ? Status.REMOVED : before.status(),
                before == null ? null : before.role(),
                now.get().by(),
                tx.now()));
        if (before == null) {
            memberships.remove(group, person);
            return;
        }
        if (before.is(Status.ACTIVE)) {
            // Their seat was theirs, whoever has come in since.
            groups.keepSeat(group);
        }
        memberships.put(before);
    }

    /** Nine words by spaces, and what they wrote when they asked, if they did. */
    private static Prose written(Membership was) {
        return new Prose(String.join(
                        " ",
                        was.status().name(),
                        was.role() == null ? "-" : was.role().name(),
                        was.by().toString(),
                        was.changeId().toString(),
                        Boolean.toString(was.putOut()),
                        was.joinedAt() == null
                                ? "-"
                                : Long.toString(was.joinedAt().toEpochMilli()),
                        Long.toString(was.createdAt().toEpochMilli()),
                        Long.toString(was.updatedAt().toEpochMilli()))
                + (was.message() == null ? "" : " " + was.message().value()));
    }

    private static Membership read(Id<Group> group, Id<User> person, Prose former) {
        String[] words = former.value().split(" ", 9);
        return new Membership(
                group,
                person,
                Status.valueOf(words[0]),
                words[1].equals("-") ? null : Role.valueOf(words[1]),
                words.length > 8 ? new Line(words[8]) : null,
                Id.of(words[2]),
                Id.of(words[3]),
                Boolean.parseBoolean(words[4]),
                at(words[5]),
                Instant.ofEpochMilli(Long.parseLong(words[6])),
                Instant.ofEpochMilli(Long.parseLong(words[7])));
    }

    private static @Nullable Instant at(String word) {
        return word.equals("-") ? null : Instant.ofEpochMilli(Long.parseLong(word));
    }
}
