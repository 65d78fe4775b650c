package org.somoim.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;

/** What records, fields, names and signatures look like. */
final class Shapes {
    /** More than these, and the kernel has become a place to put things. */
    static final int MOST_IN_KERNEL = 30;

    private static final Set<Class<?>> NUMBERS_AND_TRUTH =
            Set.of(Boolean.class, Byte.class, Short.class, Integer.class, Long.class, Float.class, Double.class);

    private static final Set<Class<?>> OPTIONALS =
            Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    /** Names of libraries that must be able to change without anybody's code noticing. */
    private static final List<String> UNSEEN = List.of(
            "com.fasterxml.jackson.",
            "tools.jackson.",
            "com.google.inject.",
            "jakarta.inject.",
            "org.apache.ibatis.",
            "org.eclipse.jetty.",
            "org.flywaydb.",
            "com.zaxxer.");

    private static final String EMPTY_NAMES =
            "(?:Abstract|Base)[A-Z].*|.*(?:Util|Utils|Helper|Helpers|Manager|Impl|Dto|DTO|Info|Processor|Common)";

    /** The only ones that see raw counts of people. */
    private static final Set<String> MAY_COUNT = Set.of("Frozen", "Epoch", "Tiling");

    private static final Set<String> FRACTIONS = Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    private Shapes() {}

    static List<Law> of(Tree tree, int mostInKernel) {
        DescribedPredicate<JavaClass> capabilities = tree.core().and(not(tree.in("kernel")));
        return List.of(
                new Law(
                        "packages are NullMarked",
                        "Lost",
                        classes().that(tree.all()).should(liveInANullMarkedPackage())),
                new Law(
                        "facts hold no text",
                        "Told",
                        classes()
                                .that(tree.core())
                                .and()
                                .areAssignableTo(Fact.class)
                                .and()
                                .areRecords()
                                .should(holdNoText())),
                new Law(
                        "no bare String in a record of a capability",
                        "Group.names",
                        fields().that(areComponentsOf(capabilities)).should(notBeBareText())),
                new Law(
                        "views are spelled out",
                        "Leaky",
                        fields().that(areComponentsOf(tree.views())).should(bePlain(tree.views()))),
                new Law(
                        "fields do not change",
                        "GroupHelper.changing",
                        fields().that()
                                .areDeclaredInClassesThat(
                                        tree.core().or(tree.in(Tree.PRIVACY)).and(not(simpleNameEndingWith("Builder"))))
                                .should()
                                .beFinal()),
                new Law(
                        "no names that say nothing",
                        "GroupHelper",
                        classes().that(tree.all()).should(haveAName())),
                new Law(
                        "Optional is returned, never stored",
                        "GroupHelper.maybe",
                        fields().that().areDeclaredInClassesThat(tree.all()).should(notBeOptional())),
                new Law(
                        "Optional is returned, never passed",
                        "GroupHelper.perhaps",
                        codeUnits().that().areDeclaredInClassesThat(tree.all()).should(takeNoOptional())),
                new Law(
                        "no library shows in what a host calls",
                        "Showing",
                        codeUnits().that(areOpen(tree)).should(showNoLibrary())),
                new Law(
                        "the library does not print",
                        "GroupHelper",
                        noClasses().that(tree.library()).should(ACCESS_STANDARD_STREAMS)),
                new Law(
                        "the kernel stays small",
                        "Knowing",
                        classes()
                                .that(tree.in("kernel"))
                                .and()
                                .areTopLevelClasses()
                                .should(beFew(mostInKernel))),
                new Law(
                        "noise is made of whole numbers",
                        "Floating",
                        classes().that(tree.in(Tree.PRIVACY + ".noise")).should(reckonInWholeNumbers())),
                new Law(
                        "who is frozen for an epoch is told to nobody",
                        "Frozen.people",
                        classes()
                                .that(tree.in(Tree.PRIVACY))
                                .and()
                                .haveSimpleName("Frozen")
                                .should(tellNothing())),
                new Law(
                        "who is frozen for an epoch is counted by the epoch alone",
                        "Prying",
                        classes()
                                .that(tree.in(Tree.PRIVACY))
                                .and()
                                .haveSimpleName("Frozen")
                                .should(beReadByTheEpochAlone())));
    }

    private static DescribedPredicate<JavaField> areComponentsOf(DescribedPredicate<JavaClass> records) {
        return describe(
                "are components of records " + records.getDescription(),
                field -> field.getOwner().isRecord()
                        && records.test(field.getOwner())
                        && !field.getModifiers().contains(JavaModifier.STATIC));
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new Objecting<>("live in a package that is NullMarked", type -> Stream.of(type)
                .filter(it -> !it.getPackage().isAnnotatedWith(NullMarked.class))
                .map(it -> it.getName() + " lives in a package that is not NullMarked"));
    }

    private static ArchCondition<JavaClass> holdNoText() {
        return new Objecting<>("hold ids, enums, numbers and truth only", fact -> components(fact)
                .filter(field -> !holdsNoText(field.getRawType()))
                .map(field ->
                        field.getFullName() + " is a " + field.getRawType().getName()));
    }

    private static boolean holdsNoText(JavaClass type) {
        return type.isEquivalentTo(Id.class)
                || type.isEnum()
                || type.isPrimitive()
                || NUMBERS_AND_TRUTH.stream().anyMatch(type::isEquivalentTo);
    }

    /** A record that wraps one String and nothing else is what gives the text a type. */
    private static ArchCondition<JavaField> notBeBareText() {
        return new Objecting<>("not be bare text", field -> Stream.of(field)
                .filter(it -> components(it.getOwner()).count() > 1)
                .filter(it -> it.getType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.isAssignableTo(CharSequence.class) || type.isEquivalentTo(char.class)))
                .map(it -> it.getFullName() + " is bare text"));
    }

    private static ArchCondition<JavaField> bePlain(DescribedPredicate<JavaClass> views) {
        return new Objecting<>(
                "be text, numbers, truth, views or lists of these",
                field -> field.getType().getAllInvolvedRawTypes().stream()
                        .filter(type -> !type.isEquivalentTo(String.class)
                                && !type.isEquivalentTo(List.class)
                                && !type.isPrimitive()
                                && NUMBERS_AND_TRUTH.stream().noneMatch(type::isEquivalentTo)
                                && !views.test(type))
                        .map(type -> field.getFullName() + " is made of " + type.getName()));
    }

    private static ArchCondition<JavaClass> haveAName() {
        return new Objecting<>("have a name that says what it is", type -> Stream.of(type.getSimpleName())
                .filter(name -> name.matches(EMPTY_NAMES))
                .map(name -> type.getName() + " does not say what it is"));
    }

    private static ArchCondition<JavaField> notBeOptional() {
        return new Objecting<>("not be Optional", field -> Stream.of(field.getRawType())
                .filter(Shapes::isOptional)
                .map(type -> field.getFullName() + " is an Optional"));
    }

    private static ArchCondition<JavaCodeUnit> takeNoOptional() {
        return new Objecting<>("take no Optional", unit -> unit.getRawParameterTypes().stream()
                .filter(Shapes::isOptional)
                .map(type -> unit.getFullName() + " takes an Optional"));
    }

    private static boolean isOptional(JavaClass type) {
        return OPTIONALS.stream().anyMatch(type::isEquivalentTo);
    }

    private static DescribedPredicate<JavaCodeUnit> areOpen(Tree tree) {
        DescribedPredicate<JavaClass> homes = tree.library().and(not(tree.in("http")));
        return describe(
                "are open to hosts of core, privacy and SQLite",
                unit -> homes.test(unit.getOwner())
                        && unit.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                        && (unit.getModifiers().contains(JavaModifier.PUBLIC)
                                || unit.getModifiers().contains(JavaModifier.PROTECTED)));
    }

    private static ArchCondition<JavaCodeUnit> showNoLibrary() {
        return new Objecting<>("show no library", unit -> Stream.of(
                        unit.getReturnType().getAllInvolvedRawTypes().stream(),
                        unit.getParameterTypes().stream()
                                .map(JavaType::getAllInvolvedRawTypes)
                                .flatMap(Set::stream),
                        unit.getExceptionTypes().stream(),
                        unit.getOwner().getAllRawSuperclasses().stream(),
                        unit.getOwner().getAllRawInterfaces().stream())
                .flatMap(types -> types)
                .map(JavaClass::getName)
                .filter(name -> UNSEEN.stream().anyMatch(name::startsWith))
                .distinct()
                .map(name -> unit.getFullName() + " shows " + name));
    }

    /** A kernel grows by one harmless type at a time. Those inside others are counted with them. */
    private static ArchCondition<JavaClass> beFew(int most) {
        return new ArchCondition<>("be at most " + most) {
            private final Set<String> seen = new TreeSet<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                seen.add(type.getSimpleName());
            }

            @Override
            public void finish(ConditionEvents events) {
                if (seen.size() > most) {
                    events.add(SimpleConditionEvent.violated(seen, seen.size() + " types in the kernel: " + seen));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> reckonInWholeNumbers() {
        return new Objecting<>(
                "reckon in whole numbers",
                type -> Stream.concat(
                        type.getMembers().stream()
                                .filter(member -> member.getAllInvolvedRawTypes().stream()
                                        .map(JavaClass::getName)
                                        .anyMatch(FRACTIONS::contains))
                                .map(member -> member.getFullName() + " holds a fraction"),
                        type.getCodeUnitCallsFromSelf().stream()
                                .filter(call -> takesOrGivesAFraction(call.getTarget())
                                        || isAHomeMadeGenerator(call.getTargetOwner()))
                                .map(call -> call.getDescription())));
    }

    private static boolean takesOrGivesAFraction(AccessTarget.CodeUnitCallTarget target) {
        return Stream.concat(Stream.of(target.getRawReturnType()), target.getRawParameterTypes().stream())
                .map(JavaClass::getName)
                .anyMatch(FRACTIONS::contains);
    }

    private static boolean isAHomeMadeGenerator(JavaClass type) {
        return type.isAssignableTo(RandomGenerator.class) && !type.isEquivalentTo(SecureRandom.class);
    }

    private static ArchCondition<JavaClass> tellNothing() {
        return new Objecting<>("tell nothing", type -> type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getRawReturnType().isEquivalentTo(void.class)
                        && !method.getRawReturnType().equals(type))
                .map(method -> method.getFullName() + " tells something"));
    }

    private static ArchCondition<JavaClass> beReadByTheEpochAlone() {
        return new Objecting<>("be read by the epoch alone", type -> type.getAccessesToSelf().stream()
                .filter(access -> !MAY_COUNT.contains(access.getOriginOwner().getSimpleName()))
                .filter(access -> access.getTarget()
                        .resolveMember()
                        .map(member -> !member.getModifiers().contains(JavaModifier.PUBLIC))
                        .orElse(true))
                .map(access -> access.getDescription()));
    }

    private static Stream<JavaField> components(JavaClass record) {
        return record.getFields().stream().filter(field -> !field.getModifiers().contains(JavaModifier.STATIC));
    }
}
