package org.somoim.examples;

import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import org.somoim.Policies;
import org.somoim.Settings;
import org.somoim.Somoim;
import org.somoim.comparison.Figures;
import org.somoim.comparison.Terms;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Word;
import org.somoim.privacy.CohortSchema;
import org.somoim.privacy.Hierarchies;
import org.somoim.privacy.Label;
import org.somoim.privacy.Metric;
import org.somoim.privacy.PeerStanding;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.Release;
import org.somoim.privacy.Split;
import org.somoim.sqlite.Sqlite;

/** The examples of the document about comparisons. */
final class Comparing {
    private Comparing() {}

    static Somoim open(Path file) {
        // tag::plan
        var schema = new CohortSchema(
                List.of(Hierarchies.age(), Hierarchies.income(Currency.getInstance("KRW"))),
                List.of(new Split(0, 2), new Split(1, 1))); // by thirds of age, then of income
        Settings settings = Settings.of(file);
        PrivacyPlan plan = settings.promised(PrivacyPlan.of(
                "town", new Label("우리 동네", "Our town"), schema, List.of(Metric.EMERGENCY_FUND, Metric.DEBT_TO_INCOME)));
        Somoim somoim = Sqlite.open(settings, Policies.PRESET.comparing(Terms.of(plan)));
        // end::plan
        return somoim;
    }

    static String compare(Somoim somoim, Actor minji) {
        // tag::compare
        var own = Figures.NONE.in("age", "from-35").in("income-krw", "from-5").with("emergency-fund", 3.5);
        Release<PeerStanding> answer = somoim.comparisons().compare(minji, new Word("emergency-fund"), own);
        String said = answer.fold(
                known -> known.value().low() + " to " + known.value().high() + " of "
                        + known.value().cohort().english(),
                withheld -> withheld.why().help().english());
        // end::compare
        return said;
    }
}
