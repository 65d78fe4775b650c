package org.somoim.http.wire;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Refusal;

/**
 * What a record is read from, found out once for each type. Kept with the type itself, so for as many as there are.
 *
 * @param names in JSON, of all parts
 */
record Recipe(Class<?> type, List<Part> parts, Set<String> names, Constructor<?> canonical) {
    private static final ClassValue<Recipe> KNOWN = new ClassValue<>() {
        @Override
        protected Recipe computeValue(Class<?> type) {
            return read(type);
        }
    };

    /**
     * A component.
     *
     * @param name in JSON
     */
    record Part(String name, Wanted wanted) {}

    /**
     * A type that a value is read as.
     *
     * @param raw without its parameters
     * @param argument what is in a list, a set or a patch; null for all else
     */
    record Wanted(
            Class<?> raw, boolean isNullable, @Nullable Wanted argument) {
        private static final Set<Class<?>> HOLDERS = Set.of(List.class, Set.class, Patch.class);

        private static Wanted of(AnnotatedType type) {
            Class<?> raw = Types.raw(type.getType());
            Wanted argument = HOLDERS.contains(raw)
                    ? of(((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0])
                    : null;
            return new Wanted(raw, type.isAnnotationPresent(Nullable.class), argument);
        }
    }

    static Recipe of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** @throws Refusal as the record's own constructor does */
    Object make(@Nullable Object[] values) {
        return Types.made(type, () -> canonical.newInstance(values));
    }

    private static Recipe read(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Part> parts = Stream.of(components)
                .map(component -> new Part(Json.nameOf(component.getName()), Wanted.of(component.getAnnotatedType())))
                .toList();
        Set<String> names = parts.stream().map(Part::name).collect(Collectors.toUnmodifiableSet());
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return new Recipe(type, parts, names, canonical);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }
}
