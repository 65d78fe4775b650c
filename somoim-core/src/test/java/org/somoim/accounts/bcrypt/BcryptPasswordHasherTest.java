package org.somoim.accounts.bcrypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mindrot.jbcrypt.BCrypt;
import org.somoim.Covers;
import org.somoim.accounts.Password;
import org.somoim.accounts.PasswordHash;

@Covers({"ACC-1", "ACC-3"})
class BcryptPasswordHasherTest {
    private static final SecureRandom SALTS = new SecureRandom();
    private static final Pepper PEPPER =
            new Pepper("a pepper of exactly 32 bytes, ok".getBytes(StandardCharsets.US_ASCII));
    private static final Pepper OLD_PEPPER =
            new Pepper("the pepper before was 32 as well".getBytes(StandardCharsets.US_ASCII));
    private static final Password PASSWORD = Password.of("correct horse battery staple");

    private final BcryptPasswordHasher hasher = new BcryptPasswordHasher(PEPPER, List.of(), 4, SALTS);

    @Test
    void thePasswordFitsItsHashAndNoOtherDoes() {
        PasswordHash hash = hasher.hash(PASSWORD);

        assertThat(hash.value()).matches("somoim-bcrypt1\\$" + PEPPER.id() + "\\$2a\\$04\\$.{53}");
        assertThat(hasher.verify(PASSWORD, hash)).isTrue();
        assertThat(hasher.verify(Password.of("correct horse battery stapl"), hash))
                .isFalse();
        assertThat(hasher.verify(Password.of("Correct horse battery staple"), hash))
                .isFalse();
    }

    @Test
    void theSamePasswordHashesDifferentlyEveryTime() {
        assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hasher.hash(PASSWORD));
    }

    @Test
    void everySyllableOfALongPasswordCounts() {
        PasswordHash hash = hasher.hash(Password.of("가".repeat(24) + "나"));

        assertThat(hasher.verify(Password.of("가".repeat(24) + "나"), hash)).isTrue();
        assertThat(hasher.verify(Password.of("가".repeat(24) + "다"), hash)).isFalse();
        assertThat(hasher.verify(Password.of("가".repeat(24)), hash)).isFalse();
        assertThat(BCrypt.checkpw("가".repeat(24) + "다", BCrypt.hashpw("가".repeat(24) + "나", BCrypt.gensalt(4))))
                .as("without the digest in between, bcrypt would take it")
                .isTrue();
    }

    @Test
    void composedAndDecomposedHangulAreOnePassword() {
        PasswordHash hash = hasher.hash(Password.of("한글".repeat(4)));

        assertThat(hasher.verify(Password.of("\u1112\u1161\u11ab\u1100\u1173\u11af".repeat(4)), hash))
                .isTrue();
    }

    @Test
    void aHashIsWorthNothingWithoutThePepper() {
        PasswordHash hash = new BcryptPasswordHasher(OLD_PEPPER, List.of(), 4, SALTS).hash(PASSWORD);

        assertThat(hasher.verify(PASSWORD, hash)).isFalse();
        assertThat(hasher.verify(PASSWORD, new PasswordHash(hash.value().replace(OLD_PEPPER.id(), PEPPER.id()))))
                .isFalse();
    }

    @Test
    void hashesOfAnEarlierPepperStillFitAndAreDueForRenewal() {
        PasswordHash old = new BcryptPasswordHasher(OLD_PEPPER, List.of(), 4, SALTS).hash(PASSWORD);
        var rotated = new BcryptPasswordHasher(PEPPER, List.of(OLD_PEPPER), 4, SALTS);

        assertThat(rotated.verify(PASSWORD, old)).isTrue();
        assertThat(rotated.needsRehash(old)).isTrue();
        assertThat(rotated.needsRehash(rotated.hash(PASSWORD))).isFalse();
    }

    @Test
    void aHashOfAnotherCostFitsAndIsDueForRenewal() {
        PasswordHash cheap = hasher.hash(PASSWORD);
        var dearer = new BcryptPasswordHasher(PEPPER, List.of(), 5, SALTS);

        assertThat(dearer.verify(PASSWORD, cheap)).isTrue();
        assertThat(dearer.needsRehash(cheap)).isTrue();
        assertThat(hasher.needsRehash(dearer.hash(PASSWORD))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "somoim-bcrypt1$x",
                "somoim-bcrypt1$PEPPERID$2a$04$tooshort",
                "somoim-bcrypt1$PEPPERID$2b$04$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuuabcdefghi",
                "somoim-bcrypt1$PEPPERID$2y$04$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuuabcdefghi",
                "somoim-bcrypt1$PEPPERID$2a$00$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuuabcdefghi",
                "somoim-bcrypt1$PEPPERID$2a$99$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuuabcdefghi",
                "somoim-bcrypt1$PEPPERID$2a$04$!!!!!!!!!!!!!!!!!!!!!!abcdefghijklmnopqrstuvwxyzabcde",
                "plain1$2a$04$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuuabcdefghi"
            })
    void whatIsNoHashOfOursFitsNothingAndBreaksNothing(String kept) {
        var broken = new PasswordHash(kept.replace("PEPPERID", PEPPER.id()));

        assertThat(hasher.verify(PASSWORD, broken)).isFalse();
        assertThat(hasher.verify(PASSWORD, null)).isFalse();
    }

    @Test
    void whatAnotherSchemeMadeIsDueForRenewal() {
        assertThat(hasher.needsRehash(new PasswordHash("plain1$abc"))).isTrue();
    }

    @Test
    void aPepperIsLongEnoughNotPrintedAndNotGivenAwayByItsId() {
        assertThatThrownBy(() -> new Pepper(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("31 bytes")
                .hasMessageContaining("openssl rand");
        assertThat(PEPPER).hasToString("Pepper(" + PEPPER.id() + ")");
        assertThat(PEPPER.id()).matches("[0-9a-f]{8}").isNotEqualTo(OLD_PEPPER.id());
    }

    @Test
    void theCostIsOneThatBcryptKnows() {
        assertThatCode(() -> new BcryptPasswordHasher(PEPPER, List.of(), 31, SALTS))
                .doesNotThrowAnyException();
        for (int cost : new int[] {3, 32}) {
            assertThatThrownBy(() -> new BcryptPasswordHasher(PEPPER, List.of(), cost, SALTS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("from 4 to 31");
        }
    }

    @Test
    @Covers("ACC-3")
    void aHashThatAnotherSystemMadeFitsUntilItIsReplaced() {
        String rest = "$04$cVWp4XaNU8a4v1uMRum2SO026BWLIoQMD/TXg5uZV.0P.uO8m3YEm";

        for (String letters : List.of("$2a", "$2b", "$2y")) {
            PasswordHash foreign = BcryptPasswordHasher.madeElsewhere(letters + rest);
            assertThat(hasher.knows(foreign)).isTrue();
            assertThat(hasher.verify(Password.of("Kk4DQuMMfZL9o"), foreign)).isTrue();
            assertThat(hasher.verify(Password.of("Kk4DQuMMfZL9p"), foreign)).isFalse();
            assertThat(hasher.needsRehash(foreign)).isTrue();
        }
    }

    @Test
    void whatCanNeverFitIsKnown() {
        PasswordHash own = hasher.hash(PASSWORD);

        assertThat(hasher.knows(own)).isTrue();
        assertThat(hasher.knows(new BcryptPasswordHasher(OLD_PEPPER, List.of(), 4, SALTS).hash(PASSWORD)))
                .isFalse();
        assertThat(hasher.knows(new PasswordHash("argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA")))
                .isFalse();
        // Somebody who waits a day for a log-in has a thread of the host's for that day.
        assertThat(hasher.knows(BcryptPasswordHasher.madeElsewhere("$2b$17$" + "a".repeat(53))))
                .isFalse();
        assertThatThrownBy(() -> BcryptPasswordHasher.madeElsewhere("$2x$10$" + "a".repeat(53)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
