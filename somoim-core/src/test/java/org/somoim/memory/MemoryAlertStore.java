package org.somoim.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.safety.Alert;
import org.somoim.safety.AlertStore;
import org.somoim.safety.Batch;
import org.somoim.safety.Location;
import org.somoim.safety.Receipt;

/** Alerts in memory. */
public final class MemoryAlertStore implements AlertStore {
    private static final Comparator<Alert> OLDEST_FIRST =
            Comparator.comparing(Alert::createdAt).thenComparing(Alert::id);

    private final Memory.Table<Id<Alert>, Alert> alerts;
    private final Memory.Table<Memory.Pair<Id<Alert>, Id<User>>, Receipt> receipts;

    public MemoryAlertStore(Memory memory) {
        alerts = memory.table();
        receipts = memory.table();
    }

    @Override
    public void add(Alert alert) {
        alerts.add(alert.id(), alert);
    }

    @Override
    public void move(Alert alert) {
        alerts.get(alert.id()).ifPresent(kept -> alerts.put(alert.id(), at(alert, kept.location())));
    }

    private static Alert at(Alert alert, @Nullable Location location) {
        return new Alert(
                alert.id(),
                alert.batchId(),
                alert.groupId(),
                alert.userId(),
                alert.kind(),
                alert.message(),
                location,
                alert.drill(),
                alert.step(),
                alert.dueAt(),
                alert.answeredAt(),
                alert.outcome(),
                alert.resolvedAt(),
                alert.resolvedBy(),
                alert.shredAt(),
                alert.createdAt(),
                alert.updatedAt());
    }

    private static Alert unresolved(Alert alert) {
        return new Alert(
                alert.id(),
                alert.batchId(),
                alert.groupId(),
                alert.userId(),
                alert.kind(),
                alert.message(),
                alert.location(),
                alert.drill(),
                alert.step(),
                alert.dueAt(),
                alert.answeredAt(),
                alert.outcome(),
                alert.resolvedAt(),
                null,
                alert.shredAt(),
                alert.createdAt(),
                alert.updatedAt());
    }

    @Override
    public Optional<Alert> find(Id<Alert> alert) {
        return alerts.get(alert);
    }

    @Override
    public List<Alert> findAll(Set<? extends Id<?>> ids) {
        return where(alert -> ids.contains(alert.id())).toList();
    }

    @Override
    public List<Alert> ofBatch(Id<Batch> batch) {
        return where(alert -> alert.batchId().equals(batch)).toList();
    }

    @Override
    public List<Alert> inGroup(Id<Group> group, @Nullable Id<User> reader, @Nullable Cursor after, int limit) {
        return newest(
                alert -> alert.groupId().equals(group)
                        && (reader == null || alert.userId().equals(reader) || isCalled(alert, reader)),
                after,
                limit);
    }

    @Override
    public List<Alert> raisedBy(Id<User> caller, @Nullable Cursor after, int limit) {
        return newest(alert -> alert.userId().equals(caller), after, limit);
    }

    @Override
    public List<Alert> calling(Id<User> person, @Nullable Cursor after, int limit) {
        return newest(alert -> alert.isOpen() && isCalled(alert, person), after, limit);
    }

    private boolean isCalled(Alert alert, Id<User> person) {
        return receipt(alert.id(), person).isPresent();
    }

    private List<Alert> newest(Predicate<Alert> which, @Nullable Cursor after, int limit) {
        return where(which)
                .sorted(OLDEST_FIRST.reversed())
                .filter(alert -> Keyset.isBefore(alert.createdAt(), alert.id(), after))
                .limit(limit)
                .toList();
    }

    private Stream<Alert> where(Predicate<Alert> which) {
        return alerts.all().stream().filter(which);
    }

    private Stream<Alert> recent(Id<User> caller, Id<Group> group, Instant since, Instant now) {
        return where(alert -> alert.userId().equals(caller)
                && alert.groupId().equals(group)
                && !alert.drill()
                && alert.createdAt().isAfter(since)
                && !alert.createdAt().isAfter(now));
    }

    @Override
    public int countSince(Id<User> caller, Id<Group> group, Instant since, Instant now) {
        return (int) recent(caller, group, since, now).count();
    }

    @Override
    public Set<Id<User>> helpersSince(Id<User> caller, Id<Group> group, Instant since, Instant now) {
        Set<Id<User>> helpers = new HashSet<>();
        recent(caller, group, since, now).forEach(alert -> receiptsWhere(
                        receipt -> receipt.alertId().equals(alert.id()) && receipt.answer() != null)
                .forEach(receipt -> helpers.add(receipt.userId())));
        return helpers;
    }

    @Override
    public void call(Id<Alert> alert, Set<Id<User>> people, Instant at) {
        people.forEach(
                person -> receipts.add(new Memory.Pair<>(alert, person), new Receipt(alert, person, null, null, at)));
    }

    @Override
    public Set<Id<User>> called(Id<Alert> alert) {
        return receiptsWhere(receipt -> receipt.alertId().equals(alert))
                .map(Receipt::userId)
                .collect(Collectors.toSet());
    }

    private Stream<Receipt> receiptsWhere(Predicate<Receipt> which) {
        return receipts.all().stream().filter(which);
    }

    @Override
    public Optional<Receipt> receipt(Id<Alert> alert, Id<User> person) {
        return receipts.get(new Memory.Pair<>(alert, person));
    }

    @Override
    public List<Receipt> receipts(Id<User> person, Collection<Id<Alert>> asked) {
        return receiptsWhere(receipt -> receipt.userId().equals(person) && asked.contains(receipt.alertId()))
                .toList();
    }

    @Override
    public void answer(Receipt receipt) {
        receipts.put(new Memory.Pair<>(receipt.alertId(), receipt.userId()), receipt);
    }

    @Override
    public List<Receipt> answers(Id<Alert> alert, @Nullable Cursor after, int limit) {
        return receiptsWhere(receipt -> receipt.alertId().equals(alert) && receipt.answer() != null)
                .sorted(Comparator.comparing(MemoryAlertStore::answeredAt).thenComparing(Receipt::userId))
                .filter(receipt -> Keyset.isAfter(answeredAt(receipt), receipt.userId(), after))
                .limit(limit)
                .toList();
    }

    private static Instant answeredAt(Receipt receipt) {
        return Objects.requireNonNull(receipt.answeredAt());
    }

    @Override
    public List<Alert> due(Instant now, Instant late, int limit) {
        return timed(Alert::dueAt, now, late)
                .sorted(Comparator.<Alert, Instant>comparing(alert -> Objects.requireNonNull(alert.dueAt()))
                        .thenComparing(Alert::id))
                .limit(limit)
                .toList();
    }

    private Stream<Alert> timed(Function<Alert, @Nullable Instant> when, Instant now, Instant late) {
        return where(alert -> {
            Instant at = when.apply(alert);
            return at != null && (!at.isAfter(now) || at.isAfter(late));
        });
    }

    @Override
    public List<Alert> openSince(Instant before, int limit) {
        return where(alert -> alert.isOpen() && !alert.createdAt().isAfter(before))
                .sorted(OLDEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Id<Alert>> toShred(Instant now, Instant late, int limit) {
        return timed(Alert::shredAt, now, late)
                .filter(alert -> alert.location() != null)
                .sorted(Comparator.<Alert, Instant>comparing(alert -> Objects.requireNonNull(alert.shredAt()))
                        .thenComparing(Alert::id))
                .map(Alert::id)
                .limit(limit)
                .toList();
    }

    @Override
    public void wipe(Id<Alert> alert) {
        alerts.get(alert).ifPresent(kept -> alerts.put(alert, at(kept, null)));
    }

    @Override
    public List<Id<Alert>> wiped(int limit) {
        return where(alert -> alert.shredAt() != null && alert.location() == null)
                .sorted(Comparator.<Alert, Instant>comparing(alert -> Objects.requireNonNull(alert.shredAt()))
                        .thenComparing(Alert::id))
                .map(Alert::id)
                .limit(limit)
                .toList();
    }

    @Override
    public int purge(Instant before, int limit) {
        return removeAll(
                where(alert -> alert.resolvedAt() != null && alert.resolvedAt().isBefore(before)), limit);
    }

    private int removeAll(Stream<Alert> which, int limit) {
        List<Id<Alert>> gone = which.map(Alert::id).limit(limit).toList();
        receipts.removeAll(receipts.keys().stream()
                .filter(key -> gone.contains(key.first()))
                .toList());
        alerts.removeAll(gone);
        return gone.size();
    }

    @Override
    public List<Receipt> everyReceipt(Id<User> person, @Nullable Cursor after, int limit) {
        return receiptsWhere(receipt -> receipt.userId().equals(person))
                .sorted(Comparator.comparing(Receipt::createdAt).thenComparing(Receipt::alertId))
                .filter(receipt -> Keyset.isAfter(receipt.createdAt(), receipt.alertId(), after))
                .limit(limit)
                .toList();
    }

    @Override
    public int forget(Id<User> person, int limit) {
        int raised = removeAll(where(alert -> alert.userId().equals(person)), limit);
        List<Memory.Pair<Id<Alert>, Id<User>>> called = receipts.keys().stream()
                .filter(key -> key.second().equals(person))
                .limit(limit)
                .toList();
        receipts.removeAll(called);
        List<Alert> ended =
                where(alert -> person.equals(alert.resolvedBy())).limit(limit).toList();
        ended.forEach(alert -> alerts.put(alert.id(), unresolved(alert)));
        return raised + called.size() + ended.size();
    }
}
