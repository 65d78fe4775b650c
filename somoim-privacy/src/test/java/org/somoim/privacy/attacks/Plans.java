package org.somoim.privacy.attacks;

import java.util.Currency;
import java.util.List;
import org.somoim.privacy.CohortSchema;
import org.somoim.privacy.Hierarchies;
import org.somoim.privacy.Label;
import org.somoim.privacy.Metric;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.Split;

/** Promises that the lab puts to the test every day, at epsilon 1. */
final class Plans {
    private static final Label TOWN = new Label("마을", "The town");

    /** One metric, nothing cut: all that is spent can be seen, so that too much of it shows soonest. */
    static final PrivacyPlan SHARP = PrivacyPlan.of(
                    "town",
                    TOWN,
                    new CohortSchema(List.of(Hierarchies.age()), List.of()),
                    List.of(Metric.EMERGENCY_FUND))
            .build();

    /** Two metrics, cut by thirds of age. */
    static final PrivacyPlan USUAL = PrivacyPlan.of(
                    "town",
                    TOWN,
                    new CohortSchema(
                            List.of(Hierarchies.age(), Hierarchies.income(Currency.getInstance("KRW"))),
                            List.of(new Split(0, 2))),
                    List.of(Metric.EMERGENCY_FUND, Metric.DEBT_TO_INCOME))
            .build();

    private Plans() {}
}
