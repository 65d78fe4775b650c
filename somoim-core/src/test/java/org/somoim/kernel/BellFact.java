package org.somoim.kernel;

import org.jspecify.annotations.Nullable;

/** What can happen to a bell: facts for tests, with every kind of component that a fact may have. */
public sealed interface BellFact extends Fact {

    record Rang(Id<User> ringerId, int times) implements BellFact {}

    record Cracked(
            @Nullable Id<User> ringerId,
            Tone tone,
            boolean forGood,
            @Nullable Long grams) implements BellFact {}

    /** One of its constants has a body, and is thereby of a class of its own. */
    enum Tone {
        HIGH,
        LOW {
            @Override
            public String toString() {
                return "low and hollow";
            }
        }
    }
}
