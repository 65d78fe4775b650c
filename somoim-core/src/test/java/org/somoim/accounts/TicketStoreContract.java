package org.somoim.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.mail.Email;

/** What every store of tickets does. */
public interface TicketStoreContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Email MINJI = Email.of("minji@example.org");
    Email JUN = Email.of("jun@example.org");

    TicketStore store();

    Transactor transactor();

    /** The id of an account that is there. */
    Id<User> person();

    private static Ticket ticket(String secret, Ticket.Purpose purpose, @Nullable Id<User> account, Email email) {
        boolean isSignUp = purpose == Ticket.Purpose.SIGN_UP;
        return new Ticket(
                new Secrets.Secret(secret).digest(),
                purpose,
                account,
                email,
                isSignUp ? Line.of("민지") : null,
                isSignUp ? new PasswordHash("plain1$x") : null,
                NOON,
                NOON.plusSeconds(60));
    }

    private Ticket added(Ticket ticket) {
        transactor().run(() -> store().add(ticket));
        return ticket;
    }

    private Optional<Ticket> take(Ticket ticket) {
        return transactor().call(() -> store().take(ticket.digest()));
    }

    @Test
    @Covers({"ACC-2", "ACC-4"})
    default void aTicketIsTakenOnceAsItWas() {
        Ticket signUp = added(ticket("a", Ticket.Purpose.SIGN_UP, null, MINJI));
        Ticket reset = added(ticket("b", Ticket.Purpose.NEW_PASSWORD, person(), MINJI));

        assertThat(take(signUp)).contains(signUp);
        assertThat(take(signUp)).isEmpty();
        assertThat(take(reset)).contains(reset);
    }

    @Test
    @Covers({"ACC-2", "ACC-4"})
    default void ticketsAreForgottenByPurposeAndAddress() {
        Ticket gone = added(ticket("a", Ticket.Purpose.SIGN_UP, null, MINJI));
        Ticket otherPurpose = added(ticket("b", Ticket.Purpose.NEW_PASSWORD, null, MINJI));
        Ticket otherAddress = added(ticket("c", Ticket.Purpose.SIGN_UP, null, JUN));

        assertThat(transactor().call(() -> store().removeAllTo(MINJI, Ticket.Purpose.SIGN_UP)))
                .isOne();
        assertThat(take(gone)).isEmpty();
        assertThat(take(otherPurpose)).isPresent();
        assertThat(take(otherAddress)).isPresent();
    }

    @Test
    @Covers({"ACC-4", "ACC-8"})
    default void ticketsAreForgottenByAccount() {
        Id<User> minji = person();
        Ticket gone = added(ticket("a", Ticket.Purpose.NEW_PASSWORD, minji, MINJI));
        Ticket alsoGone = added(ticket("b", Ticket.Purpose.NEW_ADDRESS, minji, JUN));
        Ticket others = added(ticket("c", Ticket.Purpose.NEW_PASSWORD, person(), JUN));

        assertThat(transactor().call(() -> store().removeAllOf(minji))).isEqualTo(2);
        assertThat(take(gone)).isEmpty();
        assertThat(take(alsoGone)).isEmpty();
        assertThat(take(others)).isPresent();
    }

    @Test
    @Covers("ACC-4")
    default void whatHasExpiredIsForgottenABatchAtATime() {
        for (String secret : new String[] {"a", "b", "c"}) {
            added(ticket(secret, Ticket.Purpose.SIGN_UP, null, MINJI));
        }
        Instant expiry = NOON.plusSeconds(60);

        assertThat(transactor().call(() -> store().removeExpired(expiry.minusMillis(1), 9)))
                .isZero();
        assertThat(transactor().call(() -> store().removeExpired(expiry, 2))).isEqualTo(2);
        assertThat(transactor().call(() -> store().removeExpired(expiry, 2))).isOne();
    }

    @Test
    default void writingOutsideAChangeIsAMistake() {
        assertThatThrownBy(() -> store().add(ticket("a", Ticket.Purpose.SIGN_UP, null, MINJI)))
                .isInstanceOf(IllegalStateException.class);
    }
}
