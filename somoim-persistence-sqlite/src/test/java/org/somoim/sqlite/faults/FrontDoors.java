package org.somoim.sqlite.faults;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.somoim.Somoim;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.Work;

/** The public methods by which anything can be changed, as the compiled library has them. */
final class FrontDoors {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.somoim");

    private FrontDoors() {}

    /** Every public method of {@link Somoim}, and of what hangs off it, that begins a change. */
    static Set<String> changing() {
        JavaClass whole = CORE.get(Somoim.class);
        Stream<JavaClass> doors = whole.getMethods().stream()
                .filter(method ->
                        isOpen(method) && method.getRawParameterTypes().isEmpty())
                .map(JavaMethod::getRawReturnType)
                .filter(type -> type.getPackageName().startsWith("org.somoim") && !type.isInterface());
        return Stream.concat(Stream.of(whole), doors)
                .distinct()
                .flatMap(door -> door.getMethods().stream())
                .filter(method -> isOpen(method) && beginsAChange(method))
                .map(JavaMethod::getFullName)
                .collect(toCollection(TreeSet::new));
    }

    /** Every method that {@code caller} itself calls, also in a lambda. */
    static Set<String> calledBy(Class<?> caller) {
        return new ClassFileImporter()
                .importClasses(caller).get(caller).getCodeUnits().stream()
                        .flatMap(FrontDoors::accesses)
                        .map(access -> access.getTarget().getFullName())
                        .collect(toCollection(TreeSet::new));
    }

    private static boolean isOpen(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    /** In its own lines, in a lambda, or in whatever it calls. */
    private static boolean beginsAChange(JavaMethod method) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(method));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (accesses(unit).anyMatch(FrontDoors::isBeginning)) {
                return true;
            }
            if (seen.add(unit)) {
                accesses(unit)
                        .flatMap(access -> access.getTarget().resolveMember().stream())
                        .filter(called -> called.getOwner().getPackageName().startsWith("org.somoim"))
                        .forEach(open::push);
            }
        }
        return false;
    }

    private static boolean isBeginning(JavaCodeUnitAccess<?> access) {
        boolean isDoor = access.getTargetOwner().isEquivalentTo(Work.class)
                || access.getTargetOwner().isEquivalentTo(Transactor.class);
        return isDoor && Set.of("call", "run").contains(access.getName());
    }

    private static Stream<JavaCodeUnitAccess<?>> accesses(JavaCodeUnit unit) {
        return Stream.concat(unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream());
    }
}
