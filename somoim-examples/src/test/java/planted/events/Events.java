package planted.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.function.Supplier;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import planted.groups.Group;
import planted.groups.GroupStore;

/** Reads another's store, knows JSON, forgets the gate, asks late and looks at the clock. */
public final class Events {
    private final GroupStore groups;
    private final Access access;
    private final ObjectMapper json = new ObjectMapper();

    Events(GroupStore groups, Access access) {
        this.groups = groups;
        this.access = access;
    }

    public int ungated(Actor actor) {
        return groups.all().size();
    }

    /** Asks a question, and lets everyone in whatever the answer. */
    public boolean ungatedThoughAsked(Actor.Person actor) {
        return access.mutes(actor.id()).words().isEmpty();
    }

    public Id<User> backwards(Group group, Actor actor) {
        return access.requirePerson(actor);
    }

    public Id<User> gatedInALambda(Actor actor) {
        Supplier<Id<User>> inside = () -> access.requirePerson(actor);
        return inside.get();
    }

    public Id<User> gatedByAnother(Actor actor) {
        return asked(actor);
    }

    public Supplier<Id<User>> gatedTwiceRemoved(Actor actor) {
        return () -> gatedByAnother(actor);
    }

    private Id<User> asked(Actor actor) {
        return access.requirePerson(actor);
    }

    Instant when() {
        return Instant.now();
    }

    String written(Group group) {
        return json.valueToTree(group).toString();
    }
}
