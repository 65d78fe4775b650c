package org.somoim.sqlite.groups;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.somoim.Covers;
import org.somoim.groups.Sights;
import org.somoim.groups.Turmoil;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;

/** The laws of groups once more, where lists and limits are SQL. */
class SqliteGroupsPropertiesTest {
    @Property(tries = 8)
    @Covers({"GRP-5", "GRP-10", "X24"})
    void theListShowsWhatTheGateWouldShowOneByOne(@ForAll long seed) throws IOException {
        inTown(town -> Sights.assertListsAgreeWithTheGate(town, seed));
    }

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    @Covers({"MEM-2", "MEM-3", "GRP-6", "X1", "X2", "X3"})
    void theLawsHoldInAnyHistory(@ForAll("histories") List<Turmoil.Step> history) throws IOException {
        inTown(town -> {
            var turmoil = new Turmoil(town);
            history.forEach(turmoil::run);
        });
    }

    @Provide
    Arbitrary<List<Turmoil.Step>> histories() {
        return Turmoil.histories();
    }

    private static void inTown(Consumer<Community> scene) throws IOException {
        var database = new OpenDatabase();
        database.open();
        try {
            scene.accept(database.community());
        } finally {
            database.close();
        }
    }
}
