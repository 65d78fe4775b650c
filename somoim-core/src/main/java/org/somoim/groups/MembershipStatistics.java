package org.somoim.groups;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.somoim.access.Visibility;
import org.somoim.kernel.Word;
import org.somoim.statistics.StatisticsSource;

/** Plug. How many memberships there are in groups of each visibility. One person may have several. */
public final class MembershipStatistics implements StatisticsSource {
    private final GroupStore store;

    public MembershipStatistics(GroupStore store) {
        this.store = store;
    }

    @Override
    public Word subject() {
        return new Word("memberships");
    }

    @Override
    public List<Tally> now() {
        return Arrays.stream(Visibility.values())
                .map(visibility -> new Tally(
                        new Word(visibility.name().toLowerCase(Locale.ROOT)),
                        store.size(visibility).members()))
                .toList();
    }

    @Override
    public OptionalLong begun(Instant from, Instant to) {
        return OptionalLong.empty();
    }
}
