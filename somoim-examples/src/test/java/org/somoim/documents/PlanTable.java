package org.somoim.documents;

import java.util.Currency;
import org.somoim.privacy.Label;
import org.somoim.privacy.PrivacyPlan;

/** The table in {@code docs/privacy.md}. */
final class PlanTable {
    private PlanTable() {}

    static String text() {
        return PrivacyPlan.ofHouseholds("households", Label.of("Households"), Currency.getInstance("KRW"))
                .build()
                .explain()
                .text();
    }
}
