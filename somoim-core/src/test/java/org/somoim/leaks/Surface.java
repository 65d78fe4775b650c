package org.somoim.leaks;

import java.util.EnumSet;
import java.util.Set;
import org.somoim.kernel.Actor;

/**
 * One way to read something.
 *
 * @param name of the method or route, exactly; one that is asked in several ways says how in brackets
 * @param shows what it must show to whoever may know it
 * @param to whom it must show that, as far as they may know it
 * @param known what it gives away nothing by saying, because whoever asks knows it already
 */
public record Surface(String name, Asking asking, Set<Canary> shows, Set<Relation> to, Set<Canary> known) {

    /** Asks, and renders whatever comes back, refusals included, as text with everything readable in it. */
    @FunctionalInterface
    public interface Asking {
        String ask(Actor viewer, Scene scene);
    }

    public static Surface of(String name, Asking asking) {
        return new Surface(name, asking, Set.of(), EnumSet.allOf(Relation.class), Set.of());
    }

    /** Without brackets. */
    public String method() {
        return name.replaceFirst("\\(.*", "");
    }

    public Surface shows(Canary... canaries) {
        return new Surface(name, asking, set(Canary.class, canaries), to, known);
    }

    public Surface to(Relation... relations) {
        return new Surface(name, asking, shows, set(Relation.class, relations), known);
    }

    public Surface knowing(Canary... canaries) {
        return new Surface(name, asking, shows, to, set(Canary.class, canaries));
    }

    @SafeVarargs
    private static <E extends Enum<E>> Set<E> set(Class<E> type, E... members) {
        Set<E> set = EnumSet.noneOf(type);
        for (E member : members) {
            set.add(member);
        }
        return set;
    }

    @Override
    public String toString() {
        return name;
    }
}
