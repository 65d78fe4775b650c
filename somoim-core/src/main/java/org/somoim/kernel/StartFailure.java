package org.somoim.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The library cannot start, and someone who runs it has to put something right. Its message is for that person: what is
 * the matter, where, why it matters, and the fix.
 */
public final class StartFailure extends RuntimeException {
    private final String what;
    private final String where;
    private final String why;
    private final String fix;

    /**
     * Each part but {@code where} is one sentence with its full stop.
     *
     * @param what is the matter
     * @param where the setting or file
     * @param why it matters
     * @param fix the exact thing to do
     * @param cause or null
     */
    public StartFailure(String what, String where, String why, String fix, @Nullable Throwable cause) {
        super(
                "Somoim cannot start: " + what + "\n  Where: " + where + "\n  Why it matters: " + why + "\n  Fix: "
                        + fix,
                cause);
        this.what = what;
        this.where = where;
        this.why = why;
        this.fix = fix;
    }

    public String what() {
        return what;
    }

    /** The setting or file. */
    public String where() {
        return where;
    }

    public String why() {
        return why;
    }

    public String fix() {
        return fix;
    }
}
