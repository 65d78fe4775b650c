package org.somoim.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;

/** The parts of a tree of packages that is laid out like ours. */
record Tree(String root) {
    /** Our own, as it is shipped. */
    static final Tree OURS = new Tree("org.somoim");

    /** Laid out like ours, and wrong in every way that a rule forbids. */
    static final Tree PLANTED = new Tree("planted");

    /** What may be said about people, at the bottom of everything. */
    static final String PRIVACY = "privacy";

    /** @return patterns for these packages and everything under them */
    String[] under(String... packages) {
        return Stream.of(packages).map(name -> root + "." + name + "..").toArray(String[]::new);
    }

    DescribedPredicate<JavaClass> in(String... packages) {
        return resideInAnyPackage(under(packages)).as("in " + String.join(", ", packages));
    }

    DescribedPredicate<JavaClass> all() {
        return resideInAPackage(root + "..").as("ours");
    }

    /** Kernel, access, capabilities and the assembly. */
    DescribedPredicate<JavaClass> core() {
        return all().and(not(in(PRIVACY, "sqlite", "http", "micrometer", "examples", "benchmarks", "architecture")))
                .as("in the core");
    }

    /** What a host puts on its class path. */
    DescribedPredicate<JavaClass> library() {
        return all().and(not(in("examples", "benchmarks", "architecture"))).as("in the library");
    }

    DescribedPredicate<JavaClass> stores() {
        return core().and(describe(
                        "stores",
                        type -> type.isInterface() && type.getSimpleName().endsWith("Store")))
                .as("stores");
    }

    /** By full name, because the planted tree has its own. */
    DescribedPredicate<JavaClass> views() {
        return assignableTo(root + ".http.wire.View").and(describe("records", JavaClass::isRecord));
    }

    /** The first word after the prefix in a package name, such as {@code groups}; empty if there is none. */
    static String wordAfter(String prefix, String packageName) {
        if (!packageName.startsWith(prefix + ".")) {
            return "";
        }
        String rest = packageName.substring(prefix.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
