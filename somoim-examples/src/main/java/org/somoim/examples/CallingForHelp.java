package org.somoim.examples;

import java.math.BigDecimal;
import java.util.List;
import org.somoim.Somoim;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.safety.Alert;
import org.somoim.safety.Batch;
import org.somoim.safety.Call;
import org.somoim.safety.Location;
import org.somoim.safety.Receipt;
import org.somoim.safety.ShownAlert;

/** Somebody calls two groups, somebody answers, and it is over. */
final class CallingForHelp {
    private CallingForHelp() {}

    static Batch call(Somoim somoim, Actor minji, Actor junho, Id<Group> hikers, Id<Group> neighbours) {
        // tag::call-for-help
        Location where = Location.ofDegrees(
                new BigDecimal("37.6586"), new BigDecimal("126.9770"), Location.Precision.ABOUT_100_M);
        Prose message = Prose.of("발목을 다쳐 내려갈 수가 없어요.");
        Call call = new Call(List.of(hikers, neighbours), Alert.Kind.MEDICAL, message, where, false);
        Batch emergency = somoim.alerts().raise(minji, call);

        for (ShownAlert shown : somoim.alerts().batch(junho, emergency.id()).alerts()) {
            somoim.alerts().acknowledge(junho, shown.alert().id(), Receipt.Answer.ON_MY_WAY);
        }
        somoim.alerts().endAll(minji, emergency.id(), false);
        // end::call-for-help
        return emergency;
    }
}
