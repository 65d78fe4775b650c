package org.somoim.personaldata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;

/**
 * One thing that is kept about a person: what it is, and what it says. Holds what is the person's own or about them, and of
 * others no more than bare ids.
 *
 * @param kind the table it is kept in, such as {@code posts}
 * @param says in the order in which it was said; what is not there is left out
 */
public record Excerpt(Word kind, Map<Word, Value> says) {

    public Excerpt {
        says = Collections.unmodifiableMap(new LinkedHashMap<>(says));
    }

    /** @param kind the table it is kept in, such as {@code posts} */
    public static Builder of(String kind) {
        return new Builder(new Word(kind));
    }

    /** Says one thing after another. Nulls are left out. */
    public static final class Builder {
        private final Word kind;
        private final Map<Word, Value> says = new LinkedHashMap<>();

        private Builder(Word kind) {
            this.kind = kind;
        }

        public Builder text(String name, @Nullable String text) {
            return put(name, text == null ? null : new Value.Text(text));
        }

        public Builder text(String name, @Nullable Line text) {
            return text(name, text == null ? null : text.value());
        }

        public Builder text(String name, @Nullable Prose text) {
            return text(name, text == null ? null : text.value());
        }

        public Builder text(String name, @Nullable Word text) {
            return text(name, text == null ? null : text.value());
        }

        public Builder text(String name, @Nullable Enum<?> text) {
            return text(name, text == null ? null : text.name());
        }

        public Builder texts(String name, Collection<String> texts) {
            List<Value> values = new ArrayList<>();
            texts.forEach(text -> values.add(new Value.Text(text)));
            return put(name, new Value.Many(values));
        }

        public Builder id(String name, @Nullable Id<?> id) {
            return text(name, id == null ? null : id.toString());
        }

        public Builder number(String name, long number) {
            return put(name, new Value.Number(number));
        }

        public Builder truth(String name, boolean truth) {
            return put(name, new Value.Truth(truth));
        }

        public Builder time(String name, @Nullable Instant time) {
            return put(name, time == null ? null : new Value.Time(time));
        }

        public Excerpt done() {
            return new Excerpt(kind, says);
        }

        private Builder put(String name, @Nullable Value value) {
            if (value != null) {
                says.put(new Word(name), value);
            }
            return this;
        }
    }
}
