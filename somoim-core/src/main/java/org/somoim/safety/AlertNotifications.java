package org.somoim.safety;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.notifications.NotificationSource;

/**
 * Plug. Those who are called hear of an alert, of every time that nobody answered it, and of its end; the caller hears of
 * answers and of none. Whoever is called through several groups hears of one emergency once each time.
 */
public final class AlertNotifications implements NotificationSource {
    private final AlertStore store;
    private final Access access;

    public AlertNotifications(AlertStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    @Override
    public List<SafetyNotification> kinds() {
        return List.of(SafetyNotification.values());
    }

    @Override
    public List<News> newsOf(Fact fact, Instant at) {
        if (!(fact instanceof SafetyFact safety)) {
            return List.of();
        }
        return store.find(safety.alertId()).stream()
                .flatMap(alert -> newsOf(safety, alert))
                .toList();
    }

    private Stream<News> newsOf(SafetyFact fact, Alert alert) {
        if (fact instanceof SafetyFact.Raised) {
            return called(alert, SafetyNotification.RAISED, alert.userId(), other -> true);
        }
        if (fact instanceof SafetyFact.Escalated escalated) {
            // It may have waited for delivery while somebody answered.
            return alert.status() == Alert.Status.RAISED
                    ? both(
                            alert,
                            SafetyNotification.ESCALATED,
                            SafetyNotification.UNANSWERED,
                            null,
                            other -> other.step() >= escalated.step())
                    : Stream.of();
        }
        if (fact instanceof SafetyFact.Ended ended) {
            return both(
                    alert,
                    SafetyNotification.ENDED,
                    SafetyNotification.YOURS_ENDED,
                    ended.byId(),
                    other -> Objects.equals(other.resolvedAt(), alert.resolvedAt())
                            && Objects.equals(other.resolvedBy(), alert.resolvedBy()));
        }
        if (fact instanceof SafetyFact.Acknowledged acknowledged) {
            Id<User> by = acknowledged.userId();
            Optional<Receipt> receipt = store.receipt(alert.id(), by);
            return caller(
                    alert,
                    SafetyNotification.ACKNOWLEDGED,
                    by,
                    other -> receipt.isPresent()
                            && store.receipt(other.id(), by)
                                    .filter(elsewhere -> Objects.equals(
                                            elsewhere.answeredAt(),
                                            receipt.get().answeredAt()))
                                    .isPresent());
        }
        return Stream.of();
    }

    private Stream<News> both(
            Alert alert,
            SafetyNotification toCalled,
            SafetyNotification toCaller,
            @Nullable Id<User> by,
            Predicate<Alert> told) {
        return Stream.concat(called(alert, toCalled, by, told), caller(alert, toCaller, by, told));
    }

    /** @param told whether those who are called by an earlier alert of the same emergency have heard this by it */
    private Stream<News> called(Alert alert, SafetyNotification kind, @Nullable Id<User> by, Predicate<Alert> told) {
        Set<Id<User>> people = new HashSet<>(store.called(alert.id()));
        earlier(alert).filter(told).forEach(other -> {
            Set<Id<User>> both = new HashSet<>(store.called(other.id()));
            both.retainAll(people);
            // Through a group that they were put out of since, they have heard nothing.
            access.footings(both, other.groupId()).forEach((person, footing) -> {
                if (footing.allows(SafetyAction.SEE)) {
                    people.remove(person);
                }
            });
        });
        return people.stream()
                .map(person -> new News(
                        person, kind.of(alert.drill()), alert.groupId(), null, alert.batchId(), alert.id(), by));
    }

    private Stream<Alert> earlier(Alert alert) {
        return store.ofBatch(alert.batchId()).stream()
                .filter(other -> other.id().compareTo(alert.id()) < 0);
    }

    private Stream<News> caller(Alert alert, SafetyNotification kind, @Nullable Id<User> by, Predicate<Alert> told) {
        return earlier(alert).anyMatch(told)
                ? Stream.of()
                : Stream.of(
                        new News(alert.userId(), kind.of(alert.drill()), null, null, alert.batchId(), alert.id(), by));
    }

    /** Also for keepers nothing: they were not called. */
    @Override
    public Set<Id<?>> hiddenFrom(Id<User> reader, Set<Id<?>> subjects) {
        List<Alert> living = store.findAll(subjects);
        Set<Id<User>> apart =
                access.apart(reader, living.stream().map(Alert::userId).collect(Collectors.toSet()));
        Set<Id<?>> called = store
                .receipts(reader, living.stream().map(Alert::id).toList())
                .stream()
                .map(Receipt::alertId)
                .collect(Collectors.toSet());
        Set<Id<?>> hidden = new HashSet<>(subjects);
        living.stream()
                .filter(alert ->
                        alert.userId().equals(reader) || called.contains(alert.id()) && !apart.contains(alert.userId()))
                .forEach(alert -> hidden.remove(alert.id()));
        return hidden;
    }

    @Override
    public Set<Id<User>> readersKeptFrom(Id<?> subject, Set<Id<User>> readers) {
        Optional<Alert> living = store.findAll(Set.of(subject)).stream().findFirst();
        if (living.isEmpty()) {
            return readers;
        }
        Alert alert = living.get();
        Set<Id<User>> kept = new HashSet<>(readers);
        kept.removeAll(store.called(alert.id()));
        kept.remove(alert.userId());
        kept.addAll(access.apart(alert.userId(), readers));
        return kept;
    }
}
