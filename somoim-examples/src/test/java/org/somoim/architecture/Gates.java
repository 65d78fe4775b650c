package org.somoim.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.privacy.Release;

/** Nobody gets in without being asked who they are, and nothing is decided by what the machine says. */
final class Gates {
    /** The methods of {@link Access} that turn people away. The others answer questions. */
    private static final Set<String> TURNING_AWAY = Set.of(
            "letAnyone",
            "requirePerson",
            "requireHeard",
            "requireSite",
            "requireHost",
            "require",
            "requireOnPage",
            "sight");

    /** What gives time or chance without being handed a source of it. */
    private static final Set<String> MACHINES = Set.of(
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Thread.sleep",
            "java.util.Calendar.getInstance",
            "java.util.Date.<init>",
            "java.util.Random.<init>",
            "java.util.SplittableRandom.<init>",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.util.random.RandomGenerator.getDefault",
            "java.util.random.RandomGenerator.of",
            "java.security.SecureRandom.<init>",
            "java.security.SecureRandom.getInstance",
            "java.security.SecureRandom.getInstanceStrong",
            "java.time.InstantSource.system");

    /**
     * What the comparison may hand out as it is: one's own, what is public, how an answer was made, what it cost or why there was
     * none, and whether something was done.
     */
    private static final Set<String> NOT_ABOUT_MANY = Set.of(
            "Contribution",
            "EpochAccount",
            "GivenReceipt",
            "LedgerCheck",
            "List",
            "Optional",
            "PrivacyPlan",
            "PrivacyReceipt",
            "boolean",
            "int",
            "void");

    private Gates() {}

    static List<Law> of(Tree tree) {
        return List.of(
                new Law(
                        "whoever takes an Actor asks the gate",
                        "Events.ungated",
                        methods().that(areOpen(tree)).and(takeAnActor()).should(askTheGate())),
                new Law(
                        "what is said of many comes as a Release",
                        "Comparisons.mean",
                        methods()
                                .that(areOpen(tree))
                                .and(takeAnActor())
                                .and()
                                .areDeclaredInClassesThat(tree.in("comparison"))
                                .should(giveAReleaseOrNothingAboutMany())),
                new Law(
                        "the Actor comes first",
                        "Events.backwards",
                        methods().that(areOpen(tree)).and(takeAnActor()).should(takeTheActorFirst())),
                new Law(
                        "nobody asks the machine for time or chance",
                        "Events.when",
                        noClasses()
                                .that(tree.core().or(tree.in(Tree.PRIVACY)))
                                .should()
                                .callCodeUnitWhere(describe(
                                        "time or chance",
                                        call -> isMachine(
                                                call.getTarget().getOwner().getName(),
                                                call.getTarget().getName())))));
    }

    private static DescribedPredicate<JavaMethod> areOpen(Tree tree) {
        DescribedPredicate<JavaClass> homes = tree.core().and(not(equivalentTo(Access.class)));
        return describe(
                "are public in the core",
                method -> homes.test(method.getOwner())
                        && method.getModifiers().contains(JavaModifier.PUBLIC)
                        // A socket asks nothing itself; whoever fills it does.
                        && !method.getModifiers().contains(JavaModifier.ABSTRACT));
    }

    private static DescribedPredicate<JavaMethod> takeAnActor() {
        return describe("take an Actor", method -> method.getRawParameterTypes().stream()
                .anyMatch(type -> type.isAssignableTo(Actor.class)));
    }

    private static ArchCondition<JavaMethod> askTheGate() {
        return new Objecting<>(
                "ask the gate",
                method -> asksTheGate(method)
                        ? Stream.empty()
                        : Stream.of(method.getFullName() + " does not ask the gate"));
    }

    /** Only the package of the mechanisms can make something released; see {@link Release}. */
    private static ArchCondition<JavaMethod> giveAReleaseOrNothingAboutMany() {
        return new Objecting<>(
                "give a Release, or nothing about many",
                method -> method.getRawReturnType().isEquivalentTo(Release.class)
                        ? Stream.empty()
                        : method.getReturnType().getAllInvolvedRawTypes().stream()
                                .filter(type -> !NOT_ABOUT_MANY.contains(type.getSimpleName()))
                                .map(type -> method.getFullName() + " gives " + type.getName() + " as it is"));
    }

    /** In its own lines, in a lambda, or in whatever it calls within its own package. */
    private static boolean asksTheGate(JavaMethod method) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(method));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (accesses(unit).anyMatch(Gates::turnsAway)) {
                return true;
            }
            if (seen.add(unit)) {
                accesses(unit)
                        .filter(access -> access.getTargetOwner()
                                .getPackageName()
                                .equals(unit.getOwner().getPackageName()))
                        .flatMap(access -> access.getTarget().resolveMember().stream())
                        .forEach(open::push);
            }
        }
        return false;
    }

    private static Stream<JavaCodeUnitAccess<?>> accesses(JavaCodeUnit unit) {
        return Stream.concat(unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream());
    }

    private static boolean turnsAway(JavaCodeUnitAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Access.class) && TURNING_AWAY.contains(access.getName());
    }

    private static ArchCondition<JavaMethod> takeTheActorFirst() {
        return new Objecting<>("take the Actor first", method -> Stream.of(method)
                .filter(it -> !it.getRawParameterTypes().get(0).isAssignableTo(Actor.class))
                .map(it -> it.getFullName() + " asks later who it is"));
    }

    private static boolean isMachine(String owner, String name) {
        return MACHINES.contains(owner + "." + name)
                || owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system"));
    }
}
