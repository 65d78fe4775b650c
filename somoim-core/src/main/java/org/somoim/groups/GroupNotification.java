package org.somoim.groups;

import org.jspecify.annotations.Nullable;
import org.somoim.access.Action;
import org.somoim.kernel.Word;
import org.somoim.notifications.NotificationKind;

/** Everything that people are told about groups and their place in them. */
public enum GroupNotification implements NotificationKind {
    /** To the invitee. */
    INVITED("groups.invited", GroupAction.SEE, true),
    /** To everyone who may answer it. */
    REQUESTED("groups.requested", GroupAction.APPROVE_WHERE_MODERATORS_MAY, true),
    /** To the inviter. */
    INVITATION_ACCEPTED("groups.invitation-accepted", GroupAction.SEE, true),
    /** To the inviter. */
    INVITATION_DECLINED("groups.invitation-declined", GroupAction.SEE, true),
    /** To whoever asked. */
    REQUEST_APPROVED("groups.request-approved", GroupAction.SEE, true),
    /** To whoever asked. */
    REQUEST_DECLINED("groups.request-declined", GroupAction.SEE, true),
    /** To whoever has another role now, ownership included. */
    ROLE_CHANGED("groups.role-changed", GroupAction.SEE, true),
    /** To whoever was put out, who may not be able to see the group any more. */
    REMOVED("groups.removed", null, false),
    /** To a member who was banned, who cannot see the group any more. */
    BANNED("groups.banned", null, false),
    /** To whoever was banned. */
    BAN_LIFTED("groups.ban-lifted", GroupAction.SEE, true);

    private final Word word;
    private final @Nullable Action needs;
    private final boolean optional;

    GroupNotification(String word, @Nullable Action needs, boolean optional) {
        this.word = new Word(word);
        this.needs = needs;
        this.optional = optional;
    }

    @Override
    public Word word() {
        return word;
    }

    @Override
    public @Nullable Action needs() {
        return needs;
    }

    @Override
    public boolean isOptional() {
        return optional;
    }
}
