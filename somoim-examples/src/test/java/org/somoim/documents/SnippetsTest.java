package org.somoim.documents;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.somoim.architecture.Sources;

/** What the documents show is compiled, and what they tell to run is what is run. */
class SnippetsTest {
    private static final Pattern JAVA = Pattern.compile("(?s)```java\\n(.*?)```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s][^)\\s]*)\\)");
    private static final Pattern SHELL = Pattern.compile("(?s)```sh\\n(.*?)```");
    private static final Pattern TAGGED = Pattern.compile("(?s)[ \\t]*// tag::([\\w-]+)\\n(.*?)[ \\t]*// end::\\1\\n");

    @Test
    void everyLineOfJavaIsPartOfAnExampleThatIsCompiled() {
        // What hosts do in their tests is shown in ours.
        Set<String> examples = Stream.concat(Sources.shipped().stream(), Sources.tests().stream())
                .filter(file -> file.toString().matches(".*/somoim-(?:spring-boot-)?examples?/.*"))
                .flatMap(file -> blocks(TAGGED, 2, file))
                .map(SnippetsTest::outdented)
                .collect(toSet());

        assertThat(documents())
                .allSatisfy(document -> assertThat(blocks(JAVA, 1, document).map(String::strip))
                        .as(
                                "the Java in %s, each block the same as what stands between // tag:: and // end:: in some example",
                                document)
                        .isSubsetOf(examples));
    }

    @Test
    void everyLinkToAFileLeadsToOne() {
        assertThat(documents()).allSatisfy(document -> assertThat(blocks(LINK, 1, document)
                        .filter(link -> !link.startsWith("http"))
                        .map(link -> document.resolveSibling(link.replaceFirst("#.*", ""))))
                .as("what %s links to", document)
                .allMatch(Files::exists));
    }

    @Test
    void newcomersRunTheSameTestsAsTheBuild() {
        String build = Sources.text(Sources.file(".ci/run"))
                .lines()
                .filter(line -> line.startsWith("mvn "))
                .findFirst()
                .orElse("")
                .replace(" -B -ntp", "");

        assertThat(build).startsWith("mvn ");
        assertThat(blocks(SHELL, 1, Sources.file("README.md")).map(String::strip))
                .contains(build);
    }

    private static List<Path> documents() {
        return Stream.concat(Stream.of(Sources.file("README.md")), Sources.under(Sources.file("docs")).stream())
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
    }

    private static Stream<String> blocks(Pattern pattern, int group, Path file) {
        return pattern.matcher(Sources.text(file)).results().map((MatchResult block) -> block.group(group));
    }

    /** Without what all lines are indented by. */
    private static String outdented(String block) {
        int indent = block.lines()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return block.lines()
                .map(line -> line.isBlank() ? "" : line.substring(indent))
                .collect(joining("\n"))
                .strip();
    }
}
