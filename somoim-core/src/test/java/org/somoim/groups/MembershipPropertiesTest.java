package org.somoim.groups;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.somoim.Covers;
import org.somoim.memory.Community;

@Covers({"MEM-2", "MEM-3", "GRP-6", "X1", "X2", "X3", "DAT-8"})
class MembershipPropertiesTest {

    /**
     * Whatever people try, in any order, through deletion and restoration: memberships move as the table says, there is
     * always exactly one owner, no seat is given twice or lost, nobody is put out by an equal, a ban ends only by being
     * lifted, and the log tells the present.
     */
    @Property(tries = 400)
    void theLawsHoldInAnyHistory(@ForAll("histories") List<Turmoil.Step> history) {
        var turmoil = new Turmoil(new Community());
        history.forEach(turmoil::run);
    }

    @Provide
    Arbitrary<List<Turmoil.Step>> histories() {
        return Turmoil.histories();
    }
}
