package org.somoim.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Reason;
import org.somoim.kernel.Refusal;

/**
 * One reading of a JSON value as a record.
 *
 * <p>Written by hand on top of Jackson's parser because a caller should learn of every fault of a body at once, each with
 * its pointer and the kernel's own code, while Jackson's binding stops at the first and forgives much on the way.
 */
final class Reading {
    private static final int MOST_FAULTS = 20;

    private final List<Fault> faults = new ArrayList<>();

    <B extends Record> B read(JsonNode node, Class<B> type) {
        Object body = record(node, "", type);
        if (!faults.isEmpty() || body == null) {
            throw new InvalidBody(faults);
        }
        return type.cast(body);
    }

    /** @return null if there was a fault, or JSON null where that is allowed */
    private @Nullable Object value(JsonNode node, String pointer, AnnotatedType type) {
        if (node.isNull()) {
            return isNullable(type) ? null : fault(pointer, WireReason.NULL_FIELD);
        }
        Class<?> raw = Types.raw(type.getType());
        if (raw == List.class) {
            return list(node, pointer, Types.argument(type));
        }
        if (raw == Set.class) {
            List<?> items = list(node, pointer, Types.argument(type));
            return items == null ? null : Set.copyOf(items);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return node.isBoolean() ? node.booleanValue() : fault(pointer, WireReason.WRONG_TYPE);
        }
        if (raw == int.class || raw == Integer.class) {
            return node.isIntegralNumber() && node.canConvertToInt()
                    ? node.intValue()
                    : fault(pointer, WireReason.WRONG_TYPE);
        }
        if (raw == long.class || raw == Long.class) {
            return node.isIntegralNumber() && node.canConvertToLong()
                    ? node.longValue()
                    : fault(pointer, WireReason.WRONG_TYPE);
        }
        if (raw.isRecord() && !Types.isText(raw)) {
            return record(node, pointer, raw);
        }
        return node.isTextual() ? text(node.textValue(), pointer, raw) : fault(pointer, WireReason.WRONG_TYPE);
    }

    private @Nullable Object sent(JsonNode node, String pointer, AnnotatedType type) {
        int before = faults.size();
        Object value = value(node, pointer, type);
        return faults.size() == before ? new Patch.Sent<@Nullable Object>(value) : null;
    }

    private @Nullable List<Object> list(JsonNode node, String pointer, AnnotatedType type) {
        if (!node.isArray()) {
            fault(pointer, WireReason.WRONG_TYPE);
            return null;
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < node.size() && faults.size() <= MOST_FAULTS; i++) {
            Object item = value(node.get(i), pointer + "/" + i, type);
            if (item != null) {
                items.add(item);
            }
        }
        return List.copyOf(items);
    }

    private @Nullable Object text(String text, String pointer, Class<?> raw) {
        try {
            return Types.parse(text, raw);
        } catch (Refusal refusal) {
            return fault(pointer, refusal.reason());
        }
    }

    private @Nullable Object record(JsonNode node, String pointer, Class<?> type) {
        if (!node.isObject()) {
            return fault(pointer, WireReason.WRONG_TYPE);
        }
        int before = faults.size();
        RecordComponent[] components = type.getRecordComponents();
        Set<String> known = new HashSet<>();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = Json.nameOf(components[i].getName());
            known.add(name);
            values[i] = component(node.get(name), pointer + "/" + escaped(name), components[i].getAnnotatedType());
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                fault(pointer + "/" + escaped(name), WireReason.UNKNOWN_FIELD);
            }
        }
        return faults.size() == before ? make(type, components, values, pointer) : null;
    }

    private @Nullable Object component(@Nullable JsonNode node, String pointer, AnnotatedType type) {
        boolean isPatch = Types.raw(type.getType()) == Patch.class;
        if (node == null) {
            if (isPatch) {
                return new Patch.Kept<>();
            }
            return isNullable(type) ? null : fault(pointer, WireReason.MISSING_FIELD);
        }
        return isPatch ? sent(node, pointer, Types.argument(type)) : value(node, pointer, type);
    }

    private @Nullable Object make(
            Class<?> type, RecordComponent[] components, @Nullable Object[] values, String pointer) {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Refusal refusal) {
                return fault(pointer, refusal.reason());
            }
            throw new IllegalStateException("cannot make a " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    private @Nullable Object fault(String pointer, Reason reason) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(pointer, reason));
        } else if (faults.size() == MOST_FAULTS) {
            faults.add(new Fault("", WireReason.TOO_MANY_FAULTS));
        }
        return null;
    }

    private static boolean isNullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
