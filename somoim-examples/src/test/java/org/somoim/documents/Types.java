package org.somoim.documents;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.somoim.architecture.Shipped;

/** What is of a kind, wherever in the library it is, in the order of names. */
final class Types {
    private Types() {}

    static <T> List<Class<? extends T>> of(Class<T> kind) {
        return Shipped.CLASSES.stream()
                .filter(type -> type.isAssignableTo(kind) && !type.isEquivalentTo(kind))
                .sorted(Comparator.comparing(JavaClass::getName))
                .<Class<? extends T>>map(type -> type.reflect().asSubclass(kind))
                .toList();
    }

    /** The constants of every enum of a kind. */
    static <T> Stream<List<T>> enums(Class<T> kind) {
        return of(kind).stream().filter(Class::isEnum).map(type -> List.<T>of(type.getEnumConstants()));
    }

    /** The last word of a package name, such as {@code groups}. */
    static String capability(Class<?> type) {
        return type.getPackageName().replaceFirst(".*\\.", "");
    }
}
