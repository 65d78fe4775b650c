package org.somoim.metrics;

import org.somoim.kernel.Fact;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.Reason;
import org.somoim.limits.RateLimiter;

/** What a number is told apart by. Each takes values of one closed set only; see {@link Tag}. */
public enum Label {
    ENDING("outcome", Ending.class, "how it ended"),
    REASON("reason", Reason.class, "a code of docs/errors.md"),
    TROUBLE("trouble", Trouble.class, "what is the matter with the store"),
    FACT("fact", Fact.class, "a name of docs/facts.md"),
    LISTENER("listener", FactListener.class, "who hears of facts"),
    DETECTOR("detector", Vocabulary.class, "what looks at words"),
    LOOK("outcome", Look.class, "what came of it"),
    DELIVERY("outcome", Delivery.class, "what came of it"),
    LETTER("outcome", LetterOutcome.class, "what came of it"),
    LIMIT("kind", RateLimiter.Kind.class, "what was asked for too often"),
    CLOSING("closing", Enum.class, "why it was closed"),
    METHOD("method", Enum.class, "a method of HTTP"),
    ROUTE("route", Vocabulary.class, "a pattern of docs/http.md, never the path that was called"),
    STATUS("status", Enum.class, "the first digit of the answer's status");

    private final String key;
    private final Class<?> takes;
    private final String meaning;

    Label(String key, Class<?> takes, String meaning) {
        this.key = key;
        this.takes = takes;
        this.meaning = meaning;
    }

    /** As operators see it. Part of the public API. */
    public String key() {
        return key;
    }

    /** What its values are made of. */
    public Class<?> takes() {
        return takes;
    }

    public String meaning() {
        return meaning;
    }

    /** How a change or a question ended. */
    public enum Ending {
        KEPT,
        /** Turned down; nothing has changed. */
        REFUSED,
        /** Undone by anything else. */
        FAILED
    }

    /** What came of telling a listener of a fact. */
    public enum Delivery {
        HEARD,
        FAILED,
        /** Given up on, until an operator has it tried again. */
        SET_ASIDE
    }

    /** What came of asking a detector. */
    public enum Look {
        ANSWERED,
        FAILED,
        /** Too slow, or still busy with something it should have been done with. */
        LATE
    }

    /** What came of an attempt to send a letter. */
    public enum LetterOutcome {
        SENT,
        DELAYED,
        GIVEN_UP
    }

    /** What is the matter with a store that fails. */
    public enum Trouble {
        /** A change did not get its turn. */
        NO_TURN,
        /** No connection became free. */
        NO_CONNECTION,
        /** Another program holds it. */
        LOCKED,
        FULL,
        READ_ONLY,
        DAMAGED,
        /** A statement ran longer than it may. */
        DEADLINE,
        DISK,
        /** The cause says more. */
        OTHER
    }
}
