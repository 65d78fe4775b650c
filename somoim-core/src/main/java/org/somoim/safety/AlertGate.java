package org.somoim.safety;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.somoim.access.Access;
import org.somoim.access.Footing;
import org.somoim.access.Place;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Who may see an alert, decided whenever somebody looks: its caller; those who were called, as long as they belong to the
 * group; and those who look after the group, but not where the caller is. The last two only while no block stands between them
 * and the caller, whatever they are to the group: from nobody is a call for help kept with better reason.
 */
final class AlertGate {
    private final AlertStore store;
    private final Access access;

    AlertGate(AlertStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** Those of {@code alerts} that {@code reader} may see, in their order. A few queries, however many they are. */
    List<ShownAlert> shown(Id<User> reader, List<Alert> alerts) {
        Map<Id<? extends Place>, Footing> footings = access.footings(reader, each(alerts, Alert::groupId));
        Set<Id<User>> people = new HashSet<>(each(alerts, Alert::userId));
        people.addAll(each(alerts, Alert::resolvedBy));
        Set<Id<User>> apart = access.apart(reader, people);
        Map<Id<Alert>, Receipt> receipts = store.receipts(reader, each(alerts, Alert::id)).stream()
                .collect(Collectors.toMap(Receipt::alertId, receipt -> receipt));
        return alerts.stream()
                .flatMap(alert -> {
                    Optional<Receipt> receipt = Optional.ofNullable(receipts.get(alert.id()));
                    Optional<Footing> footing = Optional.ofNullable(footings.get(alert.groupId()));
                    boolean parted = apart.contains(alert.userId());
                    return role(reader, alert, receipt.isPresent(), footing, parted)
                            .map(role -> shown(alert, role, receipt, apart))
                            .stream();
                })
                .toList();
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-found} */
    ShownAlert require(Id<User> reader, Id<Alert> id) {
        return store.find(id)
                .flatMap(alert -> shown(reader, List.of(alert)).stream().findFirst())
                .orElseThrow(() -> access.notFound(id));
    }

    private static Optional<ShownAlert.Role> role(
            Id<User> reader, Alert alert, boolean called, Optional<Footing> footing, boolean parted) {
        if (alert.userId().equals(reader)) {
            return Optional.of(ShownAlert.Role.CALLER);
        }
        if (parted) {
            return Optional.empty();
        }
        if (called && footing.filter(f -> f.allows(SafetyAction.SEE)).isPresent()) {
            return Optional.of(ShownAlert.Role.CALLED);
        }
        return footing.filter(f -> f.allows(SafetyAction.LOOK_AFTER)).map(f -> ShownAlert.Role.KEEPER);
    }

    private static ShownAlert shown(Alert alert, ShownAlert.Role role, Optional<Receipt> receipt, Set<Id<User>> apart) {
        Alert named = alert.resolvedBy() != null && apart.contains(alert.resolvedBy()) ? alert.withoutName() : alert;
        Alert placed = role == ShownAlert.Role.KEEPER ? named.withoutLocation() : named;
        return new ShownAlert(placed, role, receipt.map(Receipt::answer).orElse(null));
    }

    private static <T> Set<T> each(Collection<Alert> alerts, Function<Alert, T> part) {
        return alerts.stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
