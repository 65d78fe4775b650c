package org.somoim.privacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an answer cost and how it was made, for whoever got it. Comes with every answer, withheld ones too, and can be
 * reckoned again from the release and the ledger.
 *
 * @param mechanism and its version
 * @param unit what neighbours differ by
 * @param metricEpsilon of the metric that was asked for
 * @param epochEpsilon of everything in the epoch
 * @param yearMicro spent in the year up to the epoch, with it, in millionths of a nat
 * @param yearlyCap most that any twelve months may cost
 * @param tile in words, or null if nothing may be said of it
 * @param aboutPeople noised size rounded to tens, or null if nothing may be said of it
 * @param expectedErrorPoints or null if no answer was let out
 * @param releaseHash of the whole epoch as it is kept
 */
public record PrivacyReceipt(
        String mechanism,
        Label unit,
        Epsilon metricEpsilon,
        Epsilon epochEpsilon,
        long yearMicro,
        Epsilon yearlyCap,
        BigDecimal delta,
        int k,
        @Nullable Label tile,
        @Nullable Long aboutPeople,
        @Nullable Double expectedErrorPoints,
        String epoch,
        LocalDate from,
        LocalDate to,
        String releaseHash) {}
