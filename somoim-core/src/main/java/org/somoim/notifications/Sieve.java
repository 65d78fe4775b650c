package org.somoim.notifications;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.Action;
import org.somoim.access.Footing;
import org.somoim.access.Place;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * What one person may be told at this moment. The same decision when a notification is made and whenever it is read. Asks
 * for a whole batch at once, so that a page costs the same few queries however long it is. Not for keeping.
 */
final class Sieve {
    private final Id<User> reader;
    private final Kinds kinds;
    private final Access access;

    private final Map<Id<? extends Place>, Footing> inGroups = new HashMap<>();
    private final Map<Id<User>, Footing> onPages = new HashMap<>();
    private final Set<Id<User>> apart = new HashSet<>();
    private final Set<Id<?>> hidden = new HashSet<>();

    Sieve(Id<User> reader, Kinds kinds, Access access) {
        this.reader = reader;
        this.kinds = kinds;
        this.access = access;
    }

    /** Looks up what {@link #lets} needs to know about each of these. Returns them. */
    List<Notification> load(List<Notification> batch) {
        inGroups.putAll(access.footings(reader, named(batch, Notification::groupId)));
        onPages.putAll(access.pageFootings(reader, named(batch, Notification::pageOf)));
        apart.addAll(access.apart(reader, named(batch, Notification::by)));
        hidden.addAll(kinds.hiddenFrom(reader, batch));
        return batch;
    }

    /** Whether the reader may be told. Nothing is told of kinds that no source sends any more. */
    boolean lets(Notification notification) {
        return kinds.find(notification.kind())
                .filter(kind -> allows(notification, kind.needs()))
                .filter(kind -> !kind.isOptional() || !isApart(notification))
                .filter(kind -> !hidden.contains(notification.subject()))
                .isPresent();
    }

    /** As the reader may see it: without the name of someone parted from them. */
    Notification shown(Notification notification) {
        return isApart(notification) ? notification.withoutName() : notification;
    }

    private boolean allows(Notification notification, @Nullable Action needs) {
        if (needs == null) {
            return true;
        }
        Footing footing = notification.groupId() != null
                ? inGroups.get(notification.groupId())
                : onPages.get(notification.pageOf());
        return footing != null && footing.allows(needs);
    }

    private boolean isApart(Notification notification) {
        return notification.by() != null && apart.contains(notification.by());
    }

    private static <T> Set<T> named(List<Notification> batch, Function<Notification, @Nullable T> part) {
        return batch.stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
