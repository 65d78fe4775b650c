package org.somoim.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.PersonKeys;

/** Ids for people who are about to come in. Their keys are made many at a time, as each time waits for the disk. */
final class NewPeople {
    private final PersonKeys keys;
    private final boolean isRehearsal;
    private final Deque<Id<User>> ready = new ArrayDeque<>();
    private final List<Id<User>> made = new ArrayList<>();

    /** @param isRehearsal whether nobody of them is to stay */
    NewPeople(PersonKeys keys, boolean isRehearsal) {
        this.keys = keys;
        this.isRehearsal = isRehearsal;
    }

    /** @param most how many can be asked for in this change */
    Id<User> next(Work.Tx tx, int most) {
        if (ready.isEmpty()) {
            for (int i = 0; i < most; i++) {
                ready.add(tx.newId());
            }
            keys.make(ready);
        }
        Id<User> person = ready.remove();
        made.add(person);
        return person;
    }

    /** A change has been kept, and those who came in with it. */
    void keep() {
        if (!isRehearsal) {
            made.clear();
        }
    }

    /** Forgets the keys of all who did not come in. */
    void discard() {
        keys.discard(ready);
        keys.discard(made);
        ready.clear();
        made.clear();
    }
}
