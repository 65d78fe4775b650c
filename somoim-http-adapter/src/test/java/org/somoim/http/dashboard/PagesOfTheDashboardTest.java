package org.somoim.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Health;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account;
import org.somoim.audit.Deed;
import org.somoim.audit.Verification;
import org.somoim.groups.Group;
import org.somoim.http.wire.Json;
import org.somoim.kernel.Reason;
import org.somoim.moderation.Case;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Oversight;
import org.somoim.operations.OperationsReason;

/** What stands in the files themselves: words in both languages, links that hold under any mount, and no markup from text. */
@Covers("OPS-8")
class PagesOfTheDashboardTest {
    private static final List<String> SCRIPTS = List.of(
            "dashboard.js",
            "calls.js",
            "parts.js",
            "plots.js",
            "words.js",
            "overview.js",
            "moderation.js",
            "people.js",
            "works.js",
            "privacy.js");

    private static final Pattern WORD = Pattern.compile("\\bt\\(\\s*'([a-z0-9.-]+)'");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"|from '([^']*)'");

    private static String file(String name) throws IOException {
        try (InputStream in = Dashboard.class.getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String scripts() throws IOException {
        var all = new StringBuilder();
        for (String name : SCRIPTS) {
            all.append(file(name)).append('\n');
        }
        return all.toString();
    }

    private static Map<String, String> words(String language) throws IOException {
        JsonNode words = Json.read(file("words-" + language + ".json").getBytes(StandardCharsets.UTF_8));
        Map<String, String> all = new LinkedHashMap<>();
        words.fields()
                .forEachRemaining(word -> all.put(word.getKey(), word.getValue().textValue()));
        return all;
    }

    private static Stream<String> names(String list, Enum<?>... constants) {
        return Arrays.stream(constants).map(constant -> list + "." + constant.name());
    }

    private static Stream<String> lower(String list, Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> list + "." + constant.name().toLowerCase(Locale.ROOT));
    }

    private static Stream<String> errors(Reason... reasons) {
        return Arrays.stream(reasons).map(reason -> "error." + reason.code());
    }

    /** Made of closed lists of the library, which grow. */
    private static Set<String> built() {
        return Stream.of(
                        names("deed", Deed.values()),
                        names("ground", Ground.values()),
                        names("measure", Measure.Kind.values()),
                        names("state", Measure.State.values()),
                        names("status", Case.Status.values()),
                        names("queue", Oversight.State.values()),
                        names("role", SiteRole.values()),
                        names("flaw", Verification.Flaw.values()),
                        lower("sort", Account.Status.values()),
                        lower("sort", Group.Kind.values()),
                        lower("health", Health.Part.values()),
                        lower("health", Health.Status.values()),
                        lower("rank", Rank.values()),
                        errors(DashboardReason.values()),
                        errors(OperationsReason.values()))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        Map<String, String> korean = words("ko");
        Map<String, String> english = words("en");

        assertThat(korean.keySet()).isEqualTo(english.keySet());
        assertThat(korean.values()).allMatch(word -> !word.isBlank());
        assertThat(english.values()).allMatch(word -> !word.isBlank()).noneMatch(word -> word.matches(".*[가-힣].*"));
        english.forEach(
                (key, word) -> assertThat(places(korean.get(key))).as(key).isEqualTo(places(word)));
    }

    private static Set<String> places(String word) {
        return Pattern.compile("\\{\\d}")
                .matcher(word)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    @Test
    void everyWordThatIsAskedForIsThere() throws IOException {
        Set<String> asked = new LinkedHashSet<>(built());
        for (Matcher word = WORD.matcher(scripts()); word.find(); ) {
            asked.add(word.group(1));
        }

        assertThat(asked).hasSizeGreaterThan(300);
        assertThat(words("en").keySet()).containsAll(asked);
    }

    @Test
    void noWordIsLeftOver() throws IOException {
        String scripts = scripts();
        Set<String> lists = Set.of(
                "deed",
                "ground",
                "measure",
                "state",
                "status",
                "queue",
                "role",
                "flaw",
                "sort",
                "health",
                "rank",
                "error",
                "page",
                "case",
                "proposal",
                "appeal",
                "who",
                "outcome",
                "subject",
                "statistics");

        assertThat(words("en").keySet().stream()
                        .filter(key -> !scripts.contains("'" + key + "'"))
                        .filter(key -> !lists.contains(key.substring(0, key.indexOf('.')))))
                .isEmpty();
    }

    @Test
    void textNeverBecomesMarkupOrScript() throws IOException {
        assertThat(scripts())
                .doesNotContain(
                        "innerHTML",
                        "outerHTML",
                        "insertAdjacentHTML",
                        "document.write",
                        "DOMParser",
                        "createContextualFragment",
                        "srcdoc",
                        "eval(",
                        "new Function",
                        "javascript:")
                .doesNotContainPattern("setTimeout\\(['\"]")
                .doesNotContainPattern("https?://(?!www\\.w3\\.org/2000/svg)");
        for (String page : List.of("index.html", "sign-in.html")) {
            assertThat(file(page))
                    .doesNotContain(" style=", "<style")
                    .doesNotContainPattern("<script[^>]*>[^<]|\\son[a-z]+=");
        }
    }

    @Test
    void everyLinkIsRelative() throws IOException {
        String all = scripts() + file("index.html") + file("sign-in.html");
        Set<String> links = new LinkedHashSet<>();
        for (Matcher link = LINK.matcher(all); link.find(); ) {
            links.add(link.group(1) == null ? link.group(2) : link.group(1));
        }

        assertThat(links)
                .contains("dashboard.css", "./calls.js")
                .noneMatch(link -> link.startsWith("/") || link.contains(":"));
        assertThat(all).contains("const BASE = 'api/v1'").doesNotContain("fetch('/", "fetch(`/");
    }

    @Test
    void theStyleLoadsNothing() throws IOException {
        assertThat(file("dashboard.css"))
                .doesNotContain("url(", "@import")
                .contains("prefers-color-scheme: dark", "max-width");
    }
}
