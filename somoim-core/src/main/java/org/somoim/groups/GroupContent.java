package org.somoim.groups;

import java.util.Optional;
import java.util.Set;
import org.somoim.access.Access;
import org.somoim.access.Visibility;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.moderation.ContentHandler;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Snapshot;
import org.somoim.moderation.Subject;

/** Plug. Groups can be reported and acted upon. Their owner answers for them. */
public final class GroupContent implements ContentHandler {
    static final Word GROUP = new Word("group");
    private static final Set<Measure.Kind> SOME =
            Set.of(Measure.Kind.NUDGE, Measure.Kind.LOCK, Measure.Kind.HOLD, Measure.Kind.HIDE, Measure.Kind.REMOVE);

    private final GroupStore store;
    private final MembershipStore memberships;
    private final Access access;

    public GroupContent(GroupStore store, MembershipStore memberships, Access access) {
        this.store = store;
        this.memberships = memberships;
        this.access = access;
    }

    @Override
    public Word kind() {
        return GROUP;
    }

    @Override
    public Set<Measure.Kind> measures() {
        return SOME;
    }

    @Override
    public Snapshot read(Actor actor, Id<?> id) {
        Id<Group> group = new Id<>(id.value());
        access.require(actor, GroupAction.SEE, group);
        return find(group).orElseThrow(() -> access.notFound(id));
    }

    @Override
    public Optional<Snapshot> find(Id<?> id) {
        return store.find(new Id<>(id.value()))
                .filter(group -> group.deletedAt() == null)
                .map(group -> new Snapshot(
                        new Subject(GROUP, group.id()),
                        ownerOf(group.id()),
                        // Not in itself: a ban from it would be no punishment for its owner.
                        null,
                        group.name(),
                        group.description(),
                        group.updatedAt(),
                        group.members()));
    }

    private @org.jspecify.annotations.Nullable Id<User> ownerOf(Id<Group> group) {
        return memberships.team(group, Membership.Role.OWNER).stream()
                .map(Membership::userId)
                .findFirst()
                .orElse(null);
    }

    /** Its name and description are seen from outside, unless nobody knows of it. */
    @Override
    public boolean isOpen(Snapshot seen) {
        return store.find(new Id<>(seen.subject().id().value()))
                .filter(group -> group.visibility() != Visibility.SECRET)
                .isPresent();
    }

    /** No machine takes a group from all of its members. */
    @Override
    public Set<Measure.Kind> automatic() {
        return Set.of(Measure.Kind.NUDGE);
    }

    @Override
    public Optional<Id<?>> goneIn(Fact fact) {
        return fact instanceof GroupFact.Deleted deleted ? Optional.of(deleted.groupId()) : Optional.empty();
    }

    @Override
    public Optional<Said> saidIn(Fact fact) {
        if (fact instanceof GroupFact.Created created) {
            return Optional.of(new Said(created.groupId(), created.userId(), true));
        }
        if (fact instanceof GroupFact.Edited edited) {
            return Optional.of(new Said(edited.groupId(), edited.byId(), false));
        }
        return Optional.empty();
    }
}
