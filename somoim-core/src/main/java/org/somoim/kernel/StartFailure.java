package org.somoim.kernel;

/**
 * The library does not start: what it was given is missing, unreadable or unsafe. For the one who runs the program; the
 * message says everything needed to put it right.
 */
public final class StartFailure extends RuntimeException {

    /**
     * @param what is the matter, and where: the key or the file, what was found there and what is allowed; never a secret
     * @param why it matters
     * @param fix exactly what to do
     */
    public StartFailure(String what, String why, String fix) {
        super(message(what, why, fix));
    }

    public StartFailure(String what, String why, String fix, Throwable cause) {
        super(message(what, why, fix), cause);
    }

    private static String message(String what, String why, String fix) {
        return what + "\n  Why it matters: " + why + "\n  What to do: " + fix;
    }
}
