package org.somoim.events;

/**
 * A point on earth (WGS 84), in hundred-millionths of a degree: eight decimals, about a millimetre, kept exactly.
 *
 * @param latitude -90 to 90 degrees
 * @param longitude -180 to 180 degrees
 */
public record Coordinates(long latitude, long longitude) {
    /** Parts of a degree. */
    public static final long DEGREE = 100_000_000;

    /** @throws org.somoim.kernel.Refusal {@link EventReason#NOT_ON_EARTH} */
    public Coordinates {
        if (isBeyond(latitude, 90 * DEGREE) || isBeyond(longitude, 180 * DEGREE)) {
            throw EventReason.NOT_ON_EARTH.refuse();
        }
    }

    private static boolean isBeyond(long part, long most) {
        return part < -most || part > most;
    }

    /** Shows nothing of where it is. */
    @Override
    public String toString() {
        return "Coordinates";
    }
}
