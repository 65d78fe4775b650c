package org.somoim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.somoim.Covers;

@Covers("SEC-6")
class IdPropertiesTest {

    @Property
    void whatIsWrittenIsReadAgain(@ForAll long high, @ForAll long low) {
        var id = new Id<User>(new UUID(high, low));

        assertThat(Id.<User>of(id.toString())).isEqualTo(id);
    }

    /** A database compares sixteen bytes, a client compares text: all must agree on one order. */
    @Property
    void idsAreOrderedLikeTheirText(
            @ForAll long high, @ForAll long low, @ForAll long otherHigh, @ForAll long otherLow) {
        var one = new Id<User>(new UUID(high, low));
        var other = new Id<User>(new UUID(otherHigh, otherLow));

        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
    }

    @Property
    void anythingElseIsRefused(@ForAll String text) {
        assertRefused("kernel.not-an-id", () -> Id.of(text));
    }
}
