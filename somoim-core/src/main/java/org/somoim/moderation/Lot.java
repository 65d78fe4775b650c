package org.somoim.moderation;

import org.somoim.kernel.Id;

/** What is decided by lot. It is drawn from ids, which nobody chooses: the same thing always draws the same. */
final class Lot {
    /** Of so many cases one is shown without what detectors said. */
    private static final int ONE_IN = 4;

    private static final long MILLION = 1_000_000;

    private Lot() {}

    /** Whether it is one of so many in a million. */
    static boolean isDrawn(Id<?> id, int ofAMillion) {
        return Long.remainderUnsigned(mixed(id), MILLION) < ofAMillion;
    }

    /** Whether whoever decides it is not shown what detectors said. Always where none suspected it and it was drawn. */
    static boolean isUnaware(Case about) {
        return about.probability() < Course.WORTH_A_LOOK || Long.remainderUnsigned(mixed(about.id()), ONE_IN) == 0;
    }

    private static long mixed(Id<?> id) {
        long bits = id.value().getMostSignificantBits() * 0x9E3779B97F4A7C15L
                ^ id.value().getLeastSignificantBits();
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return bits ^ bits >>> 31;
    }
}
