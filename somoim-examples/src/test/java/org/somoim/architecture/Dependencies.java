package org.somoim.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.spi.LoggingEventBuilder;

/** Who may know whom. */
final class Dependencies {
    /** What every capability may stand on, whichever tree it is in. */
    private static final DescribedPredicate<JavaClass> GROUND =
            resideInAnyPackage("org.somoim.kernel..", "org.somoim.access..", "org.somoim.privacy..");

    private static final DescribedPredicate<JavaClass> JDK = resideInAnyPackage("java..", "javax.crypto..");
    private static final DescribedPredicate<JavaClass> JSPECIFY = resideInAPackage("org.jspecify..");
    private static final DescribedPredicate<JavaClass> SLF4J = resideInAPackage("org.slf4j..");
    private static final DescribedPredicate<JavaClass> LOGGING_BACKENDS =
            resideInAnyPackage("ch.qos.logback..", "java.util.logging..", "org.apache.logging..", "org.apache.log4j..");

    private static final String[] SOCKETS = {
        "notifications",
        "feed",
        "search",
        "recommendations",
        "moderation",
        "calendar",
        "comparison",
        "personaldata",
        "imports",
        "audit",
        "statistics"
    };

    /** All but groups, which every one of these may know. */
    private static final String[] VERTICALS = {
        "events", "posts", "chat", "forum", "media", "ratings", "safety", "goals", "savings", "mentorship", "household"
    };

    private static final Set<String> CAPABILITIES = Stream.of(
                    Stream.of(
                            "limits",
                            "idempotency",
                            "detection",
                            "mail",
                            "accounts",
                            "sessions",
                            "identities",
                            "profiles",
                            "groups"),
                    Stream.of(SOCKETS),
                    Stream.of(VERTICALS))
            .flatMap(Function.identity())
            .collect(toUnmodifiableSet());

    private Dependencies() {}

    static List<Law> of(Tree tree) {
        return List.of(
                new Law(
                        "the kernel stands alone",
                        "Knowing",
                        classes()
                                .that(tree.in("kernel"))
                                .should()
                                .onlyDependOnClassesThat(JDK.or(JSPECIFY).or(tree.in("kernel")))),
                new Law(
                        "privacy sees the JDK only",
                        "Peeping",
                        classes()
                                .that(tree.in(Tree.PRIVACY))
                                .should()
                                .onlyDependOnClassesThat(JDK.or(JSPECIFY).or(tree.in(Tree.PRIVACY)))),
                new Law(
                        "the core knows no library",
                        "Events",
                        classes().that(tree.core()).should(knowOnlyTheirOwn(tree))),
                new Law(
                        "capabilities form no circle",
                        "Events",
                        slices().assignedFrom(byCapability(
                                        "capabilities", tree.core().and(not(resideInAPackage(tree.root()))), tree))
                                .should()
                                .beFreeOfCycles()),
                new Law(
                        "sockets know no vertical",
                        "Notifications",
                        noClasses()
                                .that(tree.in(SOCKETS))
                                .should()
                                .dependOnClassesThat(tree.in("groups").or(tree.in(VERTICALS)))),
                new Law(
                        "groups know no other vertical",
                        "Groups",
                        noClasses().that(tree.in("groups")).should().dependOnClassesThat(tree.in(VERTICALS))),
                new Law(
                        "verticals do not know one another",
                        "Posts",
                        slices().assignedFrom(byCapability("verticals", tree.in(VERTICALS), tree))
                                .should()
                                .notDependOnEachOther()),
                new Law(
                        "a store is touched by its own capability, its adapters and the assembly only",
                        "Events",
                        classes().that(tree.stores()).should(beTouchedByItsOwnOnly(tree))),
                new Law(
                        "adapters of different capabilities do not meet",
                        "SqliteGroups",
                        slices().assignedFrom(adapters(tree)).should().notDependOnEachOther()),
                new Law(
                        "HTTP sees no store",
                        "GroupRoutes",
                        noClasses().that(tree.in("http")).should().dependOnClassesThat(tree.stores())),
                new Law(
                        "what writes the log is for the host to say",
                        "Chatty",
                        noClasses().that(tree.library()).should().dependOnClassesThat(LOGGING_BACKENDS)),
                new Law(
                        "whatever is logged is a line of the list",
                        "Muttering",
                        noClasses()
                                .that(tree.library())
                                .and(not(tree.in("logs")))
                                // Passes on what Flyway says.
                                .and(not(simpleName("QuietLog")))
                                .should()
                                .callMethodWhere(describe(
                                        "a logger",
                                        call -> call.getTargetOwner().isAssignableTo(Logger.class)
                                                || call.getTargetOwner().isAssignableTo(LoggingEventBuilder.class)))));
    }

    /** The libraries that have a place of their own behind a port, and that place. */
    private static ArchCondition<JavaClass> knowOnlyTheirOwn(Tree tree) {
        DescribedPredicate<JavaClass> everywhere =
                JDK.or(JSPECIFY).or(SLF4J).or(GROUND).or(tree.core());
        return new Objecting<>(
                "know the JDK, SLF4J and, each in its one place, jBCrypt, zxcvbn, uuid-creator, lib-recur, libphonenumber and RE2/J only",
                user -> user.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !everywhere.test(dependency.getTargetClass()))
                        .filter(dependency -> !isAtHome(dependency, tree))
                        .map(Dependency::getDescription));
    }

    private static boolean isAtHome(Dependency dependency, Tree tree) {
        String library = dependency.getTargetClass().getPackageName();
        String user = dependency.getOriginClass().getPackageName();
        return library.startsWith("org.mindrot.jbcrypt") && user.equals(tree.root() + ".accounts.bcrypt")
                || library.startsWith("com.nulabinc.zxcvbn") && user.equals(tree.root() + ".accounts.zxcvbn")
                || library.startsWith("org.dmfs.rfc5545") && user.equals(tree.root() + ".events.recur")
                || library.startsWith("com.google.i18n.phonenumbers") && user.equals(tree.root() + ".phones")
                || library.startsWith("com.google.re2j") && user.equals(tree.root() + ".detection.re2j")
                || library.startsWith("com.github.f4b6a3.uuid") && user.equals(tree.root() + ".uuid")
                || dependency.getTargetClass().isPrimitive();
    }

    private static ArchCondition<JavaClass> beTouchedByItsOwnOnly(Tree tree) {
        return new Objecting<>(
                "be touched by its own capability, its adapters and the assembly only",
                store -> store.getDirectDependenciesToSelf().stream()
                        .filter(dependency -> !mayTouch(dependency.getOriginClass(), store, tree))
                        .map(Dependency::getDescription));
    }

    private static boolean mayTouch(JavaClass user, JavaClass store, Tree tree) {
        String where = user.getPackageName();
        return where.equals(store.getPackageName())
                || where.startsWith(store.getPackageName() + ".")
                || tree.in("sqlite", "memory").test(user)
                || user.getName().equals(tree.root() + ".Ports")
                || user.getName().equals(tree.root() + ".Somoim");
    }

    private static SliceAssignment byCapability(String description, DescribedPredicate<JavaClass> of, Tree tree) {
        return sliced(
                description,
                type -> of.test(type)
                        ? SliceIdentifier.of(Tree.wordAfter(tree.root(), type.getPackageName()))
                        : SliceIdentifier.ignore());
    }

    /** One slice per medium and capability, such as groups in SQLite. Anything else there is common ground. */
    private static SliceAssignment adapters(Tree tree) {
        DescribedPredicate<JavaClass> adapters = tree.in("sqlite", "http");
        return sliced("adapters", type -> {
            String medium = Tree.wordAfter(tree.root(), type.getPackageName());
            String capability = Tree.wordAfter(tree.root() + "." + medium, type.getPackageName());
            return adapters.test(type) && CAPABILITIES.contains(capability)
                    ? SliceIdentifier.of(medium, capability)
                    : SliceIdentifier.ignore();
        });
    }

    private static SliceAssignment sliced(String description, Function<JavaClass, SliceIdentifier> cut) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return cut.apply(type);
            }

            @Override
            public String getDescription() {
                return description;
            }
        };
    }
}
