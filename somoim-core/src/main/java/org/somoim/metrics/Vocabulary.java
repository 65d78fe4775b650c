package org.somoim.metrics;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The values of one label, all of them said beforehand: the patterns of the routes, the names of the listeners. Anything else
 * is {@code other}.
 */
public final class Vocabulary {
    static final String OTHER = "other";
    private static final int MOST = 1_000;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9{}/._-]{1,120}");

    private final Map<String, Tag> tags;
    private final Tag other;

    /**
     * @param label for listeners or routes
     * @param words in the code of the library or the host, at most {@value #MOST}; not from a call
     * @throws IllegalArgumentException if there are too many, or one does not have the form of a word or pattern
     */
    public Vocabulary(Label label, Collection<String> words) {
        if (words.size() > MOST) {
            throw new IllegalArgumentException(label + " has " + words.size() + " values, at most " + MOST);
        }
        this.tags = words.stream().distinct().collect(toUnmodifiableMap(identity(), word -> tag(label, word)));
        this.other = new Tag(label, OTHER);
    }

    private static Tag tag(Label label, String word) {
        if (!FORM.matcher(word).matches()) {
            throw new IllegalArgumentException(
                    label + " takes words and patterns of ASCII letters, digits and {}/._- only, 1 to 120 characters");
        }
        return new Tag(label, word);
    }

    /** @return {@code other} for what was not said beforehand */
    public Tag tag(String word) {
        return tags.getOrDefault(word, other);
    }

    public Tag other() {
        return other;
    }
}
