package org.somoim.leaks;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Refusal;

/** Everything readable in a value, as text: also what its {@code toString} hides. */
public final class Rendering {
    private Rendering() {}

    /** What came back, or how it was refused. */
    public static String of(Supplier<@Nullable Object> question) {
        try {
            return of(question.get());
        } catch (Refusal refusal) {
            return "refused: " + refusal.getMessage();
        }
    }

    static String of(@Nullable Object value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        if (value instanceof Record record) {
            text.append(record.getClass().getSimpleName()).append('(');
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                text.append(component.getName()).append(": ");
                write(read(component, record), text);
                text.append(", ");
            }
            text.append(')');
        } else if (value instanceof Collection<?> many) {
            text.append('[');
            many.forEach(one -> {
                write(one, text);
                text.append(", ");
            });
            text.append(']');
        } else if (value instanceof Map<?, ?> map) {
            write(
                    map.entrySet().stream()
                            .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                            .toList(),
                    text);
        } else if (value instanceof Optional<?> optional) {
            write(optional.orElse(null), text);
        } else {
            text.append(value);
        }
    }

    private record Entry(@Nullable Object key, @Nullable Object value) {}

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
