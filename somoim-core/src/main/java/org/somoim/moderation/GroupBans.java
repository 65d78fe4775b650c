package org.somoim.moderation;

import org.somoim.access.Place;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/** Socket. How someone is put out of a group by a decision, and let back in as they were. */
public interface GroupBans {

    /**
     * Inside a change: puts someone out for good.
     *
     * @return what they were to the group, to be handed to {@link #undo}
     * @throws org.somoim.kernel.Refusal if they cannot be put out, as the owner cannot
     */
    Prose ban(Work.Tx tx, Id<? extends Place> group, Id<User> person, Id<User> by);

    /** Inside a change: makes someone exactly what they were. Does nothing if somebody has lifted the ban meanwhile. */
    void undo(Work.Tx tx, Id<? extends Place> group, Id<User> person, Prose former);
}
