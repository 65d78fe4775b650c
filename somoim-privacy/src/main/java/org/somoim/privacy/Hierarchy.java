package org.somoim.privacy;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One trait by which people are put together, at several levels: each a partition, and each a coarsening of the one before.
 * Public, and never derived from the people in it. Leaves are numbered from 0 in an order in which neighbours belong
 * together.
 */
public final class Hierarchy {
    private final String id;
    private final Label name;
    private final List<Level> levels;
    private final Naming naming;

    /**
     * Bands of the same fineness.
     *
     * @param bands in the order of their leaves
     */
    public record Level(Label name, List<Band> bands) {
        public Level {
            Objects.requireNonNull(name, "name");
            bands = List.copyOf(bands);
        }
    }

    /**
     * Leaves that are taken together.
     *
     * @param key a slug
     */
    public record Band(String key, Label label, Range leaves) {
        public Band {
            Slug.checked("key of a band", key);
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(leaves, "leaves");
        }
    }

    /** What to call neighbouring bands that have no name of their own. */
    @FunctionalInterface
    public interface Naming {
        /** @param bands two or more, neighbours */
        Label of(List<Band> bands);

        /** Every one of them, with commas. */
        static Naming listed() {
            return bands -> bands.stream()
                    .map(Band::label)
                    .reduce((one, other) -> one.then(", ", other))
                    .orElseThrow();
        }
    }

    private Hierarchy(String id, Label name, List<Level> levels, Naming naming) {
        this.id = Slug.checked("id of a hierarchy", id);
        this.name = Objects.requireNonNull(name, "name");
        this.levels = List.copyOf(levels);
        this.naming = Objects.requireNonNull(naming, "naming");
    }

    /**
     * @param levels the finest first, where each band is one leaf; the last is one band
     * @throws IllegalArgumentException if a level is no partition of the leaves or no coarsening of the one before
     */
    public static Hierarchy of(String id, Label name, List<Level> levels, Naming naming) {
        if (levels.isEmpty() || levels.get(levels.size() - 1).bands().size() != 1) {
            throw new IllegalArgumentException("the last level of " + id + " must be one band");
        }
        if (levels.get(0).bands().stream().anyMatch(band -> band.leaves().size() != 1)) {
            throw new IllegalArgumentException("each band of the first level of " + id + " must be one leaf");
        }
        int leaves = levels.get(0).bands().size();
        Set<Integer> finer = IntStream.range(0, leaves).boxed().collect(toSet());
        for (Level level : levels) {
            int next = 0;
            for (Band band : level.bands()) {
                if (band.leaves().from() != next || band.leaves().to() >= leaves) {
                    throw new IllegalArgumentException("the bands of a level of " + id + " must hold every leaf once");
                }
                next = band.leaves().to() + 1;
            }
            Set<Integer> starts =
                    level.bands().stream().map(band -> band.leaves().from()).collect(toSet());
            if (next != leaves || !finer.containsAll(starts)) {
                throw new IllegalArgumentException(
                        "a level of " + id + " must be made of whole bands of the one before");
            }
            finer = starts;
        }
        return new Hierarchy(id, name, levels, naming);
    }

    public String id() {
        return id;
    }

    public Label name() {
        return name;
    }

    /** The finest first. */
    public List<Level> levels() {
        return levels;
    }

    public int leaves() {
        return levels.get(0).bands().size();
    }

    /** The leaf of that key, such as {@code kr-11}, or none. */
    public OptionalInt leaf(String key) {
        return IntStream.range(0, leaves())
                .filter(leaf -> levels.get(0).bands().get(leaf).key().equals(key))
                .findFirst();
    }

    /** What neighbouring leaves are called, by the coarsest bands that make them up. */
    public Label label(Range leaves) {
        List<Band> bands = new ArrayList<>();
        for (int level = levels.size() - 1; level >= 0; level--) {
            bands.clear();
            bands.addAll(within(level, leaves));
            if (!bands.isEmpty()
                    && bands.get(0).leaves().from() == leaves.from()
                    && bands.get(bands.size() - 1).leaves().to() == leaves.to()) {
                break;
            }
        }
        return bands.size() == 1 ? bands.get(0).label() : naming.of(bands);
    }

    /** The bands of a level that are wholly inside, in order. */
    List<Band> within(int level, Range leaves) {
        return levels.get(level).bands().stream()
                .filter(band -> leaves.contains(band.leaves()))
                .toList();
    }

    Range all() {
        return new Range(0, leaves() - 1);
    }
}
