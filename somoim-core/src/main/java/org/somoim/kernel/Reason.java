package org.somoim.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * One reason to refuse. Each capability lists its own in one enum, which is thereby the list of everything that can go
 * wrong there.
 */
public interface Reason {

    Kind kind();

    /** One or two sentences in English: what is the matter, and what to do about it. Constant, never about a person. */
    String advice();

    /** The enum constant's name. */
    String name();

    /** Stable name for programs, such as {@code groups.full}. Part of the public API. */
    default String code() {
        String[] packages = getClass().getPackageName().split("\\.");
        String constant = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return packages[packages.length - 1] + "." + constant;
    }

    /** Takes ids only: no text can slip into a message, a log or a response. */
    default Refusal refuse(Id<?>... about) {
        return new Refusal(this, List.of(about), null);
    }

    /** Refuses for now. @param again how long to wait */
    default Refusal refuseFor(Duration again) {
        return new Refusal(this, List.of(), again);
    }
}
