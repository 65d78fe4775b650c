package org.somoim.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.somoim.Covers;
import org.somoim.safety.Location.Precision;

@Covers({"SAF-3", "EVT-3"})
class LocationPropertiesTest {
    private static final long POLE = 90 * Location.PER_DEGREE;
    private static final long DATE_LINE = 180 * Location.PER_DEGREE;
    /** Metres in a degree of latitude. */
    private static final double DEGREE = 111_195;

    /** The middle of a cell is in the cell: an answer is never finer than what was asked for, however often it is given. */
    @Property
    void roundingAgainChangesNothing(
            @ForAll @LongRange(min = -POLE, max = POLE) long latitude,
            @ForAll @LongRange(min = -DATE_LINE, max = DATE_LINE) long longitude,
            @ForAll Precision precision) {
        var once = new Location(latitude, longitude, precision);

        assertThat(new Location(once.latitude(), once.longitude(), precision)).isEqualTo(once);
    }

    /** Whoever has the fine answer can work out the coarse one: to hold both is to hold the fine one. */
    @Property
    void aCoarserAnswerAddsNothingToAFinerOne(
            @ForAll @LongRange(min = -POLE, max = POLE) long latitude,
            @ForAll @LongRange(min = -DATE_LINE, max = DATE_LINE) long longitude) {
        for (Precision coarse : List.of(Precision.ABOUT_1_KM, Precision.ABOUT_10_KM)) {
            for (Precision fine : List.of(Precision.ABOUT_100_M, Precision.ABOUT_1_KM)) {
                if (fine.compareTo(coarse) < 0) {
                    var known = new Location(latitude, longitude, fine);

                    assertThat(new Location(known.latitude(), known.longitude(), coarse))
                            .isEqualTo(new Location(latitude, longitude, coarse));
                }
            }
        }
    }

    /** The average of many answers from points near one another is one of few cells, not the point they are near. */
    @Property
    void theAverageOfManyAnswersFromOneCellIsThatCell(
            @ForAll @LongRange(min = -POLE, max = POLE) long latitude,
            @ForAll @LongRange(min = -DATE_LINE, max = DATE_LINE) long longitude,
            @ForAll List<@LongRange(min = -40_000, max = 40_000) Long> steps) {
        var middle = new Location(latitude, longitude, Precision.ABOUT_100_M);
        for (long step : steps) {
            long north = Math.max(-POLE, Math.min(POLE, middle.latitude() + step));

            assertThat(new Location(north, middle.longitude(), Precision.ABOUT_100_M))
                    .isEqualTo(middle);
        }
    }

    /** Between half as wide as high and one and a half times, up to 80 degrees; and never off by more than a cell. */
    @Property
    void aCellIsAboutAsLargeAsItsName(
            @ForAll @LongRange(min = -80 * Location.PER_DEGREE, max = 80 * Location.PER_DEGREE) long latitude,
            @ForAll @LongRange(min = -170 * Location.PER_DEGREE, max = 170 * Location.PER_DEGREE) long longitude,
            @ForAll Precision precision) {
        var shown = new Location(latitude, longitude, precision);
        double name =
                switch (precision) {
                    case EXACT -> 0;
                    case ABOUT_100_M -> 100;
                    case ABOUT_1_KM -> 1_000;
                    case ABOUT_10_KM -> 10_000;
                };
        double north = Math.abs(shown.latitude() - latitude) * DEGREE / Location.PER_DEGREE;
        double east = Math.abs(shown.longitude() - longitude)
                * DEGREE
                / Location.PER_DEGREE
                * Math.cos(Math.toRadians((double) latitude / Location.PER_DEGREE));

        assertThat(north).isLessThanOrEqualTo(name * 0.56);
        assertThat(east).isLessThanOrEqualTo(name * 0.9);
    }

    @Example
    void degreesKeepEightDecimalPlacesAndStayOnEarth() {
        var exact =
                Location.ofDegrees(new BigDecimal("37.566500019"), new BigDecimal("-126.97800002"), Precision.EXACT);

        assertThat(exact.latitudeDegrees()).isEqualTo(new BigDecimal("37.56650001"));
        assertThat(exact.longitudeDegrees()).isEqualTo(new BigDecimal("-126.97800002"));
        assertThat(exact).hasToString("Location(EXACT)");
        assertThat(Location.ofDegrees(new BigDecimal("1e-999999"), BigDecimal.ZERO, Precision.EXACT)
                        .latitude())
                .isZero();
        for (String beyond : List.of("90.00000001", "-90.1", "1e999999999", "1000")) {
            assertRefused(
                    "safety.not-on-earth",
                    () -> Location.ofDegrees(new BigDecimal(beyond), BigDecimal.ZERO, Precision.EXACT));
        }
        assertRefused(
                "safety.not-on-earth",
                () -> Location.ofDegrees(BigDecimal.ZERO, new BigDecimal("180.00000001"), Precision.EXACT));
    }
}
