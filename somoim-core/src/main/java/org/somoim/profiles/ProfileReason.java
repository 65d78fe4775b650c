package org.somoim.profiles;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about profiles and privacy settings. */
public enum ProfileReason implements Reason {
    NAME_TOO_LONG(Kind.INVALID, "A name has at most 100 characters. Send a shorter one."),
    BIO_TOO_LONG(Kind.INVALID, "What you say about yourself has at most 2000 characters. Send a shorter text."),
    NOT_A_LINK(
            Kind.INVALID,
            "This is not a web address. Send one that begins with https:// or http://, without user name, at most 500"
                    + " characters."),
    TOO_MANY_TOPICS(Kind.INVALID, "There can be at most 20 interests and at most 20 areas of expertise. Send fewer."),
    TOPIC_TOO_LONG(Kind.INVALID, "An interest or area of expertise has at most 50 characters. Send a shorter one."),
    TOPIC_TWICE(Kind.INVALID, "The same interest or area of expertise is in the list twice. Send each once."),
    NO_SUCH_CHOICE(
            Kind.INVALID, "This setting cannot be set to that. The privacy guide lists the choices for each setting."),
    NO_PROFILE(Kind.NOT_FOUND, "This account has no profile yet. Initialise one first."),
    NOT_ONESELF(Kind.INVALID, "You cannot block yourself. Send the id of another person."),
    MUTED_WORD_TOO_LONG(Kind.INVALID, "A muted word or phrase has at most 50 characters. Send a shorter one."),
    TOO_MANY_MUTED_WORDS(Kind.CONFLICT, "There can be at most 200 muted words. Take one off the list first."),
    TOO_MANY_BADGES(Kind.CONFLICT, "There can be at most 100 badges of one person. Withdraw one first."),
    TOO_MANY_NAMES(Kind.INVALID, "At most 200 names can be asked for at a time. Ask in several calls.");

    private final Kind kind;
    private final String advice;

    ProfileReason(Kind kind, String advice) {
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
