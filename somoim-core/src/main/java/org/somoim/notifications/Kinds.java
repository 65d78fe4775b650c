package org.somoim.notifications;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/** Every kind of notification there is, and which source it is from. */
final class Kinds {
    private final Map<Word, Origin> origins = new TreeMap<>();

    private record Origin(NotificationKind kind, NotificationSource source) {}

    /** @throws IllegalArgumentException if two kinds share a name: preferences could not tell them apart */
    Kinds(List<NotificationSource> sources) {
        for (NotificationSource source : sources) {
            for (NotificationKind kind : source.kinds()) {
                if (origins.put(kind.word(), new Origin(kind, source)) != null) {
                    throw new IllegalArgumentException("two kinds of notification are called " + kind.word());
                }
            }
        }
    }

    /** By name. */
    List<NotificationKind> all() {
        return origins.values().stream().map(Origin::kind).toList();
    }

    /** Empty also for a kind whose capability is not part of this library any more. */
    Optional<NotificationKind> find(Word kind) {
        return Optional.ofNullable(origins.get(kind)).map(Origin::kind);
    }

    /** Subjects that their own sources hide from {@code reader}: one question to each source. */
    Set<Id<?>> hiddenFrom(Id<User> reader, Collection<Notification> notifications) {
        Map<NotificationSource, Set<Id<?>>> subjects = notifications.stream()
                .filter(notification -> origins.containsKey(notification.kind()))
                .collect(groupingBy(
                        notification ->
                                requireNonNull(origins.get(notification.kind())).source(),
                        mapping(Notification::subject, toSet())));
        Set<Id<?>> hidden = new HashSet<>();
        subjects.forEach((source, asked) -> hidden.addAll(source.hiddenFrom(reader, asked)));
        return hidden;
    }
}
