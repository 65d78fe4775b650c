package org.somoim.privacy.redaction;

/**
 * A range shown for an amount: which of the fixed ranges of a {@link Ladder} it lies in. In whatever unit the amount is
 * counted in; a ladder of tens fits minor and major units alike.
 *
 * @param low at least this
 * @param high less than this
 */
public record AmountRange(long low, long high) {

    public AmountRange {
        if (low < 0 || high <= low) {
            throw new IllegalArgumentException("a range must have a width, and no part below nothing");
        }
    }

    /** On the finest ladder, 1-2-5. */
    public static AmountRange of(long amount) {
        return of(amount, Ladder.ONE_TWO_FIVE);
    }

    /** @param amount 0 to {@link Ladder#TOP}, exclusive; nothing at all is shown as 0 to 1 */
    public static AmountRange of(long amount, Ladder ladder) {
        return ladder.around(amount);
    }

    public boolean contains(long amount) {
        return low <= amount && amount < high;
    }
}
