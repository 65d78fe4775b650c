package org.somoim.events;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A time zone by its name in the IANA database, such as {@code Asia/Seoul}: where the clock on the wall hangs. A bare
 * offset is refused, as it would be wrong from the next change of the clocks on.
 */
public record Zone(String value) {
    /** Asked for once, for asking copies them. A host's libraries may add names of their own, which are not in capitals. */
    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .filter(name -> Character.isUpperCase(name.charAt(0)))
            .collect(Collectors.toUnmodifiableSet());

    /** Of the host's own time, for what is nowhere in particular. */
    public static final Zone UTC = new Zone("UTC");

    /** @throws org.somoim.kernel.Refusal {@link EventReason#NO_SUCH_ZONE} */
    public Zone {
        if (!NAMES.contains(value)) {
            throw EventReason.NO_SUCH_ZONE.refuse();
        }
    }

    public ZoneId id() {
        return ZoneId.of(value);
    }

    /**
     * The instant at which the clock on the wall shows {@code local}. A time that is skipped when clocks go forward is as
     * much later as they are moved, so 02:30 becomes 03:30. A time that comes twice when clocks go back is the first of the
     * two. Both as RFC 5545 has it, section 3.3.5.
     */
    public Instant at(LocalDateTime local) {
        return local.atZone(id()).toInstant();
    }

    /** What the clock on the wall shows at {@code instant}. */
    public LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, id());
    }

    /** When the clock on the wall stops showing for the second time what it shows twice, such as {@code local}. */
    LocalDateTime afterTwice(LocalDateTime local) {
        return id().getRules().getTransition(local).getDateTimeBefore();
    }

    @Override
    public String toString() {
        return value;
    }
}
