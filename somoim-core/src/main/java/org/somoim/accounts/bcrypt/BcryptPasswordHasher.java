package org.somoim.accounts.bcrypt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
 * <p>Hashes read {@code somoim-bcrypt1$<pepper id>$2a$<cost>$<salt and hash>}. Hashes that were made elsewhere, by bcrypt
 * over the password itself, are understood too (see {@link #madeElsewhere}) and replaced at the next log-in. Safe between
 * threads.
 */
public final class BcryptPasswordHasher implements PasswordHasher {
    /** About a quarter of a second on a server of 2026. Each step up doubles it. */
    public static final int DEFAULT_COST = 12;

    private static final int LEAST_COST = 4;
    private static final int MOST_COST = 31;
    private static final String SCHEME = "somoim-bcrypt1";
    private static final Pattern FORM = Pattern.compile(
            Pattern.quote(SCHEME) + "\\$(?<pepper>[0-9a-f]{8})(?<bcrypt>\\$2a\\$(?<cost>\\d\\d)\\$[./A-Za-z0-9]{53})");

    /** Nobody waits minutes for a log-in because of a hash that came from elsewhere. */
    private static final int MOST_COST_ELSEWHERE = 16;

    private static final String ELSEWHERE = "bcrypt";
    private static final Pattern FORM_ELSEWHERE =
            Pattern.compile(ELSEWHERE + "\\$2[aby](?<rest>\\$(?<cost>\\d\\d)\\$[./A-Za-z0-9]{53})");

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

    /**
     * What another system kept of a password, to be brought in with an account.
     *
     * @param modular as most systems keep it: {@code $2a$}, {@code $2b$} or {@code $2y$}, then cost, salt and hash
     * @throws IllegalArgumentException if it reads otherwise
     */
    public static PasswordHash madeElsewhere(String modular) {
        if (!FORM_ELSEWHERE.matcher(ELSEWHERE + modular).matches()) {
            throw new IllegalArgumentException("not a hash that bcrypt makes: it begins with $2a$, $2b$ or $2y$");
        }
        return new PasswordHash(ELSEWHERE + modular);
    }

    @Override
    public boolean verify(Password password, @Nullable PasswordHash kept) {
        Optional<Predicate<Password>> fits = kept == null ? Optional.empty() : fits(kept);
        if (fits.isEmpty()) {
            // As much work as for a hash of today's cost, so that time does not tell.
            BCrypt.hashpw(digest(password, pepper), "$2a$%02d$%s".formatted(cost, "......................"));
            return false;
        }
        return fits.get().test(password);
    }

    @Override
    public boolean knows(PasswordHash kept) {
        return fits(kept).isPresent();
    }

    @Override
    public boolean needsRehash(PasswordHash kept) {
        Matcher parts = FORM.matcher(kept.value());
        return !parts.matches()
                || !parts.group("pepper").equals(pepper.id())
                || Integer.parseInt(parts.group("cost")) != cost;
    }

    /** What tells whether a password made this hash; empty if none can have. */
    private Optional<Predicate<Password>> fits(PasswordHash kept) {
        Matcher own = FORM.matcher(kept.value());
        if (own.matches()) {
            return isPossible(own, MOST_COST)
                    ? pepper(own.group("pepper")).map(used -> text -> isHash(own.group("bcrypt"), digest(text, used)))
                    : Optional.empty();
        }
        Matcher elsewhere = FORM_ELSEWHERE.matcher(kept.value());
        // The third letter names repairs of programs that this one never needed; what they compute is the same.
        return elsewhere.matches() && isPossible(elsewhere, MOST_COST_ELSEWHERE)
                ? Optional.of(text -> isHash("$2a" + elsewhere.group("rest"), text.value()))
                : Optional.empty();
    }

    private static boolean isHash(String bcrypt, String text) {
        return constantTimeEquals(BCrypt.hashpw(text, bcrypt), bcrypt);
    }

    private static boolean isPossible(Matcher parts, int most) {
        int cost = Integer.parseInt(parts.group("cost"));
        return cost >= LEAST_COST && cost <= most;
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
