package org.somoim.examples.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

/**
 * Words to make people up from. The file has sections such as {@code [bios ko]}; in the sections of names a word is an
 * entry, in the others a line is.
 */
final class Words {
    private static final Pattern SECTION = Pattern.compile("\\[(?<name>[a-z ]+) (?<language>ko|en)]");

    private final Map<String, List<String>> sections = new HashMap<>();
    private final String file;

    /** @throws IllegalArgumentException with file and line, if a line stands in no section */
    Words(TextFile file) {
        this.file = file.name();
        List<String> section = null;
        for (int at = 0; at < file.lines().size(); at++) {
            String line = file.lines().get(at);
            Matcher heading = SECTION.matcher(line);
            if (heading.matches()) {
                section = sections.computeIfAbsent(
                        heading.group("name") + " " + heading.group("language"), key -> new ArrayList<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                if (section == null) {
                    throw file.mistake(at, "stands in no section such as [bios ko]", null);
                }
                section.add(line);
            }
        }
    }

    /** So many names, no two the same. Nicknames first, then a given and a family name each. */
    List<Line> names(int howMany, Language language, Dice dice) {
        List<String> families = words("family names", language);
        List<String> given = words("given names", language);
        Set<String> names = new LinkedHashSet<>(words("nicknames", language));
        // Everybody on the lists once before anybody comes twice.
        while (names.size() < howMany) {
            List<String> firsts = dice.shuffled(given);
            List<String> lasts = dice.shuffled(families);
            for (int i = 0; i < firsts.size() && names.size() < howMany; i++) {
                String last = lasts.get(i % lasts.size());
                names.add(language == Language.KO ? last + firsts.get(i) : firsts.get(i) + " " + last);
            }
        }
        return dice.shuffled(names).stream().map(Line::of).toList();
    }

    List<Prose> bios(Language language) {
        return lines("bios", language).stream().map(Prose::of).toList();
    }

    /** Where people say they live. */
    List<Line> places(Language language) {
        return lines("places", language).stream().map(Line::of).toList();
    }

    /** What people write when they ask to be let in. */
    List<Line> requests(Language language) {
        return lines("requests", language).stream().map(Line::of).toList();
    }

    /** What people do not want to read. */
    List<Line> muted(Language language) {
        return lines("muted", language).stream().map(Line::of).toList();
    }

    private List<String> words(String section, Language language) {
        return lines(section, language).stream()
                .flatMap(line -> Pattern.compile(" +").splitAsStream(line))
                .toList();
    }

    private List<String> lines(String section, Language language) {
        String name = section + " " + language.name().toLowerCase(Locale.ROOT);
        List<String> lines = sections.get(name);
        if (lines == null) {
            throw new IllegalArgumentException(file + ": there is no section [" + name + "]");
        }
        return lines;
    }
}
