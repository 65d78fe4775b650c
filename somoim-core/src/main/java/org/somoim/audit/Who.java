package org.somoim.audit;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Who did something.
 *
 * @param id of the person; null for all others
 */
public record Who(Kind kind, @Nullable Id<User> id) {

    /** What kind of actor. */
    public enum Kind {
        PERSON,
        /** The program around the library. */
        HOST,
        /** Nobody was signed in, or it is not known. */
        UNKNOWN
    }

    public static final Who HOST = new Who(Kind.HOST, null);
    public static final Who UNKNOWN = new Who(Kind.UNKNOWN, null);

    public Who {
        if ((kind == Kind.PERSON) != (id != null)) {
            throw new IllegalArgumentException("a person has an id, and nobody else");
        }
    }

    public static Who person(Id<User> id) {
        return new Who(Kind.PERSON, id);
    }

    /** @param id null for the host, as facts have it */
    public static Who personOrHost(@Nullable Id<User> id) {
        return id == null ? HOST : person(id);
    }
}
