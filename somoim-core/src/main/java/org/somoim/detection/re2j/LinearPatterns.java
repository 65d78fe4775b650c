package org.somoim.detection.re2j;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.somoim.detection.Patterns;

/** Patterns by RE2/J: without back-references and looking around, in time that grows with the text alone. Safe between threads. */
public final class LinearPatterns implements Patterns {

    @Override
    public Finder of(String pattern) {
        Pattern compiled;
        try {
            compiled = Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("This is not a pattern of RE2.", e);
        }
        return text -> {
            Matcher matcher = compiled.matcher(text);
            return matcher.find() ? matcher.group() : null;
        };
    }
}
