package org.somoim.examples.demo;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.somoim.accounts.Password;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.mail.Email;

/** Someone who lives in the demo. Has no id before they have signed up. */
final class Resident {
    private final Line name;
    private final Email email;
    private final Password password;
    private final Language language;
    private final AtomicReference<@Nullable Id<User>> id = new AtomicReference<>();

    private Resident(Line name, Email email, Password password, Language language) {
        this.name = name;
        this.email = email;
        this.password = password;
        this.language = language;
    }

    /** @param number from 1; {@code person017@example.org} signs in with {@code demo-person017} */
    static Resident numbered(int number, Line name, Language language) {
        String word = "person%03d".formatted(number);
        return new Resident(name, Email.of(word + "@example.org"), Password.of("demo-" + word), language);
    }

    static Resident of(Login login, Language language) {
        return new Resident(login.displayName(), login.email(), login.password(), language);
    }

    Line name() {
        return name;
    }

    Email email() {
        return email;
    }

    Password password() {
        return password;
    }

    Language language() {
        return language;
    }

    void signedUpAs(Id<User> account) {
        id.set(account);
    }

    boolean hasSignedUp() {
        return id.get() != null;
    }

    Id<User> id() {
        Id<User> known = id.get();
        if (known == null) {
            throw new IllegalStateException(email.value() + " has not signed up yet");
        }
        return known;
    }

    Actor actor() {
        return Actor.person(id());
    }
}
