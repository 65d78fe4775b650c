package org.somoim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CursorPropertiesTest {

    @Property
    void whatIsWrittenIsReadAgain(@ForAll long milliseconds, @ForAll long high, @ForAll long low) {
        var cursor = new Cursor(Instant.ofEpochMilli(milliseconds), new UUID(high, low));

        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
        assertThat(cursor.toString()).matches("[A-Za-z0-9_-]{32}");
    }

    @Property
    void anythingElseIsRefused(@ForAll("notQuiteCursors") String text) {
        assertRefused("kernel.bad-cursor", () -> Cursor.parse(text));
    }

    @Provide
    Arbitrary<String> notQuiteCursors() {
        return Arbitraries.oneOf(
                Arbitraries.strings().filter(text -> text.length() != 32),
                Arbitraries.strings().withCharRange('a', 'z').ofLength(31),
                Arbitraries.strings().withCharRange('a', 'z').ofLength(31).map(text -> text + "="),
                Arbitraries.strings().withCharRange('a', 'z').ofLength(31).map(text -> text + "가"));
    }
}
