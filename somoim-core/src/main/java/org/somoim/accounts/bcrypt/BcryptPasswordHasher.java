package org.somoim.accounts.bcrypt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mindrot.jbcrypt.BCrypt;
import org.somoim.accounts.Password;
import org.somoim.accounts.PasswordHash;
import org.somoim.accounts.PasswordHasher;

/**
 * bcrypt over a keyed digest: {@code bcrypt(base64(HMAC-SHA-256(pepper, password)))}. bcrypt alone looks at the first 72
 * bytes only, which is 24 syllables of Hangul; the digest is 44 ASCII characters however long the password is.
 *
 * <p>Hashes read {@code somoim-bcrypt1$<pepper id>$2a$<cost>$<salt and hash>}. Safe between threads.
 */
public final class BcryptPasswordHasher implements PasswordHasher {
    /** About a quarter of a second on a server of 2026. Each step up doubles it. */
    public static final int DEFAULT_COST = 12;

    private static final int LEAST_COST = 4;
    private static final int MOST_COST = 31;
    private static final String SCHEME = "somoim-bcrypt1";
    private static final Pattern FORM = Pattern.compile(
            Pattern.quote(SCHEME) + "\\$(?<pepper>[0-9a-f]{8})(?<bcrypt>\\$2a\\$(?<cost>\\d\\d)\\$[./A-Za-z0-9]{53})");

    private final Pepper pepper;
    private final List<Pepper> earlier;
    private final int cost;
    private final SecureRandom salts;

    /** With the default cost. */
    public BcryptPasswordHasher(Pepper pepper, SecureRandom salts) {
        this(pepper, List.of(), DEFAULT_COST, salts);
    }

    /**
     * @param earlier peppers that were in use before; what was hashed with one still verifies, and is hashed anew with the
     *     present one at the next log-in
     * @param cost 4 to 31, the binary logarithm of the number of rounds
     */
    public BcryptPasswordHasher(Pepper pepper, List<Pepper> earlier, int cost, SecureRandom salts) {
        if (cost < LEAST_COST || cost > MOST_COST) {
            throw new IllegalArgumentException(
                    "The bcrypt cost is " + cost + "; it must be from 4 to 31, and 12 is a good choice.");
        }
        this.pepper = pepper;
        this.earlier = List.copyOf(earlier);
        this.cost = cost;
        this.salts = salts;
    }

    @Override
    public PasswordHash hash(Password password) {
        String bcrypt = BCrypt.hashpw(digest(password, pepper), BCrypt.gensalt(cost, salts));
        return new PasswordHash(SCHEME + "$" + pepper.id() + bcrypt);
    }

    @Override
    public boolean verify(Password password, @Nullable PasswordHash kept) {
        Matcher parts = FORM.matcher(kept == null ? "" : kept.value());
        Optional<Pepper> used = parts.matches() && isPossible(parts) ? pepper(parts.group("pepper")) : Optional.empty();
        if (used.isEmpty()) {
            // As much work as for a hash of today's cost, so that time does not tell.
            BCrypt.hashpw(digest(password, pepper), "$2a$%02d$%s".formatted(cost, "......................"));
            return false;
        }
        String expected = parts.group("bcrypt");
        return constantTimeEquals(BCrypt.hashpw(digest(password, used.get()), expected), expected);
    }

    @Override
    public boolean needsRehash(PasswordHash kept) {
        Matcher parts = FORM.matcher(kept.value());
        return !parts.matches()
                || !parts.group("pepper").equals(pepper.id())
                || Integer.parseInt(parts.group("cost")) != cost;
    }

    private static boolean isPossible(Matcher parts) {
        int cost = Integer.parseInt(parts.group("cost"));
        return cost >= LEAST_COST && cost <= MOST_COST;
    }

    private Optional<Pepper> pepper(String id) {
        return Stream.concat(Stream.of(pepper), earlier.stream())
                .filter(candidate -> candidate.id().equals(id))
                .findFirst();
    }

    /** The password is in its composed form already; see {@link Password}. */
    private static String digest(Password password, Pepper pepper) {
        return Base64.getEncoder().encodeToString(pepper.mac(password.value()));
    }

    private static boolean constantTimeEquals(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
