package org.somoim.privacy.redaction;

/**
 * Something by which a person the text may speak of is known: the author, or somebody of the author's groups.
 *
 * @param text as the person wrote it; blank counts as not given
 */
public record Known(What what, String text) {

    public Known {
        if (text.length() > MOST) {
            throw new IllegalArgumentException("a known identity has at most " + MOST + " characters");
        }
    }

    /** The longest text taken, in UTF-16 code units. */
    public static final int MOST = 200;

    public static Known name(String text) {
        return new Known(What.NAME, text);
    }

    public static Known nickname(String text) {
        return new Known(What.NICKNAME, text);
    }

    /** The part before the at sign is looked for; the whole address is found anyway. */
    public static Known email(String text) {
        return new Known(What.EMAIL, text);
    }

    public static Known employer(String text) {
        return new Known(What.EMPLOYER, text);
    }

    public static Known school(String text) {
        return new Known(What.SCHOOL, text);
    }

    public static Known street(String text) {
        return new Known(What.STREET, text);
    }

    public static Known group(String text) {
        return new Known(What.GROUP, text);
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "Known[" + what + "]";
    }

    public enum What {
        /** A real name. Its parts are looked for too, and its other spellings in Hangul and Latin letters. */
        NAME,
        NICKNAME,
        EMAIL,
        EMPLOYER,
        SCHOOL,
        STREET,
        GROUP
    }
}
