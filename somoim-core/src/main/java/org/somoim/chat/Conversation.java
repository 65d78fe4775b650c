package org.somoim.chat;

import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Where messages stand: of a group, which has one and gives it its id, or between two people, who have one together. Who
 * belongs to a group's is whoever belongs to the group at that moment; it is not kept here.
 *
 * @param groupId whose it is, with the same bits as {@code id}; null between two people
 * @param oneId of two people the one whose id comes first, or null in a group
 * @param otherId the other of the two, or null in a group
 * @param messages how many were ever sent here; the last one has this number
 * @param changes how often something was sent or changed here; the last change has this number
 */
public record Conversation(
        Id<Conversation> id,
        @Nullable Id<Group> groupId,
        @Nullable Id<User> oneId,
        @Nullable Id<User> otherId,
        long messages,
        long changes) {

    public Conversation {
        if ((groupId == null) != (oneId != null && otherId != null)) {
            throw new IllegalArgumentException("a conversation is either a group's or between two people");
        }
        if (groupId != null && !groupId.value().equals(id.value())) {
            throw new IllegalArgumentException("a group's conversation has the group's id");
        }
        if (oneId != null && otherId != null && oneId.compareTo(otherId) >= 0) {
            throw new IllegalArgumentException("two people are two, the smaller id first");
        }
        if (messages < 0 || changes < messages) {
            throw new IllegalArgumentException("every message is a change");
        }
    }

    /** What a group's conversation is called. */
    public static Id<Conversation> idOf(Id<Group> group) {
        return new Id<>(group.value());
    }

    static Conversation ofGroup(Id<Group> group) {
        return new Conversation(idOf(group), group, null, null, 0, 0);
    }

    static Conversation between(Id<Conversation> id, Id<User> person, Id<User> other) {
        return person.compareTo(other) < 0
                ? new Conversation(id, null, person, other, 0, 0)
                : new Conversation(id, null, other, person, 0, 0);
    }

    /** The one with whom {@code person} talks here; null in a group, and for whoever is none of the two. */
    public @Nullable Id<User> partnerOf(Id<User> person) {
        return person.equals(oneId) ? otherId : person.equals(otherId) ? oneId : null;
    }

    Conversation withMessage() {
        return new Conversation(id, groupId, oneId, otherId, messages + 1, changes + 1);
    }

    Conversation withChange() {
        return new Conversation(id, groupId, oneId, otherId, messages, changes + 1);
    }
}
