package org.somoim.http.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.comparison.Cohort;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;

@Covers({"CMP-5", "CMP-6"})
class ComparisonRoutesTest {
    private final Cohort cohort = new Cohort();
    private final Community town = cohort.town;
    private final Client visitor = Client.of(
            town.clock, town.ports.transactor(), new ComparisonRoutes(town.somoim.comparisons(), town.somoim.epochs()));
    private final Actor.Person minji = cohort.willing();
    private final Client asMinji = visitor.as(minji.id());

    private static final String FIGURES = "{'bands': [{'dimension': 'age', 'band': 'from-35'}],"
            + " 'values': [{'metric': 'emergency-fund', 'value': '%s'}]}";

    private void release() {
        cohort.contributors(900);
        cohort.ripen();
        assertThat(cohort.begin()).isEqualTo(1);
    }

    @Test
    @Covers({"CMP-1", "CMP-2", "CMP-3", "CMP-4", "X18"})
    void whoeverContributesSeesWhereTheyStand() {
        asMinji.put("/me/comparison-contribution", FIGURES.formatted("3.217")).ok();
        release();

        Reply all = asMinji.get("/peer-comparison").ok();

        assertThat(all.at("/metrics/0/metric")).isEqualTo("emergency-fund");
        assertThat(all.at("/metrics/0/percentile_from")).isNotEmpty();
        assertThat(all.at("/metrics/0/cohort_size")).isEqualTo("100+");
        assertThat(Double.parseDouble(all.at("/metrics/0/confidence_score"))).isBetween(0.5, 1.0);
        assertThat(all.at("/metrics/0/privacy_protection_applied")).isNotEmpty();
        assertThat(all.at("/metrics/0/cohort/korean")).isNotEmpty();
        assertThat(all.at("/metrics/0/top_performing_behaviors/0/english")).isNotEmpty();
        assertThat(all.at("/metrics/1/withheld/reason")).isEqualTo("viewer_value_missing");
        assertThat(all.at("/metrics/1/withheld/help/korean")).isNotEmpty();
        String receipt = all.at("/metrics/0/receipt/id");
        assertThat(visitor.as(town.person().id())
                        .get("/peer-comparison/receipts/" + receipt)
                        .ok()
                        .at("/release_hash"))
                .isEqualTo(all.at("/metrics/0/receipt/release_hash"));
        assertThat(asMinji.get("/me/comparison-contribution").ok().json().toString())
                .doesNotContain("3.217")
                .contains("from-35");
    }

    @Test
    @Covers("CMP-2")
    void howACohortIsSpreadIsToldBinByBinAsFarAsAnythingIs() {
        asMinji.put("/me/comparison-contribution", FIGURES.formatted("3.217")).ok();
        assertThat(asMinji.get("/peer-comparison").ok().json().at("/metrics/0/distribution"))
                .isEmpty();
        release();

        Reply all = asMinji.get("/peer-comparison").ok();

        double together = 0;
        for (JsonNode bin : all.json().at("/metrics/0/distribution")) {
            assertThat(bin.at("/percent").asDouble()).isBetween(0.0, 100.0);
            together += bin.at("/percent").asDouble();
        }
        assertThat(together).isCloseTo(100, within(1.0));
        int bins = all.json().at("/metrics/0/distribution").size();
        assertThat(all.json().at("/metrics/0/distribution/0").has("from")).isFalse();
        assertThat(all.json().at("/metrics/0/distribution/" + (bins - 1)).has("to"))
                .isFalse();
        assertThat(all.json().at("/metrics/1/distribution"))
                .as("of what is withheld, nothing is told")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/social/peer-comparison", "/social/peer-comparison/", "/peer-comparison/"})
    @Covers("API-8")
    void theOldNamesAnswerAlike(String path) {
        release();
        assertThat(asMinji.get(path).ok().json())
                .isEqualTo(asMinji.get("/peer-comparison").ok().json());
        assertThat(asMinji.get("/social/peer-comparison/trends").ok().json())
                .isEqualTo(asMinji.get("/peer-comparison/trends").ok().json());
    }

    /** No number is an oracle: each gets an answer, and none breaks anything. */
    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "-1", "1e999999", "-1E300", "0", "-0", "1e-400"})
    @Covers("PRV-2")
    void oddNumbersAreAnsweredLikeOthers(String odd) {
        release();

        asMinji.post("/peer-comparison", FIGURES.formatted(odd)).ok();
        asMinji.put("/me/comparison-contribution", FIGURES.formatted(odd)).ok();
        asMinji.get("/peer-comparison").ok();
    }

    @Test
    void whatIsNoNumberIsTurnedDown() {
        asMinji.post("/peer-comparison", FIGURES.formatted("much")).faults("/values/0/value comparison.not-a-number");
        asMinji.post("/peer-comparison", FIGURES.formatted("1e9999999"))
                .faults("/values/0/value comparison.not-a-number");
    }

    @Test
    @Covers({"PRF-11", "PRF-15"})
    void whoeverHasNotAskedForItDoesNotTakePart() {
        visitor.as(town.person().id())
                .put("/me/comparison-contribution", FIGURES.formatted("3"))
                .refused(409, "comparison.not-contributing");
        visitor.get("/peer-comparison").refused(401, "access.not-signed-in");
    }

    @Test
    @Covers({"PRV-2", "PRV-5"})
    void whatIsPromisedIsPublicAndHowItIsKeptIsForOperators() {
        release();
        assertThat(visitor.get("/peer-comparison/plan").ok().at("/k")).isEqualTo("10");
        visitor.as(minji.id()).get("/admin/peer-comparison/compliance").refused(403, "access.not-allowed");
        Client admin = visitor.as(cohort.admin().id());
        admin.post("/admin/peer-comparison/ledger/verifications").ok();
        Reply report = admin.get("/admin/peer-comparison/compliance").ok();
        assertThat(report.at("/keeps_k")).isEqualTo("true");
        assertThat(report.at("/ledger/intact")).isEqualTo("true");
        assertThat(asMinji.get("/peer-comparison/insights").ok().at("/cohorts/0/cohort_size"))
                .isEqualTo("100+");
    }
}
