package org.somoim.sqlite.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.comparison.ComparisonStoreContract;
import org.somoim.comparison.Debit;
import org.somoim.comparison.Encoded;
import org.somoim.comparison.KeptEpoch;
import org.somoim.comparison.KeptReceipt;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;

@Covers({"DAT-14", "TST-3"})
class SqliteComparisonStoreTest implements ComparisonStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private Community town;

    @BeforeEach
    void settle() {
        town = database.community();
    }

    @Override
    public Community town() {
        return town;
    }

    @Test
    @Covers({"CMP-1", "PRF-15"})
    void noColumnIsForAnAmountOrADateOfBirth() {
        assertThat(database.ask("select name from pragma_table_info('somoim_comparison_contributions') order by cid"))
                .containsExactly("user_id", "shape", "leaves", "bins", "created_at", "updated_at", "told_at");
    }

    /** Whoever writes past the library is stopped by the tables. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update somoim_comparison_ledger set micro_epsilon = 1",
                "delete from somoim_comparison_ledger",
                "insert or replace into somoim_comparison_ledger select * from somoim_comparison_ledger",
                "insert into somoim_comparison_ledger select population, 3, epoch, 'gap', micro_epsilon, release_hash,"
                        + " created_at, previous, hash from somoim_comparison_ledger",
                "update somoim_comparison_epochs set body = 'another'",
                "update somoim_comparison_epochs set outcome = 'BUDGET_SPENT'",
                "insert into somoim_comparison_epochs select randomblob(16), population, epoch, outcome, body, 1, 2, 3"
                        + " from somoim_comparison_epochs",
                "insert into somoim_comparison_receipts select randomblob(16), epoch_id, tile, metric, created_at"
                        + " from somoim_comparison_receipts",
                "delete from somoim_comparison_epochs"
            })
    @Covers({"PRV-2", "PRV-5"})
    void whatWasReleasedAndWhatItCostIsNotChanged(String statement) {
        var epoch = new KeptEpoch(
                town.ports.ids().random(),
                TOWN,
                new Word("2026-q1"),
                KeptEpoch.Outcome.RELEASED,
                NOON,
                NOON.plusSeconds(1),
                NOON);
        town.ports.transactor().run(() -> {
            store().addEpoch(epoch, new Encoded("drawn"));
            store().addReceipt(new KeptReceipt(town.ports.ids().random(), epoch.id(), null, new Word("debt"), NOON));
            store().append(new Debit(
                    TOWN,
                    1,
                    new Word("2026-q1"),
                    org.somoim.kernel.Line.of("count-0"),
                    50_000,
                    HASH,
                    NOON,
                    HASH,
                    HASH));
        });

        assertThatThrownBy(() -> database.execute(statement)).isInstanceOf(Exception.class);
        assertThat(store().ledger(TOWN, 0, 10)).hasSize(1);
        assertThat(store().receipts(epoch.id())).hasSize(1);
    }
}
