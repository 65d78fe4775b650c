package org.somoim.safety;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * Where somebody is, as finely as they wished to say: nothing finer is ever kept. Rounding puts a point into a cell of a grid
 * that is the same for everybody and at all times, and gives the middle of the cell. However often somebody who stays in one
 * cell calls, the answer is the same, so nothing is gained by taking the average of many; and as every coarser cell is made of
 * whole finer ones, nothing by comparing a coarse answer with a finer one. What a coarse answer is <em>not</em>: a promise
 * about someone who is known to be on a certain road, or who is seen to pass from one cell into the next.
 *
 * <p>Equal cells on a sphere: a cell is so many units high, and as much wider as a degree of longitude is shorter at the edge
 * towards the equator of the whole degree of latitude in which it lies. The last cell before 180 degrees east may be narrower.
 *
 * @param latitude in units of {@value #PER_DEGREE} to a degree, 90 degrees south to 90 degrees north
 * @param longitude in the same units, 180 degrees west to 180 degrees east
 */
public record Location(long latitude, long longitude, Precision precision) {
    /** Units in a degree: eight decimal places, about a millimetre. */
    public static final long PER_DEGREE = 100_000_000;

    private static final int PLACES = 8;
    private static final long POLE = 90 * PER_DEGREE;
    private static final long DATE_LINE = 180 * PER_DEGREE;

    /** How finely somebody wishes to say where they are. */
    public enum Precision {
        /** As it was given. */
        EXACT(1),
        /** A cell about 100 m high and wide. */
        ABOUT_100_M(PER_DEGREE / 1_000),
        /** A cell about 1 km high and wide. */
        ABOUT_1_KM(PER_DEGREE / 100),
        /** A cell about 10 km high and wide. */
        ABOUT_10_KM(PER_DEGREE / 10);

        private final long height;

        Precision(long height) {
            this.height = height;
        }

        /** Of a cell from south to north, in units. */
        long height() {
            return height;
        }
    }

    /** @throws org.somoim.kernel.Refusal {@link SafetyReason#NOT_ON_EARTH} */
    public Location {
        if (Math.abs(latitude) > POLE || Math.abs(longitude) > DATE_LINE) {
            throw SafetyReason.NOT_ON_EARTH.refuse();
        }
        Objects.requireNonNull(precision);
        if (precision != Precision.EXACT) {
            long south = floor(latitude, precision.height(), -POLE);
            long width = precision.height() * widening(south);
            latitude = middle(latitude, precision.height(), -POLE, POLE);
            longitude = middle(longitude, width, -DATE_LINE, DATE_LINE);
        }
    }

    /**
     * From degrees; more than eight decimal places are dropped.
     *
     * @throws org.somoim.kernel.Refusal {@link SafetyReason#NOT_ON_EARTH}
     */
    public static Location ofDegrees(BigDecimal latitude, BigDecimal longitude, Precision precision) {
        return new Location(units(latitude), units(longitude), precision);
    }

    public BigDecimal latitudeDegrees() {
        return BigDecimal.valueOf(latitude, PLACES);
    }

    public BigDecimal longitudeDegrees() {
        return BigDecimal.valueOf(longitude, PLACES);
    }

    /** Shows only how precise it is, so that logging a record which holds one gives nothing away. */
    @Override
    public String toString() {
        return "Location(" + precision + ")";
    }

    private static long units(BigDecimal degrees) {
        // Before anything is multiplied out: 1e999999999 is a short text and a long number.
        if (degrees.precision() - degrees.scale() > 3) {
            throw SafetyReason.NOT_ON_EARTH.refuse();
        }
        if (degrees.scale() > 40 && degrees.precision() < 3) {
            return 0;
        }
        return degrees.setScale(PLACES, RoundingMode.DOWN).unscaledValue().longValueExact();
    }

    /** Of the cell that holds {@code at}, its lower edge. The last edge belongs to the last cell. */
    private static long floor(long at, long size, long least) {
        long cell = Math.floorDiv(at - least, size);
        long last = Math.floorDiv(-2 * least - 1, size);
        return least + Math.min(cell, last) * size;
    }

    private static long middle(long at, long size, long least, long most) {
        long edge = floor(at, size, least);
        return edge + (Math.min(edge + size, most) - edge) / 2;
    }

    /**
     * How many times as wide as high a cell is in degrees: one over the cosine of the latitude, rounded to a whole number,
     * at most 60. Whole, so that finer cells fill coarser ones; the same throughout one whole degree of latitude.
     */
    private static long widening(long south) {
        long degree = Math.floorDiv(south, PER_DEGREE);
        long towardsEquator = degree >= 0 ? degree : -degree - 1;
        return Math.min(60, Math.round(1 / StrictMath.cos(StrictMath.toRadians(towardsEquator))));
    }
}
