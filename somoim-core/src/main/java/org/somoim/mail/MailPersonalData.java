package org.somoim.mail;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;

/** Plug. Answers for letters that wait to be sent. */
public final class MailPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("mail")
            .table("outbox", Purpose.OPERATION)
            .person("recipient", OnErasure.REMOVED)
            .about("recipient", "recipient-mark", "subject", "text", "created-at")
            .plain("id", "failures", "next-at")
            .done();

    private final Outbox outbox;
    private final Mailer mailer;
    private final Function<Id<User>, Set<Email>> addresses;

    /** @param addresses at which somebody is written to */
    public MailPersonalData(Outbox outbox, Mailer mailer, Function<Id<User>, Set<Email>> addresses) {
        this.outbox = outbox;
        this.mailer = mailer;
        this.addresses = addresses;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    /** Not what it says: it may hold a secret that only whoever reads the letter is to have. */
    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        addresses.apply(person).stream()
                .flatMap(address -> outbox.to(address).stream())
                .forEach(letter -> to.accept(Excerpt.of("outbox")
                        .text("recipient", letter.recipient().value())
                        .text("subject", letter.subject())
                        .time("created-at", letter.createdAt())
                        .done()));
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        Set<Email> all = addresses.apply(leaving.person());
        all.forEach(mailer::forget);
        return all.stream().mapToInt(outbox::removeAllTo).sum();
    }
}
