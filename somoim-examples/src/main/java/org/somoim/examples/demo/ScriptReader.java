package org.somoim.examples.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.somoim.access.Visibility;
import org.somoim.examples.demo.Script.Answer;
import org.somoim.examples.demo.Script.Part;
import org.somoim.examples.demo.Script.Said;
import org.somoim.examples.demo.Script.Scene;
import org.somoim.examples.demo.Script.Voice;
import org.somoim.groups.Group;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Word;

/**
 * Reads the files in which the demo's groups are written down.
 *
 * <p>A file begins with a head of lines like {@code category: hiking}. Then come posts. A post begins with {@code = a:
 * Title}, where {@code a} is the voice that speaks and the title may be left out; {@code =!} pins it, {@code =~} says that
 * it is no laughing matter. Its text is Markdown and goes on until a line begins with {@code |}, which is a comment ({@code |
 * b: text}; more bars answer a comment), with {@code +}, which is what the author adds later, or with {@code =}, which is the
 * next post. {@code |-} is a comment that its author takes back. {@code {b}} mentions a voice.
 */
final class ScriptReader {
    private static final Pattern HEAD = Pattern.compile("(?<key>[a-z]+): (?<value>.+)");
    private static final Pattern POST = Pattern.compile("=(?<flags>[!~]*) (?<voice>[a-z]):(?: (?<title>.+))?");
    private static final Pattern COMMENT = Pattern.compile("(?<bars>\\|+)(?<back>-?) (?<voice>[a-z]): (?<text>.+)");
    private static final Pattern MENTION = Pattern.compile("\\{([a-z])}");
    private static final Set<String> KEYS = Set.of(
            "name",
            "category",
            "kind",
            "visibility",
            "policy",
            "language",
            "members",
            "cast",
            "with",
            "about",
            "drill");
    private static final Set<String> OPTIONAL = Set.of("cast", "with", "drill");

    private final TextFile file;
    private final Map<String, Integer> head = new HashMap<>();
    private final List<Said> posts = new ArrayList<>();
    private int at;

    private ScriptReader(TextFile file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException with file and line, if anything in it is wrong */
    static Scene scene(TextFile file) {
        var reader = new ScriptReader(file);
        reader.readHead();
        reader.readPosts();
        return reader.scene();
    }

    /** The same for a file without a head. */
    static List<Said> posts(TextFile file) {
        var reader = new ScriptReader(file);
        reader.readPosts();
        return List.copyOf(reader.posts);
    }

    /** Everyone who speaks in a post and under it, or is mentioned there. */
    static Set<Voice> voices(Said post) {
        Set<Voice> voices = EnumSet.of(post.by());
        voices.addAll(mentioned(post.body()));
        for (Answer answer : post.answers()) {
            voices.add(answer.by());
            voices.addAll(mentioned(answer.text()));
        }
        return voices;
    }

    /** Whom a text mentions. */
    static Set<Voice> mentioned(Prose text) {
        Set<Voice> voices = EnumSet.noneOf(Voice.class);
        MENTION.matcher(text.value()).results().forEach(found -> {
            Voice voice = Voice.of(found.group(1).charAt(0));
            if (voice != null) {
                voices.add(voice);
            }
        });
        return voices;
    }

    /** The text with everyone it mentions called by name. */
    static Prose named(Prose text, Function<Voice, String> names) {
        return Prose.of(MENTION.matcher(text.value()).replaceAll(found -> {
            Voice voice = Voice.of(found.group(1).charAt(0));
            return Matcher.quoteReplacement(voice == null ? found.group() : names.apply(voice));
        }));
    }

    private void readHead() {
        for (; at < file.lines().size() && !file.lines().get(at).isBlank(); at++) {
            Matcher line = HEAD.matcher(file.lines().get(at));
            if (!line.matches() || !KEYS.contains(line.group("key"))) {
                throw file.mistake(
                        at, "expected one of " + KEYS.stream().sorted().toList() + " and a value", null);
            }
            if (head.put(line.group("key"), at) != null) {
                throw file.mistake(at, line.group("key") + " is said twice", null);
            }
        }
        KEYS.stream()
                .filter(key -> !OPTIONAL.contains(key) && !head.containsKey(key))
                .sorted()
                .findFirst()
                .ifPresent(missing -> {
                    throw file.mistake(at, missing + " is missing", null);
                });
    }

    private void readPosts() {
        while (skipBlankLines()) {
            Matcher line = POST.matcher(file.lines().get(at));
            if (!line.matches()) {
                throw file.mistake(at, "expected a post, such as \"= a: Title\"", null);
            }
            posts.add(post(line));
        }
    }

    private boolean skipBlankLines() {
        while (at < file.lines().size() && file.lines().get(at).isBlank()) {
            at++;
        }
        return at < file.lines().size();
    }

    private Said post(Matcher first) {
        int begin = at++;
        Voice by = voice(begin, first.group("voice"));
        String title = first.group("title");
        Prose body = read(begin, text(), Prose::of);
        Prose added = null;
        if (at < file.lines().size() && file.lines().get(at).startsWith("+ ")) {
            added = read(at, file.lines().get(at++).substring(2), Prose::of);
        }
        List<Answer> answers = new ArrayList<>();
        while (at < file.lines().size() && file.lines().get(at).startsWith("|")) {
            answers.add(answer(answers));
            at++;
        }
        return new Said(
                by,
                first.group("flags").contains("!"),
                first.group("flags").contains("~"),
                title == null ? null : read(begin, title, Line::of),
                body,
                added,
                List.copyOf(answers));
    }

    private String text() {
        var text = new StringBuilder();
        for (; at < file.lines().size(); at++) {
            String line = file.lines().get(at);
            if (line.startsWith("|") || line.startsWith("+ ") || line.startsWith("=")) {
                break;
            }
            requireVoices(line);
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private Answer answer(List<Answer> before) {
        Matcher line = COMMENT.matcher(file.lines().get(at));
        if (!line.matches()) {
            throw file.mistake(at, "expected a comment, such as \"| b: text\" or \"|| a: an answer to it\"", null);
        }
        int depth = line.group("bars").length();
        int deepest = before.isEmpty() ? 1 : before.get(before.size() - 1).depth() + 1;
        if (depth > deepest) {
            throw file.mistake(at, "answers nothing: at most " + deepest + " bars fit here", null);
        }
        requireVoices(line.group("text"));
        return new Answer(
                voice(at, line.group("voice")),
                depth,
                !line.group("back").isEmpty(),
                read(at, line.group("text"), Prose::of));
    }

    private Voice voice(int index, String letter) {
        Voice voice = Voice.of(letter.charAt(0));
        if (voice == null) {
            throw file.mistake(index, "there is no voice " + letter, null);
        }
        return voice;
    }

    private void requireVoices(String text) {
        MENTION.matcher(text).results().forEach(found -> voice(at, found.group(1)));
    }

    private Scene scene() {
        return new Scene(
                head("name", Line::of),
                head("category", Word::new),
                head("kind", Group.Kind::valueOf),
                head("visibility", Visibility::valueOf),
                head("policy", Group.JoinPolicy::valueOf),
                head("language", ScriptReader::languages),
                head("members", Integer::valueOf),
                optional("cast", ScriptReader::isFixed, false),
                optional("with", ScriptReader::with, Map.of()),
                head("about", Prose::of),
                head.containsKey("drill") ? head("drill", Prose::of) : null,
                List.copyOf(posts));
    }

    private static Set<Language> languages(String value) {
        return value.equals("mixed")
                ? EnumSet.allOf(Language.class)
                : EnumSet.of(Language.valueOf(value.toUpperCase(Locale.ROOT)));
    }

    private static boolean isFixed(String value) {
        if (!value.equals("fixed")) {
            throw new IllegalArgumentException("the cast is fixed, or nothing is said of it");
        }
        return true;
    }

    private static Map<Login, Part> with(String value) {
        Map<Login, Part> parts = new EnumMap<>(Login.class);
        Arrays.stream(value.split(", ")).map(part -> part.split("=", 2)).forEach(part -> {
            Login login = Login.valueOf(part[0].toUpperCase(Locale.ROOT));
            Voice voice = part[1].length() == 1 ? Voice.of(part[1].charAt(0)) : null;
            Part.Kind kind = voice == null ? Part.Kind.valueOf(part[1].toUpperCase(Locale.ROOT)) : Part.Kind.VOICE;
            parts.put(login, new Part(kind, voice));
        });
        return parts;
    }

    private <T> T head(String key, Function<String, T> meaning) {
        int line = head.getOrDefault(key, 0);
        return read(line, file.lines().get(line).substring(key.length() + 2), meaning);
    }

    private <T> T optional(String key, Function<String, T> meaning, T otherwise) {
        return head.containsKey(key) ? head(key, meaning) : otherwise;
    }

    private <T> T read(int index, String value, Function<String, T> meaning) {
        try {
            return meaning.apply(value);
        } catch (Refusal e) {
            throw file.mistake(index, e.reason().advice(), e);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw file.mistake(index, "\"" + value + "\" is not what can stand here: " + e.getMessage(), e);
        }
    }
}
