package org.somoim.safety;

import java.util.function.Consumer;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;
import org.somoim.personaldata.Walk;

/** Plug. Answers for what is kept of calls for help, and of who was called. */
public final class SafetyPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("safety")
            .table("safety-alerts", Purpose.SAFETY)
            .person("user-id", OnErasure.REMOVED)
            .person("resolved-by-user-id", OnErasure.EMPTIED)
            .about(
                    "user-id",
                    "alert-type",
                    "message",
                    "location",
                    "drill",
                    "answered-at",
                    "outcome",
                    "resolved-at",
                    "created-at",
                    "updated-at")
            .plain("id", "batch-id", "group-id", "step", "due-at", "shred-at")
            .keptAfter("ended", Alerts.KEPT)
            .table("alert-receipts", Purpose.SAFETY)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "answer", "answered-at", "created-at")
            .plain("alert-id")
            .keptAfter("ended", Alerts.KEPT)
            .done();

    private final AlertStore store;

    public SafetyPersonalData(AlertStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        Walk.through(
                (after, limit) -> store.raisedBy(person, after, limit),
                alert -> Cursor.of(alert.createdAt(), alert.id()),
                alert -> to.accept(raised(alert)));
        Walk.through(
                (after, limit) -> store.everyReceipt(person, after, limit),
                receipt -> Cursor.of(receipt.createdAt(), receipt.alertId()),
                // Not by which alert: it may have gone out of the person's sight since.
                receipt -> to.accept(Excerpt.of("alert-receipts")
                        .text("answer", receipt.answer())
                        .time("answered-at", receipt.answeredAt())
                        .time("created-at", receipt.createdAt())
                        .done()));
    }

    /** Without who ended it, who may be parted from the person. */
    private static Excerpt raised(Alert alert) {
        Location location = alert.location();
        return Excerpt.of("safety-alerts")
                .id("id", alert.id())
                .id("batch-id", alert.batchId())
                .id("group-id", alert.groupId())
                .text("alert-type", alert.kind())
                .text("message", alert.message())
                .text(
                        "latitude",
                        location == null ? null : location.latitudeDegrees().toPlainString())
                .text(
                        "longitude",
                        location == null ? null : location.longitudeDegrees().toPlainString())
                .text("precision", location == null ? null : location.precision())
                .truth("drill", alert.drill())
                .time("answered-at", alert.answeredAt())
                .text("outcome", alert.outcome())
                .time("resolved-at", alert.resolvedAt())
                .time("created-at", alert.createdAt())
                .done();
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        return store.forget(leaving.person(), most);
    }
}
