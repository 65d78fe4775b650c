package org.somoim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;

/** Rules about what can only be seen in the text. Each has its culprit among the planted. */
class SourcesTest {
    private static final Pattern TEST =
            Pattern.compile("(?m)^\\s*@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|FuzzTest)\\b");
    private static final Pattern PROPERTY = Pattern.compile("(?m)^\\s*@(?:Property|Example)\\b");
    private static final Pattern PASTED = Pattern.compile("\\$\\{");
    private static final Pattern FRACTION =
            Pattern.compile("\\b(?:float|double|Float|Double)\\b|\\b\\d[\\d_]*(?:\\.\\d|e\\d)");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");

    @Test
    void testsAreFoundByTheirNames() {
        assertThat(Sources.tests()).hasSizeGreaterThan(20).allMatch(SourcesTest::isFound);
        assertThat(planted("groups/Lost.java")).noneMatch(SourcesTest::isFound);
    }

    /** Values are bound, never pasted into a statement. */
    @Test
    @Covers("SEC-5")
    void noStatementIsPutTogetherFromValues() {
        List<Path> mappers = Sources.shipped().stream()
                .filter(file -> file.toString().contains("/somoim-persistence-sqlite/"))
                .toList();

        assertThat(mappers).isNotEmpty().noneMatch(file -> PASTED.matcher(Sources.text(file))
                .find());
        assertThat(planted("sqlite/groups/Pasted.java"))
                .allMatch(file -> PASTED.matcher(Sources.text(file)).find());
    }

    /** Rounding of binary fractions gives away what noise is to hide. ArchUnit does not see local variables. */
    @Test
    void noiseIsMadeOfWholeNumbers() {
        assertThat(Sources.shipped())
                .noneMatch(file -> file.toString().contains("/privacy/noise/") && reckonsInFractions(file));
        assertThat(planted("privacy/noise/Floating.java")).allMatch(SourcesTest::reckonsInFractions);
    }

    private static List<Path> planted(String name) {
        return List.of(Sources.file("somoim-examples/src/test/java/planted/" + name));
    }

    /** Surefire leaves out classes with other names, and says nothing. */
    private static boolean isFound(Path file) {
        String name = file.getFileName().toString();
        String text = Sources.text(file);
        boolean holdsProperties = PROPERTY.matcher(text).find();
        boolean holdsTests = TEST.matcher(text).find() || holdsProperties;
        return !holdsTests
                || name.endsWith("Contract.java")
                || (holdsProperties ? name.endsWith("PropertiesTest.java") : name.endsWith("Test.java"));
    }

    private static boolean reckonsInFractions(Path file) {
        return FRACTION.matcher(COMMENT.matcher(Sources.text(file)).replaceAll(""))
                .find();
    }
}
