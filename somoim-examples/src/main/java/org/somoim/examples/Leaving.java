package org.somoim.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.somoim.Somoim;
import org.somoim.accounts.Password;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Word;
import org.somoim.personaldata.Erasure;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Wish;

/** Someone takes what is theirs, and goes for good. */
final class Leaving {
    private Leaving() {}

    static List<Excerpt> take(Somoim somoim, Actor minji) {
        // tag::take
        List<Excerpt> mine = new ArrayList<>();
        somoim.personalData().export(minji).tell((capability, excerpt) -> mine.add(excerpt));
        // end::take
        return mine;
    }

    static Erasure leave(Somoim somoim, Actor minji, Password password) {
        // tag::leave
        var proof = somoim.passwords().proveAgain(minji, password);
        Erasure erasure =
                somoim.personalData().erase(minji, proof, Wish.REMOVE, Map.of(new Word("comments"), Wish.KEEP));
        // end::leave
        return erasure;
    }
}
