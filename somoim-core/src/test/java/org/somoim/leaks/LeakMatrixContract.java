package org.somoim.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.somoim.Covers;
import org.somoim.memory.Community;

/**
 * Every surface x everyone in every scene. Nobody reads what they may not know; whoever may know something finds it where
 * it belongs; and to whoever may know nothing of a thing, asking for it is no different from asking for what never was.
 */
public interface LeakMatrixContract {

    /** On the adapter to be proved. One for all scenes, so that each could leak into every other. */
    Community town();

    /** Every way to read something in {@code town}. */
    List<Surface> surfaces(Community town);

    /** How things stand in the scenes, one for each. */
    default List<State> states() {
        return State.all();
    }

    @TestFactory
    @Covers({"ACC-13", "GOL-8", "GRP-5", "MOD-5", "NTF-2", "PRF-7", "PRF-12", "PRF-14", "SEC-6", "TST-3"})
    default Stream<DynamicContainer> nobodyReadsWhatTheyMayNotKnow() {
        Community town = town();
        List<Scene> scenes = new ArrayList<>();
        for (State state : states()) {
            int number = scenes.size() + 1;
            scenes.add(town.somoim.together(() -> SceneSetter.set(town, number, state)));
        }
        List<Surface> surfaces = surfaces(town);
        return scenes.stream()
                .map(scene -> DynamicContainer.dynamicContainer(
                        scene.state().toString(),
                        surfaces.stream()
                                .map(surface ->
                                        DynamicTest.dynamicTest(surface.name(), () -> check(surface, scene, town)))));
    }

    private static void check(Surface surface, Scene scene, Community town) {
        Scene nowhere = scene.elsewhere(town.ports.ids());
        List<String> faults = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            String answer = surface.asking().ask(scene.actor(relation), scene);
            Set<Canary> rights = Rights.of(relation, scene.state());

            Set<Canary> leaked = scene.in(answer);
            leaked.removeAll(rights);
            leaked.removeAll(surface.known());
            if (!leaked.isEmpty()) {
                faults.add(relation + " reads " + leaked + " in " + answer);
            }

            if (relation != Relation.AUTHOR && joinsGoalAndAuthor(scene.in(answer))) {
                faults.add(relation + " reads whose goal it is in " + answer);
            }

            if (surface.to().contains(relation)) {
                Set<Canary> missing = Rights.ofTable(relation, scene.state());
                missing.retainAll(surface.shows());
                missing.removeAll(scene.in(answer));
                if (!missing.isEmpty()) {
                    faults.add(relation + " misses " + missing + " in " + answer);
                }
            }

            if (rights.stream()
                    .noneMatch(right ->
                            surface.shows().contains(right) || surface.known().contains(right))) {
                String none = surface.asking().ask(scene.actor(relation), nowhere);
                if (!bare(answer, scene, nowhere).equals(bare(none, scene, nowhere))) {
                    faults.add(relation + " can tell it from nothing: " + answer + " is not " + none);
                }
            }
        }
        assertThat(faults).as("%s, %s", surface, scene.state()).isEmpty();
    }

    /** A goal is shared without a name: nothing that anybody reads holds both, however well they know the author. */
    private static boolean joinsGoalAndAuthor(Set<Canary> read) {
        return (read.contains(Canary.GOAL) || read.contains(Canary.GOAL_TITLE))
                && (read.contains(Canary.AUTHOR) || read.contains(Canary.AUTHORS_NAME));
    }

    /** Two answers can be compared when everything is taken out that either question held. */
    private static String bare(String answer, Scene scene, Scene nowhere) {
        return nowhere.withoutWhatWasAsked(scene.withoutWhatWasAsked(answer));
    }
}
