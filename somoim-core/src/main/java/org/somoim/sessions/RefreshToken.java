package org.somoim.sessions;

import java.util.regex.Pattern;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;

/**
 * What goes on with a session, once: the session's id, the secret that all its tokens share, and the secret of this one,
 * joined by dots. The shared one tells a token that is spent from one that somebody who knows the id has made up. {@link
 * #toString()} hides it all.
 *
 * @param value as it goes over the wire, 124 characters of ASCII
 */
public record RefreshToken(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f-]{36}\\.[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}");

    /** @throws org.somoim.kernel.Refusal {@link SessionReason#ENDED}: what never was a token is told no more */
    public RefreshToken {
        if (!FORM.matcher(value).matches()) {
            throw SessionReason.ENDED.refuse();
        }
    }

    static RefreshToken of(Id<Session> session, Secrets.Secret family, Secrets.Secret own) {
        return new RefreshToken(session + "." + family.value() + "." + own.value());
    }

    Id<Session> session() {
        return Id.of(value.substring(0, value.indexOf('.')));
    }

    /** That all tokens of the session share. */
    Secrets.Secret family() {
        return new Secrets.Secret(value.substring(value.indexOf('.') + 1, value.lastIndexOf('.')));
    }

    /** Of this token. */
    Secrets.Secret own() {
        return new Secrets.Secret(value.substring(value.lastIndexOf('.') + 1));
    }

    @Override
    public String toString() {
        return "RefreshToken";
    }
}
