package org.somoim.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.somoim.chat.ChatNotification;
import org.somoim.comparison.ComparisonNotification;
import org.somoim.events.EventNotification;
import org.somoim.forum.ForumNotification;
import org.somoim.forum.PostType;
import org.somoim.forum.TopicStatus;
import org.somoim.goals.GoalNotification;
import org.somoim.groups.GroupNotification;
import org.somoim.http.wire.Json;
import org.somoim.moderation.Appeal;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.ModerationNotification;
import org.somoim.moderation.Report;
import org.somoim.posts.PostNotification;
import org.somoim.privacy.redaction.Risk;
import org.somoim.safety.SafetyNotification;
import org.somoim.sessions.SessionNotification;

/** What can be said of the demo's pages without a browser: their words, and what they must not do. */
class PagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/somoim/examples/demo/site");
    private static final Pattern QUOTED = Pattern.compile("'([a-z][A-Za-z0-9_.-]*)'");
    private static final Pattern ASKED = Pattern.compile("\\bt\\('([^']+)'");
    private static final Pattern MADE = Pattern.compile("\\bt\\(`([^`$]*)\\$\\{[^`]*?}([^`$]*)`");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)");

    /** Refusals that only those meet who write programs, who decide about others, or who use what has no page. */
    private static final Pattern UNMET = Pattern.compile("(?:ratings|safety|imports|identities|idempotency)\\..*"
            // The dashboard explains these itself.
            + "|(?:dashboard|operations)\\..*"
            + "|forum\\.(?:too-deep|circle|too-many-categories|not-empty|same-topic|nothing-to-split|too-large"
            + "|too-many-drafts)"
            + "|moderation\\.(?:letter-spent|not-open|not-claimed|claimed-already|changed-meanwhile|not-for-you"
            + "|not-below-you|not-for-this|bad-end|bad-snooze|bad-points|nobody-there|no-such-half|not-over-yet"
            + "|second-is-first|not-in-force|reviewer-is-decider)"
            + "|http\\.(?:bad-query|repeated-parameter"
            + "|unknown-parameter|path-too-long|foreign-origin|method-not-allowed|no-etag-here|wrong-media-type"
            + "|unexpected-body|missing-body|not-utf-8|unreadable-body)");

    private static Map<String, String> words(String bundle) throws IOException {
        Map<String, String> words = new TreeMap<>();
        JsonNode json = Json.read(Files.readAllBytes(FOLDER.resolve("words").resolve(bundle + ".json")));
        json.fields()
                .forEachRemaining(one -> words.put(one.getKey(), one.getValue().asText()));
        return words;
    }

    private static Map<String, String> scripts() {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".js"))
                    .collect(Collectors.toMap(file -> FOLDER.relativize(file).toString(), PagesTest::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        Map<String, String> korean = words("ko");
        Map<String, String> english = words("en");

        assertThat(korean.keySet()).isEqualTo(english.keySet());
        korean.forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(english.get(key)).as(key).isNotBlank();
            assertThat(found(PLACE, text)).as(key).isEqualTo(found(PLACE, english.getOrDefault(key, "")));
        });
    }

    @Test
    void koreanIsKoreanAndEnglishIsNot() throws IOException {
        Pattern hangul = Pattern.compile("[가-힣]");

        assertThat(words("en")).allSatisfy((key, text) -> assertThat(text.replaceAll("Such as choir, 북한산|한국어", ""))
                .as(key)
                .doesNotContainPattern(hangul));
        assertThat(words("ko").entrySet().stream()
                        .filter(one -> !hangul.matcher(one.getValue()).find())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("language.other", "range.none", "receipt.delta", "reaction.count");
    }

    @Test
    void everyWordThatIsAskedForIsThere() throws IOException {
        Set<String> known = words("ko").keySet();

        scripts().forEach((name, script) -> {
            assertThat(known).as(name).containsAll(found(ASKED, script));
            MADE.matcher(script).results().forEach(made -> assertThat(known)
                    .as("%s: %s", name, made.group())
                    .anyMatch(key -> key.startsWith(made.group(1)) && key.endsWith(made.group(2))));
        });
    }

    @Test
    void noWordIsLeftOver() throws IOException {
        Set<String> used = new TreeSet<>();
        Set<MatchResult> made = new java.util.HashSet<>();
        scripts().values().forEach(script -> {
            used.addAll(found(QUOTED, script));
            MADE.matcher(script).results().forEach(made::add);
        });

        assertThat(words("ko").keySet())
                .allMatch(key -> used.contains(key)
                        || made.stream().anyMatch(one -> key.startsWith(one.group(1)) && key.endsWith(one.group(2))));
    }

    @Test
    void everythingThatOneMayBeToldIsSaidInWords() throws IOException {
        Set<String> known = words("ko").keySet();

        Stream.of(
                        ChatNotification.values(),
                        ComparisonNotification.values(),
                        EventNotification.values(),
                        ForumNotification.values(),
                        GoalNotification.values(),
                        GroupNotification.values(),
                        ModerationNotification.values(),
                        PostNotification.values(),
                        SafetyNotification.values(),
                        SessionNotification.values())
                .flatMap(Stream::of)
                .map(kind -> kind.word().value().replaceFirst("\\.(?:own|drill)-", "."))
                .forEach(kind -> assertThat(known).contains("news." + kind));
    }

    @Test
    void whateverMayBeDecidedOrReportedIsSaidInWords() throws IOException {
        Set<String> known = words("ko").keySet();

        assertThat(known)
                .containsAll(names("measure.", Measure.Kind.values()))
                .containsAll(names("ground.", Ground.values()))
                .containsAll(names("report.", Report.Status.values()))
                .containsAll(names("appeal.", Appeal.Status.values()))
                .containsAll(names("topic.type.", PostType.values()))
                .containsAll(names("topic.status.", TopicStatus.LOCKED, TopicStatus.ARCHIVED, TopicStatus.WAITING))
                .containsAll(names("sign.", Risk.Sign.values()));
    }

    private static List<String> names(String before, Enum<?>... all) {
        return Stream.of(all).map(one -> before + one.name()).toList();
    }

    @Test
    void everyRefusalThatOneMayMeetIsExplainedInKorean() throws IOException {
        Set<String> codes = found(Pattern.compile("(?m)^\\| `([a-z0-9.-]+)` \\|"), read(Path.of("../docs/errors.md")));
        Map<String, String> advice = words("advice-ko");

        assertThat(codes).hasSizeGreaterThan(150);
        assertThat(codes)
                .filteredOn(code -> !UNMET.matcher(code).matches())
                .allSatisfy(code ->
                        assertThat(advice.getOrDefault(code, "")).as(code).containsPattern("[가-힣]"));
        codes.add("http.unexpected");
        codes.add("http.store-unavailable");
        assertThat(codes).as("no advice about what is not refused").containsAll(advice.keySet());
    }

    @Test
    void noTextIsEverMadeIntoHtmlOrScript() {
        Pattern unsafe = Pattern.compile(
                "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|createContextualFragment|\\beval\\b|new Function"
                        + "|setTimeout\\('|srcdoc|\\.html\\b(?!')");

        scripts().forEach((name, script) -> assertThat(script).as(name).doesNotContainPattern(unsafe));
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> assertThat(read(file).replace("http://www.w3.org/2000/svg", ""))
                            .as(file.toString())
                            .doesNotContainPattern("(?:src|href|url\\(|import|from|fetch\\()[=( ]*['\"]?(?:https?:)?//")
                            .doesNotContain("@import", "style=", "onclick=\"", "<style"));
        }
    }
}
