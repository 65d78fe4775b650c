package org.somoim.chat;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about conversations and messages. */
public enum ChatReason implements Reason {
    TOO_LONG(Kind.INVALID, "A message has at most 2,000 characters. Say it in several."),
    WITH_ONESELF(Kind.INVALID, "A conversation is between two. Name somebody else."),
    NOT_SENT_YET(Kind.INVALID, "There is no message of this number yet. Name one that is there."),
    NOT_YOURS(Kind.FORBIDDEN, "Only its sender can do that. Say what you think in a message of your own.");

    private final Kind kind;
    private final String advice;

    ChatReason(Kind kind, String advice) {
        this.kind = kind;
        this.advice = advice;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String advice() {
        return advice;
    }
}
