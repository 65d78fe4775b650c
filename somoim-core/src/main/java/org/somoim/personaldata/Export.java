package org.somoim.personaldata;

import java.util.function.BiConsumer;
import org.somoim.kernel.Word;

/** Everything that is kept about one person, to be told when somebody takes it. */
@FunctionalInterface
public interface Export {

    /**
     * Tells one thing after another, with the capability that keeps it; those of one capability come together. Read piece by
     * piece: whoever takes it slowly holds nobody up. Not inside a transaction, which would.
     */
    void tell(BiConsumer<Word, Excerpt> to);
}
