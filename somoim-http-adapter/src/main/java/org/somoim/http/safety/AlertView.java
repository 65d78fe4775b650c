package org.somoim.http.safety;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.safety.Alert;
import org.somoim.safety.Batch;
import org.somoim.safety.Location;
import org.somoim.safety.Receipt;
import org.somoim.safety.ShownAlert;

/**
 * A call for help, as one reader may see it.
 *
 * @param drill never left out: whoever shows an alert must say whether it is an exercise
 * @param role what the reader has to do with it
 * @param answer what the reader answered
 */
record AlertView(
        String id,
        String emergencyId,
        String groupId,
        String userId,
        @Nullable String displayName,
        boolean drill,
        String alertType,
        @Nullable String message,
        @Nullable PlaceView location,
        String status,
        int step,
        @Nullable String outcome,
        @Nullable String resolvedAt,
        @Nullable String resolvedByUserId,
        String role,
        @Nullable String answer,
        String createdAt,
        String updatedAt)
        implements View {

    /** @param names of those that the reader may be told */
    static AlertView of(ShownAlert shown, Map<Id<User>, Line> names) {
        Alert alert = shown.alert();
        Line name = names.get(alert.userId());
        return new AlertView(
                alert.id().toString(),
                alert.batchId().toString(),
                alert.groupId().toString(),
                alert.userId().toString(),
                name == null ? null : name.value(),
                alert.drill(),
                alert.kind().name(),
                alert.message() == null ? null : alert.message().value(),
                alert.location() == null ? null : PlaceView.of(alert.location()),
                alert.status().name(),
                alert.step(),
                text(alert.outcome()),
                text(alert.resolvedAt()),
                text(alert.resolvedBy()),
                shown.role().name(),
                text(shown.answer()),
                alert.createdAt().toString(),
                alert.updatedAt().toString());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static Set<Id<User>> people(List<ShownAlert> shown) {
        return shown.stream().map(one -> one.alert().userId()).collect(Collectors.toSet());
    }

    /**
     * Where the caller is, no finer than they wished.
     *
     * @param latitude in degrees, as decimal text
     */
    record PlaceView(String latitude, String longitude, String precision) implements View {
        static PlaceView of(Location location) {
            return new PlaceView(
                    location.latitudeDegrees().toPlainString(),
                    location.longitudeDegrees().toPlainString(),
                    location.precision().name());
        }
    }

    /**
     * One emergency.
     *
     * @param alerts those that the reader may see
     */
    record EmergencyView(String id, boolean drill, List<AlertView> alerts) implements View {
        static EmergencyView of(Batch batch, Map<Id<User>, Line> names) {
            return new EmergencyView(
                    batch.id().toString(),
                    batch.alerts().get(0).alert().drill(),
                    batch.alerts().stream().map(alert -> of(alert, names)).toList());
        }

        private static AlertView of(ShownAlert alert, Map<Id<User>, Line> names) {
            return AlertView.of(alert, names);
        }
    }

    /** What somebody answered. */
    record AnswerView(String userId, @Nullable String displayName, String answer, String answeredAt) implements View {
        static AnswerView of(Receipt receipt, Map<Id<User>, Line> names) {
            Line name = names.get(receipt.userId());
            return new AnswerView(
                    receipt.userId().toString(),
                    name == null ? null : name.value(),
                    Objects.toString(receipt.answer()),
                    Objects.toString(receipt.answeredAt()));
        }

        static Set<Id<User>> people(Stream<Receipt> receipts) {
            return receipts.map(Receipt::userId).collect(Collectors.toSet());
        }
    }
}
