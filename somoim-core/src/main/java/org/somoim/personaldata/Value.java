package org.somoim.personaldata;

import java.time.Instant;
import java.util.List;

/** Something said in an {@link Excerpt}. An adapter writes it down in whatever form it speaks. */
public sealed interface Value {

    /** Also ids, and names of enums. */
    record Text(String value) implements Value {}

    record Number(long value) implements Value {}

    record Truth(boolean value) implements Value {}

    record Time(Instant value) implements Value {}

    record Many(List<Value> values) implements Value {
        public Many {
            values = List.copyOf(values);
        }
    }
}
