package org.somoim.documents;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requirements that compile: what is claimed to be done is proved by a test that says so. */
class CatalogueTest {
    /** What is claimed to be done. Grows, and never shrinks. */
    private static final Set<String> CLAIMED =
            Stream.of(rows("CFG", 1, 12)).flatMap(List::stream).collect(toSet());

    @Test
    void whatIsClaimedIsProved() {
        Set<String> proved = Catalogue.proofs().keySet();

        assertThat(Catalogue.requirements())
                .filteredOn(row -> row.isMust() && CLAIMED.contains(row.id()))
                .extracting(Catalogue.Requirement::id)
                .isNotEmpty()
                .isSubsetOf(proved);
    }

    @Test
    void testsNameRequirementsThatExist() {
        List<String> requirements =
                Catalogue.requirements().stream().map(Catalogue.Requirement::id).toList();

        assertThat(requirements).doesNotHaveDuplicates().hasSizeGreaterThan(200);
        assertThat(Catalogue.proofs().keySet()).isSubsetOf(requirements);
        assertThat(CLAIMED).isSubsetOf(requirements);
    }

    private static List<String> rows(String area, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> area + "-" + number)
                .toList();
    }
}
