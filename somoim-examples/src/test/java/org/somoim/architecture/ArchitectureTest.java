package org.somoim.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.somoim.Covers;

class ArchitectureTest {
    private static final JavaClasses OURS = Shipped.CLASSES;
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(Tree.PLANTED.root());

    @TestFactory
    @Covers({"ARC-3", "ARC-5", "DAT-12"})
    Stream<DynamicTest> theHouseIsInOrder() {
        return laws(Tree.OURS, Shapes.MOST_IN_KERNEL)
                .map(law -> dynamicTest(law.name(), () -> law.rule().check(OURS)));
    }

    /** A rule that cannot fail protects nothing: each must name its culprit in the planted tree. */
    @TestFactory
    Stream<DynamicTest> everyRuleBites() {
        return laws(Tree.PLANTED, 1)
                .map(law -> dynamicTest(law.name(), () -> assertThat(
                                law.rule().evaluate(PLANTED).getFailureReport().getDetails())
                        .anyMatch(line -> line.matches("(?s).*\\b\\Q" + law.culprit() + "\\E\\b.*"))));
    }

    /** A gate that is asked in a lambda, in a private method or through an overload is asked. */
    @Test
    void theInnocentAreLeftAlone() {
        assertThat(Gates.of(Tree.PLANTED).stream()
                        .flatMap(law -> law.rule().evaluate(PLANTED).getFailureReport().getDetails().stream()))
                .noneMatch(line -> line.contains(".gated"));
    }

    @Test
    void ourOwnTreeWasFound() {
        assertThat(List.of("org.somoim.Somoim", "org.somoim.privacy.Release", "org.somoim.http.wire.View"))
                .allMatch(OURS::contain);
    }

    private static Stream<Law> laws(Tree tree, int mostInKernel) {
        return Stream.of(Dependencies.of(tree), Gates.of(tree), Shapes.of(tree, mostInKernel))
                .flatMap(List::stream);
    }
}
