package org.somoim.sqlite;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Where each value that a statement binds comes from: which argument, or which part of a record or map that is one, and how
 * it is kept. MyBatis does the same, but looks for it by name at each call, which was a third of what a change cost besides
 * SQLite.
 */
final class Binding {
    private static final MethodType ANY = MethodType.methodType(Object.class, Object.class);

    private final List<Place> places;

    private Binding(List<Place> places) {
        this.places = places;
    }

    /** @param way from the argument to the value, one accessor after another; empty if it is the value */
    private record Place(int argument, List<MethodHandle> way, TypeHandler<Object> handler) {}

    /**
     * As MyBatis means it: a lone argument is the value, or a record whose parts are named; of several, each is named first.
     *
     * @throws IllegalStateException if something is named that is not there
     */
    static Binding of(MappedStatement mapped, Method method) {
        List<Place> places = new ArrayList<>();
        for (ParameterMapping mapping : mapped.getBoundSql(null).getParameterMappings()) {
            places.add(place(mapped, method, mapping));
        }
        return new Binding(List.copyOf(places));
    }

    private static Place place(MappedStatement mapped, Method method, ParameterMapping mapping) {
        TypeHandlerRegistry known = mapped.getConfiguration().getTypeHandlerRegistry();
        List<String> named = new ArrayList<>(Arrays.asList(mapping.getProperty().split("\\.")));
        Class<?>[] types = method.getParameterTypes();
        if (types.length == 0) {
            throw missing(mapped, mapping.getProperty());
        }
        int argument = 0;
        if (types.length > 1 || method.getParameters()[0].isAnnotationPresent(Param.class)) {
            argument = argument(mapped, method, named.remove(0));
        } else if (known.hasTypeHandler(types[0])) {
            named.clear();
        }
        Class<?> type = types[argument];
        List<MethodHandle> way = new ArrayList<>();
        for (String name : named) {
            if (type == Map.class) {
                way.add(valueOf(name));
                type = Object.class;
                continue;
            }
            Method part = part(mapped, type, name);
            way.add(accessor(part));
            type = part.getReturnType();
        }
        return new Place(argument, List.copyOf(way), handler(known, type, mapping));
    }

    private static int argument(MappedStatement mapped, Method method, String name) {
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            Param given = parameters[i].getAnnotation(Param.class);
            if ((given == null ? parameters[i].getName() : given.value()).equals(name)) {
                return i;
            }
        }
        throw missing(mapped, name);
    }

    /** A component, or what a record works out of its components. */
    private static Method part(MappedStatement mapped, Class<?> type, String name) {
        try {
            if (type.isRecord()) {
                return type.getDeclaredMethod(name);
            }
        } catch (NoSuchMethodException e) {
            throw missing(mapped, name + " of a " + type.getSimpleName());
        }
        throw missing(mapped, name + " of a " + type.getSimpleName());
    }

    private static IllegalStateException missing(MappedStatement mapped, String name) {
        return new IllegalStateException(mapped.getId() + " binds " + name + ", which is not there");
    }

    /** What a map has under a name. */
    private static MethodHandle valueOf(String name) {
        try {
            MethodHandle get = MethodHandles.publicLookup().findVirtual(Map.class, "get", ANY);
            return MethodHandles.insertArguments(get, 1, name).asType(ANY);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every map can be asked", e);
        }
    }

    private static MethodHandle accessor(Method part) {
        try {
            part.setAccessible(true);
            return MethodHandles.lookup().unreflect(part).asType(ANY);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + part, e);
        }
    }

    /** Where MyBatis does not know the type beforehand it has one that finds out for each value; here it is known. */
    @SuppressWarnings("unchecked") // a handler of the type that is declared
    private static TypeHandler<Object> handler(TypeHandlerRegistry known, Class<?> type, ParameterMapping mapping) {
        TypeHandler<?> own = known.getTypeHandler(type);
        return (TypeHandler<Object>)
                (mapping.getTypeHandler() instanceof Anything && own instanceof ColumnHandler<?>
                        ? own
                        : mapping.getTypeHandler());
    }

    void bind(PreparedStatement statement, @Nullable Object @Nullable [] arguments) throws SQLException {
        int number = 0;
        for (Place place : places) {
            Object value = arguments == null ? null : arguments[place.argument()];
            for (MethodHandle step : place.way()) {
                value = value == null ? null : part(step, value);
            }
            place.handler().setParameter(statement, ++number, value, value == null ? JdbcType.OTHER : null);
        }
    }

    private static @Nullable Object part(MethodHandle step, Object whole) {
        try {
            return (Object) step.invokeExact(whole);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("an accessor of a record failed", e);
        }
    }
}
