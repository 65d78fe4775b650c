package org.somoim.http.safety;

import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.http.safety.AlertView.AnswerView;
import org.somoim.http.safety.AlertView.EmergencyView;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Reason;
import org.somoim.limits.RateLimiter;
import org.somoim.profiles.Profiles;
import org.somoim.safety.Alert;
import org.somoim.safety.Alerts;
import org.somoim.safety.Batch;
import org.somoim.safety.Call;
import org.somoim.safety.Location;
import org.somoim.safety.Receipt;
import org.somoim.safety.SafetyAction;
import org.somoim.safety.SafetyReason;
import org.somoim.safety.ShownAlert;

/** Calls for help over HTTP. Counted apart from everything else, so that nothing else that somebody did uses them up. */
public final class AlertRoutes implements Routes {
    private final Alerts alerts;
    private final Profiles profiles;

    public AlertRoutes(Alerts alerts, Profiles profiles) {
        this.alerts = alerts;
        this.profiles = profiles;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/emergencies", this::raise)
                        .takes(NewEmergency.class)
                        .creates(EmergencyView.class)
                        .counted(RateLimiter.Kind.ALARM)
                        .says("Calls one or more groups for help, or for a drill."),
                get("/emergencies/{emergency}", this::batch)
                        .needs(SafetyAction.SEE, "emergency")
                        .gives(EmergencyView.class)
                        .says("The alerts of one emergency that one may see."),
                post("/emergencies/{emergency}/end", this::endAll)
                        .needs(SafetyAction.SEE, "emergency")
                        .takes(Ending.class)
                        .gives(EmergencyView.class)
                        .counted(RateLimiter.Kind.ALARM)
                        .says("Ends all open alerts of one emergency that one may see."),
                get("/alerts", this::calling)
                        .givesPage(AlertView.class)
                        .says("Open alerts by which one is called, newest first."),
                get("/me/alerts", this::raised)
                        .givesPage(AlertView.class)
                        .says("Alerts that one has raised, newest first."),
                get("/groups/{group}/alerts", this::inGroup)
                        .needs(SafetyAction.SEE, "group")
                        .givesPage(AlertView.class)
                        .says("Alerts of a group that one may see, newest first."),
                get("/alerts/{alert}", this::find)
                        .needs(SafetyAction.SEE, "alert")
                        .gives(AlertView.class)
                        .says("One alert."),
                get("/alerts/{alert}/answers", this::answers)
                        .needs(SafetyAction.SEE, "alert")
                        .givesPage(AnswerView.class)
                        .says("Who has answered an alert, first one first."),
                put("/alerts/{alert}/answer", this::acknowledge)
                        .needs(SafetyAction.SEE, "alert")
                        .takes(Answering.class)
                        .gives(AlertView.class)
                        .counted(RateLimiter.Kind.ALARM)
                        .says("Answers an alert by which one is called, and all others of its emergency."),
                post("/alerts/{alert}/end", this::end)
                        .needs(SafetyAction.SEE, "alert")
                        .takes(Ending.class)
                        .gives(AlertView.class)
                        .counted(RateLimiter.Kind.ALARM)
                        .says("Ends an alert; as a false alarm only one's own."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(SafetyReason.values());
    }

    private Response raise(Request request) {
        Batch batch =
                alerts.raise(request.actor(), request.body(NewEmergency.class).call());
        return Response.created("/emergencies/" + batch.id(), view(request.actor(), batch));
    }

    private Response batch(Request request) {
        return Response.ok(view(request.actor(), alerts.batch(request.actor(), request.id("emergency"))));
    }

    private Response endAll(Request request) {
        boolean falseAlarm = request.body(Ending.class).isFalseAlarm();
        Batch ended = alerts.endAll(request.actor(), request.id("emergency"), falseAlarm);
        return Response.ok(view(request.actor(), ended));
    }

    private Response calling(Request request) {
        return page(request.actor(), alerts.calling(request.actor(), request.ask()));
    }

    private Response raised(Request request) {
        return page(request.actor(), alerts.raised(request.actor(), request.ask()));
    }

    private Response inGroup(Request request) {
        return page(request.actor(), alerts.inGroup(request.actor(), request.id("group"), request.ask()));
    }

    private Response find(Request request) {
        return Response.ok(view(request.actor(), alerts.find(request.actor(), request.id("alert"))));
    }

    private Response answers(Request request) {
        Page<Receipt> page = alerts.answers(request.actor(), request.id("alert"), request.ask());
        var names = profiles.names(request.actor(), AnswerView.people(page.items().stream()));
        return Response.page(page.map(receipt -> AnswerView.of(receipt, names)));
    }

    private Response acknowledge(Request request) {
        Receipt.Answer answer = request.body(Answering.class).answer();
        return Response.ok(view(request.actor(), alerts.acknowledge(request.actor(), request.id("alert"), answer)));
    }

    private Response end(Request request) {
        boolean falseAlarm = request.body(Ending.class).isFalseAlarm();
        return Response.ok(view(request.actor(), alerts.end(request.actor(), request.id("alert"), falseAlarm)));
    }

    private Response page(Actor reader, Page<ShownAlert> page) {
        var names = profiles.names(reader, AlertView.people(page.items()));
        return Response.page(page.map(alert -> AlertView.of(alert, names)));
    }

    private AlertView view(Actor reader, ShownAlert alert) {
        return AlertView.of(alert, profiles.names(reader, AlertView.people(List.of(alert))));
    }

    private EmergencyView view(Actor reader, Batch batch) {
        return EmergencyView.of(batch, profiles.names(reader, AlertView.people(batch.alerts())));
    }

    /**
     * @param alertType HELP if it is left out
     * @param drill no if it is left out
     */
    record NewEmergency(
            List<Id<Group>> groupIds,
            Alert.@Nullable Kind alertType,
            @Nullable Prose message,
            @Nullable NewPlace location,
            @Nullable Boolean drill) {
        Call call() {
            return new Call(
                    groupIds,
                    alertType == null ? Alert.Kind.HELP : alertType,
                    message,
                    location == null ? null : location.rounded(),
                    Boolean.TRUE.equals(drill));
        }
    }

    /** @param precision to which it is rounded before anything is kept; ABOUT_100_M if it is left out */
    record NewPlace(Degrees latitude, Degrees longitude, Location.@Nullable Precision precision) {
        Location rounded() {
            return Location.ofDegrees(
                    latitude.number(),
                    longitude.number(),
                    precision == null ? Location.Precision.ABOUT_100_M : precision);
        }
    }

    record Answering(Receipt.Answer answer) {}

    /** @param falseAlarm no if it is left out */
    record Ending(@Nullable Boolean falseAlarm) {
        boolean isFalseAlarm() {
            return Boolean.TRUE.equals(falseAlarm);
        }
    }
}
