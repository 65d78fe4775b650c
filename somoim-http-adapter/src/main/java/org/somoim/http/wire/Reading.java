package org.somoim.http.wire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.Recipe.Part;
import org.somoim.http.wire.Recipe.Wanted;
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
    private @Nullable Object value(JsonNode node, String pointer, Wanted type) {
        if (node.isNull()) {
            return type.isNullable() ? null : fault(pointer, WireReason.NULL_FIELD);
        }
        Class<?> raw = type.raw();
        if (raw == List.class) {
            return list(node, pointer, argument(type));
        }
        if (raw == Set.class) {
            List<?> items = list(node, pointer, argument(type));
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

    private @Nullable Object sent(JsonNode node, String pointer, Wanted type) {
        int before = faults.size();
        Object value = value(node, pointer, type);
        return faults.size() == before ? new Patch.Sent<@Nullable Object>(value) : null;
    }

    private @Nullable List<Object> list(JsonNode node, String pointer, Wanted type) {
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
        Recipe recipe = Recipe.of(type);
        @Nullable Object[] values = new @Nullable Object[recipe.parts().size()];
        for (int i = 0; i < values.length; i++) {
            Part part = recipe.parts().get(i);
            values[i] = component(node.get(part.name()), pointer + "/" + escaped(part.name()), part.wanted());
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!recipe.names().contains(name)) {
                fault(pointer + "/" + escaped(name), WireReason.UNKNOWN_FIELD);
            }
        }
        return faults.size() == before ? made(recipe, values, pointer) : null;
    }

    private @Nullable Object component(@Nullable JsonNode node, String pointer, Wanted type) {
        boolean isPatch = type.raw() == Patch.class;
        if (node == null) {
            if (isPatch) {
                return new Patch.Kept<>();
            }
            return type.isNullable() ? null : fault(pointer, WireReason.MISSING_FIELD);
        }
        return isPatch ? sent(node, pointer, argument(type)) : value(node, pointer, type);
    }

    private @Nullable Object made(Recipe recipe, @Nullable Object[] values, String pointer) {
        try {
            return recipe.make(values);
        } catch (Refusal refusal) {
            return fault(pointer, refusal.reason());
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

    private static Wanted argument(Wanted type) {
        return requireNonNull(type.argument(), "lists, sets and patches say of what");
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
