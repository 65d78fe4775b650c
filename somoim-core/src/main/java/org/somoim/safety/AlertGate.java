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
import org.jspecify.annotations.Nullable;
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
        alerts.stream().map(Alert::resolvedBy).filter(Objects::nonNull).forEach(people::add);
        Set<Id<User>> apart = access.apart(reader, people);
        Map<Id<Alert>, Receipt> receipts = store.receipts(reader, each(alerts, Alert::id)).stream()
                .collect(Collectors.toMap(Receipt::alertId, receipt -> receipt));
        return alerts.stream()
                .flatMap(alert -> {
                    Receipt receipt = receipts.get(alert.id());
                    var relation = new Relation(
                            alert.userId().equals(reader),
                            receipt != null,
                            footings.get(alert.groupId()),
                            apart.contains(alert.userId()));
                    return relation
                            .role()
                            .map(role -> shown(alert, role, receipt == null ? null : receipt.answer(), apart))
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

    /**
     * What a reader has to do with an alert.
     *
     * @param footing in its group, or null
     * @param isParted from its caller
     */
    private record Relation(
            boolean isCaller, boolean isCalled, @Nullable Footing footing, boolean isParted) {
        Optional<ShownAlert.Role> role() {
            if (isCaller) {
                return Optional.of(ShownAlert.Role.CALLER);
            }
            if (isParted || footing == null) {
                return Optional.empty();
            }
            if (isCalled && footing.allows(SafetyAction.SEE)) {
                return Optional.of(ShownAlert.Role.CALLED);
            }
            return footing.allows(SafetyAction.LOOK_AFTER) ? Optional.of(ShownAlert.Role.KEEPER) : Optional.empty();
        }
    }

    private static ShownAlert shown(
            Alert alert, ShownAlert.Role role, Receipt.@Nullable Answer answer, Set<Id<User>> apart) {
        Alert named = alert.resolvedBy() != null && apart.contains(alert.resolvedBy()) ? alert.withoutName() : alert;
        Alert placed = role == ShownAlert.Role.KEEPER ? named.withoutLocation() : named;
        return new ShownAlert(placed, role, answer);
    }

    private static <T> Set<T> each(Collection<Alert> alerts, Function<Alert, T> part) {
        return alerts.stream().map(part).collect(Collectors.toSet());
    }
}
