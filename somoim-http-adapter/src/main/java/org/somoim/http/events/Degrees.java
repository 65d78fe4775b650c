package org.somoim.http.events;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.somoim.events.Coordinates;
import org.somoim.events.EventReason;

/**
 * A latitude or a longitude in degrees, with at most eight decimals, such as {@code 37.5665}. Text, because a binary
 * fraction would round it.
 */
record Degrees(String value) {
    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,3}(?:\\.[0-9]{1,8})?");
    private static final int DECIMALS = 8;

    /** @throws org.somoim.kernel.Refusal {@link EventReason#NOT_ON_EARTH} */
    Degrees {
        if (!FORM.matcher(value).matches()) {
            throw EventReason.NOT_ON_EARTH.refuse();
        }
    }

    /** @param scaled in hundred-millionths of a degree */
    static Degrees of(long scaled) {
        return new Degrees(BigDecimal.valueOf(scaled, DECIMALS).toPlainString());
    }

    static Coordinates point(Degrees latitude, Degrees longitude) {
        return new Coordinates(latitude.scaled(), longitude.scaled());
    }

    /** In hundred-millionths of a degree. */
    private long scaled() {
        return new BigDecimal(value).movePointRight(DECIMALS).longValueExact();
    }
}
