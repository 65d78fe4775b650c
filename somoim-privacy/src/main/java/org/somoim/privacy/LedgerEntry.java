package org.somoim.privacy;

import java.time.Instant;

/**
 * One debit. Appended, never changed.
 *
 * @param epoch such as {@code 2026-q4}
 * @param purpose of the {@link Spend}
 * @param microEpsilon in millionths of a nat
 * @param releaseHash {@link EpochDraw#hash()}
 * @param previousHash of the entry before in this population, or 64 zeros
 * @param hash over all the others, SHA-256 in hex
 */
public record LedgerEntry(
        String population,
        String epoch,
        String purpose,
        long microEpsilon,
        String releaseHash,
        Instant at,
        String previousHash,
        String hash) {

    static LedgerEntry after(
            String previousHash, String population, String epoch, Spend spend, String releaseHash, Instant at) {
        long micro = spend.epsilon().micro();
        return new LedgerEntry(
                population,
                epoch,
                spend.purpose(),
                micro,
                releaseHash,
                at,
                previousHash,
                hash(population, epoch, spend.purpose(), micro, releaseHash, at, previousHash));
    }

    boolean isIntact() {
        return hash.equals(hash(population, epoch, purpose, microEpsilon, releaseHash, at, previousHash));
    }

    private static String hash(
            String population,
            String epoch,
            String purpose,
            long micro,
            String releaseHash,
            Instant at,
            String previousHash) {
        return Hash.of(population, epoch, purpose, "" + micro, releaseHash, at.toString(), previousHash);
    }
}
