package org.somoim.privacy;

import java.util.Objects;

/** What something public is called. Written by the house or the host, never by members. */
public record Label(String korean, String english) {

    public Label {
        Objects.requireNonNull(korean, "korean");
        Objects.requireNonNull(english, "english");
    }

    /** One text that serves both. */
    public static Label of(String both) {
        return new Label(both, both);
    }

    /** The two, one after the other. */
    Label then(String between, Label other) {
        return new Label(korean + between + other.korean, english + between + other.english);
    }
}
