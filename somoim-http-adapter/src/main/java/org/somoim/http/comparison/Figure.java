package org.somoim.http.comparison;

import java.util.regex.Pattern;
import org.somoim.comparison.ComparisonReason;

/**
 * A number as text, such as {@code 3.5}; also {@code NaN} and {@code Infinity}, which are numbers to machines that people
 * use. How large it is is nobody's business here.
 */
record Figure(String value) {
    private static final Pattern FORM =
            Pattern.compile("NaN|[+-]?Infinity|[+-]?[0-9]{1,400}(?:\\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,6})?");

    /** @throws org.somoim.kernel.Refusal {@code comparison.not-a-number} */
    Figure {
        if (!FORM.matcher(value).matches()) {
            throw ComparisonReason.NOT_A_NUMBER.refuse();
        }
    }

    double number() {
        return Double.parseDouble(value);
    }
}
