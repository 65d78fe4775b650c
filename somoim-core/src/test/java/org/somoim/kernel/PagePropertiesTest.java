package org.somoim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.somoim.Covers;

@Covers("PER-8")
class PagePropertiesTest {

    /** Whatever is let through, walking from page to page shows each of it once, in order, and nothing else. */
    @Property
    void walkingThePagesShowsEverythingOnce(
            @ForAll @IntRange(min = 0, max = 300) int rows,
            @ForAll @IntRange(min = 1, max = 50) int limit,
            @ForAll @IntRange(min = 1, max = 40) int oneIn) {
        List<Long> all = LongStream.range(0, rows).boxed().toList();

        List<Long> walked = new ArrayList<>();
        @Nullable Cursor next = null;
        do {
            Page<Long> page = Page.of(
                    new Page.Ask(next, limit),
                    (after, most) -> after(all, after, most),
                    PagePropertiesTest::place,
                    row -> row % oneIn == 0);
            assertThat(page.items().size()).isLessThanOrEqualTo(limit);
            walked.addAll(page.items());
            next = page.next();
        } while (next != null);

        assertThat(walked)
                .isEqualTo(all.stream().filter(row -> row % oneIn == 0).toList());
    }

    /** Someone who has muted nearly everything must not make one request read the whole table. */
    @Example
    void aPageGivesUpAfterSomeFetchesAndSaysWhereToGoOn() {
        List<Long> all = LongStream.range(0, 10_000).boxed().toList();
        List<Integer> fetches = new ArrayList<>();

        Page<Long> page = Page.of(
                Page.Ask.first(),
                (after, most) -> {
                    fetches.add(most);
                    return after(all, after, most);
                },
                PagePropertiesTest::place,
                row -> false);

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isNotNull();
        assertThat(fetches).hasSize(10);
    }

    @Property
    void aLimitOutsideItsRangeIsRefused(@ForAll int limit) {
        if (limit < 1 || limit > 50) {
            assertRefused("kernel.bad-limit", () -> Page.Ask.first(limit));
        } else {
            assertThat(Page.Ask.first(limit).limit()).isEqualTo(limit);
        }
    }

    private static List<Long> after(List<Long> all, @Nullable Cursor after, int most) {
        long from = after == null ? -1 : after.id().getLeastSignificantBits();
        return all.stream().filter(row -> row > from).limit(most).toList();
    }

    private static Cursor place(Long row) {
        return new Cursor(Instant.EPOCH, new UUID(0, row));
    }
}
