package org.somoim.sqlite;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.Refusal;

/**
 * Facts as one line of text: the fact's name, then its components by name, such as {@code groups.role-changed
 * groupId=019c… userId=019c… role=ADMIN}. A component that is null is left out. As facts hold ids, enums, numbers and
 * truth only, nothing needs to be quoted.
 */
final class FactText {
    private final Map<String, Class<? extends Record>> byName;
    private final Map<Class<?>, Kind> kinds;

    /** What is found out of a sort of facts once. */
    private record Kind(String name, List<Part> parts) {
        static Kind of(Class<? extends Record> fact) {
            return new Kind(
                    Fact.nameOf(fact),
                    Arrays.stream(fact.getRecordComponents())
                            .map(component -> {
                                Method accessor = component.getAccessor();
                                accessor.setAccessible(true);
                                return new Part(component.getName(), accessor);
                            })
                            .toList());
        }
    }

    private record Part(String name, Method accessor) {
        @Nullable
        Object of(Fact fact) {
            try {
                return accessor.invoke(fact);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + fact.name() + "." + name, e);
            }
        }
    }

    /** @param families sealed interfaces of records */
    FactText(Collection<Class<? extends Fact>> families) {
        byName = families.stream()
                .flatMap(FactText::records)
                .collect(Collectors.toUnmodifiableMap(Fact::nameOf, t -> t));
        byName.values().forEach(FactText::requirePlain);
        kinds = byName.values().stream().collect(Collectors.toUnmodifiableMap(fact -> fact, Kind::of));
    }

    String write(Fact fact) {
        Kind kind = kinds.get(fact.getClass());
        if (kind == null) {
            // Unknown, or under the name of a known one.
            type(fact.name());
            throw new IllegalStateException("two facts are named " + fact.name());
        }
        var line = new StringBuilder(kind.name());
        for (Part part : kind.parts()) {
            Object value = part.of(fact);
            if (value != null) {
                line.append(' ').append(part.name()).append('=');
                line.append(value instanceof Enum<?> constant ? constant.name() : value);
            }
        }
        return line.toString();
    }

    Fact read(String line) {
        String[] words = line.split(" ");
        Class<? extends Record> type = type(words[0]);
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (equals < 1 || values.put(words[i].substring(0, equals), words[i].substring(equals + 1)) != null) {
                throw new IllegalStateException("a fact " + words[0] + " in the log is garbled");
            }
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(component -> value(component, values.remove(component.getName())))
                .toArray();
        if (!values.isEmpty()) {
            throw new IllegalStateException("a fact " + words[0]
                    + " in the log has components that this version does not" + " know: " + values.keySet());
        }
        return make(type, components, arguments);
    }

    private Class<? extends Record> type(String name) {
        Class<? extends Record> type = byName.get(name);
        if (type == null) {
            throw new IllegalStateException("no fact is named " + name + " in this version; known are "
                    + byName.keySet().stream().sorted().toList() + ". A new family goes into SqliteParts");
        }
        return type;
    }

    private static Stream<Class<? extends Record>> records(Class<?> family) {
        if (family.isSealed()) {
            return Arrays.stream(family.getPermittedSubclasses()).flatMap(FactText::records);
        }
        if (!family.isRecord()) {
            throw new IllegalStateException(family.getName() + " is neither a sealed family of facts nor a record");
        }
        return Stream.of(family.asSubclass(Record.class));
    }

    private static void requirePlain(Class<? extends Record> fact) {
        for (RecordComponent component : fact.getRecordComponents()) {
            Class<?> type = component.getType();
            if (type != Id.class
                    && !type.isEnum()
                    && type != int.class
                    && type != Integer.class
                    && type != long.class
                    && type != Long.class
                    && type != boolean.class
                    && type != Boolean.class) {
                throw new IllegalStateException(Fact.nameOf(fact) + "." + component.getName()
                        + ": facts hold ids, enums, whole numbers and truth, not " + type.getSimpleName());
            }
        }
    }

    private static @Nullable Object value(RecordComponent component, @Nullable String text) {
        Class<?> type = component.getType();
        if (text == null) {
            if (type.isPrimitive()) {
                throw new IllegalStateException("a fact " + Fact.nameOf(component.getDeclaringRecord())
                        + " in the log has no " + component.getName());
            }
            return null;
        }
        try {
            if (type == Id.class) {
                return Id.of(text);
            }
            if (type == int.class || type == Integer.class) {
                return Integer.valueOf(text);
            }
            if (type == long.class || type == Long.class) {
                return Long.valueOf(text);
            }
        } catch (Refusal | NumberFormatException e) {
            throw unknown(component, text);
        }
        if (type == boolean.class || type == Boolean.class) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw unknown(component, text);
            };
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(component, text));
    }

    private static IllegalStateException unknown(RecordComponent component, String text) {
        return new IllegalStateException("a fact " + Fact.nameOf(component.getDeclaringRecord()) + " in the log has "
                + component.getName() + "=" + text + ", which this version does not know");
    }

    private static Fact make(Class<? extends Record> type, RecordComponent[] components, Object[] arguments) {
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return (Fact) constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("a fact " + Fact.nameOf(type) + " in the log is not valid", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + Fact.nameOf(type), e);
        }
    }
}
