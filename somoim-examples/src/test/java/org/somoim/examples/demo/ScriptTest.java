package org.somoim.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somoim.access.Visibility;
import org.somoim.examples.demo.Script.Answer;
import org.somoim.examples.demo.Script.Said;
import org.somoim.examples.demo.Script.Scene;
import org.somoim.examples.demo.Script.Voice;
import org.somoim.groups.Group;

/** The files of the demo can be read, and whoever makes a mistake in one is told where. */
class ScriptTest {
    private static final String GROUP = """
            name: Tea
            category: tea
            kind: SOCIAL
            visibility: PUBLIC
            policy: OPEN
            language: en
            members: 8
            about: We drink tea.

            =! o: Welcome
            First line.

            - a list
            + Later.
            | a: Hello, {b}!
            || o: Hello.
            |- b: Gone.
            =~ a:
            No title.
            """;

    @Test
    void aGroupIsReadWithItsPostsAndWhatIsSaidToThem() {
        Scene tea = ScriptReader.scene(TextFile.of("tea.txt", GROUP));

        assertThat(tea.name().value()).isEqualTo("Tea");
        assertThat(tea.languages()).containsExactly(Language.EN);
        assertThat(tea.members()).isEqualTo(8);
        assertThat(tea.posts()).hasSize(2);
        Said welcome = tea.posts().get(0);
        assertThat(welcome.pinned()).isTrue();
        assertThat(welcome.tender()).isFalse();
        assertThat(welcome.body().value()).isEqualTo("First line.\n\n- a list");
        assertThat(welcome.added()).hasToString("Prose(6)");
        assertThat(welcome.answers()).extracting(Answer::by).containsExactly(Voice.A, Voice.O, Voice.B);
        assertThat(welcome.answers()).extracting(Answer::depth).containsExactly(1, 2, 1);
        assertThat(welcome.answers()).extracting(Answer::takenBack).containsExactly(false, false, true);
        assertThat(ScriptReader.mentioned(welcome.answers().get(0).text())).containsExactly(Voice.B);
        assertThat(tea.posts().get(1).title()).isNull();
        assertThat(tea.posts().get(1).tender()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "name: Tea; nome: Tea; tea.txt:1: expected one of",
                "category: tea; name: Coffee; tea.txt:2: name is said twice",
                "kind: SOCIAL; kind: BIG; tea.txt:3: \"BIG\"",
                "members: 8; members: eight; tea.txt:7: \"eight\"",
                "category: tea; category: Green Tea; tea.txt:2: Use lower-case letters",
                "=! o: Welcome; =! q: Welcome; tea.txt:10: there is no voice q",
                "=! o: Welcome; ! o: Welcome; tea.txt:10: expected a post",
                "|| o: Hello.; |||| o: Hello.; tea.txt:16: answers nothing",
                "|| o: Hello.; || Hello.; tea.txt:16: expected a comment",
                "{b}; {z}; tea.txt:15: there is no voice z"
            })
    void aMistakeIsNamedWithFileAndLine(String right, String wrong, String message) {
        TextFile file = TextFile.of("tea.txt", GROUP.replace(right, wrong));

        assertThatThrownBy(() -> ScriptReader.scene(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a: Hello; talks.txt:1: stands in no talk",
                "ko group\\na> Hello; talks.txt:2: answers nothing",
                "ko group\\n+ Hello; talks.txt:2: expected a remark",
                "ko group\\na: Hello\\n\\nko three; talks.txt:4: expected a remark"
            })
    void aMistakeInATalkIsNamedWithFileAndLine(String text, String message) {
        TextFile file = TextFile.of("talks.txt", text.replace("\\n", "\n"));

        assertThatThrownBy(() -> Talk.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aMissingLineOfTheHeadIsNamed() {
        TextFile file = TextFile.of("tea.txt", GROUP.replace("policy: OPEN\n", ""));

        assertThatThrownBy(() -> ScriptReader.scene(file)).hasMessage("tea.txt:8: policy is missing");
    }

    @Test
    void theDemoHasThirtyGroupsOfEverySortInBothLanguages() {
        List<Scene> groups = Script.read().groups();

        assertThat(groups).hasSize(30);
        assertThat(groups).extracting(Scene::name).doesNotHaveDuplicates();
        assertThat(groups).extracting(Scene::kind).contains(Group.Kind.values());
        assertThat(groups).extracting(Scene::visibility).contains(Visibility.values());
        assertThat(groups).extracting(Scene::policy).contains(Group.JoinPolicy.values());
        assertThat(groups.stream().filter(group -> group.languages().equals(Set.of(Language.KO))))
                .hasSizeBetween(12, 16);
        assertThat(groups.stream().filter(group -> group.languages().equals(Set.of(Language.EN))))
                .hasSizeBetween(12, 16);
        assertThat(groups.stream().filter(Scene::isMixed)).isNotEmpty();
    }

    @Test
    void nothingInTheDemoLeadsOutOfIt() {
        Pattern link = Pattern.compile("https?://|[\\w.-]+@[\\w.-]+");

        assertThat(texts()).allSatisfy(text -> assertThat(
                        link.matcher(text.replace("https://example.org/", "")).find())
                .as(text)
                .isFalse());
    }

    private static Stream<String> texts() {
        Script script = Script.read();
        return Stream.concat(
                        script.groups().stream().flatMap(group -> group.posts().stream()),
                        script.pages().values().stream().flatMap(List::stream))
                .flatMap(post -> Stream.concat(
                        Stream.of(post.body().value()),
                        post.answers().stream().map(answer -> answer.text().value())));
    }
}
