package org.somoim.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.imports.Entry;
import org.somoim.imports.Ref;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;

/**
 * Someone who had an account elsewhere. The host vouches for the address.
 *
 * @param password as it was hashed there, or null: they then enter by another way, or ask for a password by letter
 * @param displayName 1 to 100 code points
 */
public record ImportedAccount(
        Ref<User> ref, Email email, @Nullable PasswordHash password, Line displayName, Instant since) implements Entry {
    private static final Word KIND = new Word("person");

    /** @param name what the source calls the person, such as by a number */
    public static Ref<User> ref(String name) {
        return new Ref<>(KIND, Line.of(name));
    }

    @Override
    public List<Ref<?>> names() {
        return List.of(ref);
    }
}
