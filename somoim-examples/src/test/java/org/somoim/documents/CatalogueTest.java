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
    private static final Set<String> CLAIMED = Stream.of(
                    rows("ACC", 1, 14),
                    rows("PRF", 1, 16),
                    rows("GRP", 1, 3),
                    rows("GRP", 5, 12),
                    rows("MEM", 1, 11),
                    rows("EVT", 1, 13),
                    rows("RSV", 1, 5),
                    rows("SRC", 5, 5),
                    rows("CAL", 1, 2),
                    rows("RTG", 1, 7),
                    rows("GOL", 1, 9),
                    rows("PST", 1, 1),
                    rows("PST", 3, 6),
                    rows("SAF", 1, 6),
                    rows("CHT", 1, 6),
                    rows("MOD", 1, 2),
                    rows("MOD", 4, 6),
                    rows("MOD", 9, 11),
                    rows("NTF", 1, 3),
                    rows("NTF", 5, 6),
                    rows("DAT", 1, 1),
                    rows("DAT", 3, 14),
                    rows("CMP", 1, 7),
                    rows("NTF", 7, 7),
                    rows("PRV", 2, 5),
                    rows("SEC", 2, 2),
                    rows("SEC", 4, 6),
                    rows("ARC", 3, 3),
                    rows("ARC", 5, 5),
                    rows("API", 1, 1),
                    rows("API", 3, 3),
                    rows("API", 5, 5),
                    rows("API", 7, 8),
                    rows("CFG", 1, 12),
                    rows("DOC", 4, 4),
                    rows("FUT", 13, 13),
                    rows("OPS", 9, 10),
                    rows("OPS", 12, 13))
            .flatMap(List::stream)
            .collect(toSet());

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
