package org.somoim.comparison;

import java.time.Instant;

/**
 * What a walk through the ledger has shown.
 *
 * @param isIntact whether no line was changed, left out or put in, and each release is the one that was paid for
 * @param entries how many lines there are
 */
public record LedgerCheck(Instant at, boolean isIntact, long entries) {}
