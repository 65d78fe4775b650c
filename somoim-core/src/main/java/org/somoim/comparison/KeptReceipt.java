package org.somoim.comparison;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Word;

/**
 * Names the receipt of every answer about one metric in one tile. The receipt itself is reckoned from the release and the
 * ledger whenever somebody asks; so it cannot say anything else than they do.
 *
 * @param tile which tile of its epoch, or null for answers to those of whom it is not known in which they are
 */
public record KeptReceipt(
        Id<KeptReceipt> id, Id<KeptEpoch> epochId, @Nullable Word tile, Word metric, Instant createdAt) {}
