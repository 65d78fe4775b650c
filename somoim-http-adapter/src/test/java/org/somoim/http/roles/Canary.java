package org.somoim.http.roles;

import java.util.Locale;
import org.somoim.access.Visibility;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.mail.Email;

/** A text that stands in one sort of place only, and shows wherever it gets out. */
enum Canary {
    /** Name of a group. */
    CARD,
    /** What is said in one. */
    TALK,
    /** What is said in its conversation. */
    CHAT,
    /** What stands on its author's page. */
    PAGE,
    /** Address of its author. */
    EMAIL;

    String token(Visibility visibility) {
        return ("canary" + name() + visibility).toLowerCase(Locale.ROOT);
    }

    Line line(Visibility visibility) {
        return Line.of(token(visibility));
    }

    Prose prose(Visibility visibility) {
        return Prose.of(token(visibility));
    }

    Email email(Visibility visibility) {
        return Email.of(token(visibility) + "@example.org");
    }
}
