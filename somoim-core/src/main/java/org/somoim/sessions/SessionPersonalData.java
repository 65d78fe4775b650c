package org.somoim.sessions;

import java.time.Duration;
import java.util.function.Consumer;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;

/** Plug. Answers for what is kept of where people are signed in. */
public final class SessionPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("sessions")
            .table("sessions", Purpose.ACCOUNT)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "device", "family", "refresh", "created-at", "used-at", "expires-at")
            .plain("id")
            .keptAfter("expired", Duration.ZERO)
            .done();

    private final SessionStore store;

    public SessionPersonalData(SessionStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        store.of(person)
                .forEach(session -> to.accept(Excerpt.of("sessions")
                        .text("device", session.device())
                        .time("created-at", session.createdAt())
                        .time("used-at", session.usedAt())
                        .time("expires-at", session.expiresAt())
                        .done()));
    }

    @Override
    public void close(Work.Tx tx, Id<User> person) {
        store.removeAll(person);
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        return store.removeAll(leaving.person());
    }
}
