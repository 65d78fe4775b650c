package org.somoim.http.safety;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.somoim.safety.SafetyReason;

/** A latitude or longitude as decimal text, such as {@code -37.5665}: what a number in JSON would lose on its way is kept. */
record Degrees(String value) {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,3}(?:\\.[0-9]{1,20})?");

    Degrees {
        if (!DECIMAL.matcher(value).matches()) {
            throw SafetyReason.NOT_ON_EARTH.refuse();
        }
    }

    BigDecimal number() {
        return new BigDecimal(value);
    }
}
