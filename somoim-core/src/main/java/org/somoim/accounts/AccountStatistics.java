package org.somoim.accounts;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.somoim.kernel.Word;
import org.somoim.statistics.StatisticsSource;

/** Plug. How many accounts there are. */
public final class AccountStatistics implements StatisticsSource {
    private final AccountStore store;

    public AccountStatistics(AccountStore store) {
        this.store = store;
    }

    @Override
    public Word subject() {
        return new Word("people");
    }

    @Override
    public List<Tally> now() {
        return Arrays.stream(Account.Status.values())
                .map(status -> new Tally(new Word(status.name().toLowerCase(Locale.ROOT)), store.count(status)))
                .toList();
    }

    @Override
    public OptionalLong begun(Instant from, Instant to) {
        return OptionalLong.of(store.countOpened(from, to));
    }
}
