package org.somoim.sessions;

import java.util.regex.Pattern;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;

/**
 * What goes on with a session, once: the session's id and a secret, joined by a dot. {@link #toString()} hides it.
 *
 * @param value as it goes over the wire, 80 characters of ASCII
 */
public record RefreshToken(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f-]{36}\\.[A-Za-z0-9_-]{43}");

    /** @throws org.somoim.kernel.Refusal {@link SessionReason#ENDED}: what never was a token is told no more */
    public RefreshToken {
        if (!FORM.matcher(value).matches()) {
            throw SessionReason.ENDED.refuse();
        }
    }

    static RefreshToken of(Id<Session> session, Secrets.Secret secret) {
        return new RefreshToken(session + "." + secret.value());
    }

    Id<Session> session() {
        return Id.of(value.substring(0, value.indexOf('.')));
    }

    Secrets.Secret secret() {
        return new Secrets.Secret(value.substring(value.indexOf('.') + 1));
    }

    @Override
    public String toString() {
        return "RefreshToken";
    }
}
