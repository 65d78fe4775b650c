package org.somoim.idempotency;

import java.util.regex.Pattern;

/**
 * By what a caller names one thing that they want done once, however often they have to ask: 1 to 100 printable ASCII
 * characters without spaces, such as a UUID. Each caller has keys of their own.
 */
public record IdempotencyKey(String value) {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,100}");

    /** @throws org.somoim.kernel.Refusal {@link IdempotencyReason#NOT_A_KEY} */
    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw IdempotencyReason.NOT_A_KEY.refuse();
        }
    }
}
