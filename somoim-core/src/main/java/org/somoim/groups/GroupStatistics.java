package org.somoim.groups;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.somoim.kernel.Word;
import org.somoim.statistics.StatisticsSource;

/** Plug. How many groups there are; secret ones are counted with the others. */
public final class GroupStatistics implements StatisticsSource {
    private final GroupStore store;

    public GroupStatistics(GroupStore store) {
        this.store = store;
    }

    @Override
    public Word subject() {
        return new Word("groups");
    }

    @Override
    public List<Tally> now() {
        return Arrays.stream(Group.Kind.values())
                .map(kind -> new Tally(new Word(kind.name().toLowerCase(Locale.ROOT)), store.countLiving(kind)))
                .toList();
    }

    @Override
    public OptionalLong begun(Instant from, Instant to) {
        return OptionalLong.of(store.countFounded(from, to));
    }
}
