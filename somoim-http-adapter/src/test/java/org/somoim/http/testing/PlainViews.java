package org.somoim.http.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.View;

/** Finds what must not go out: anything in a view but text, numbers, truth, lists of these, and views. */
public final class PlainViews {
    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            int.class,
            long.class,
            boolean.class,
            Integer.class,
            Long.class,
            Boolean.class,
            double.class,
            Double.class);

    private PlainViews() {}

    /** Such as {@code WishView.owner is a Wish}; empty if all is well. */
    public static Set<String> violations(List<Route> routes) {
        var found = new LinkedHashSet<String>();
        var seen = new LinkedHashSet<Class<?>>();
        for (Route route : routes) {
            Class<?> view = route.gives().view();
            if (view != null) {
                look(view, found, seen);
            }
        }
        return found;
    }

    private static void look(Class<?> view, Set<String> found, Set<Class<?>> seen) {
        if (!seen.add(view)) {
            return;
        }
        if (!view.isRecord()) {
            found.add(view.getSimpleName() + " is no record");
            return;
        }
        for (RecordComponent component : view.getRecordComponents()) {
            Type type = component.getGenericType();
            Type one = type instanceof ParameterizedType list && list.getRawType() == List.class
                    ? list.getActualTypeArguments()[0]
                    : type;
            if (one instanceof Class<?> inner && View.class.isAssignableFrom(inner)) {
                look(inner, found, seen);
            } else if (!PLAIN.contains(one)) {
                found.add(view.getSimpleName() + "." + component.getName() + " is a " + type.getTypeName());
            }
        }
    }
}
