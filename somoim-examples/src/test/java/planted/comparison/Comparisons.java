package planted.comparison;

import java.util.List;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;

/** Tells of many as they are. */
public final class Comparisons {
    private final Access access;

    Comparisons(Access access) {
        this.access = access;
    }

    public List<Double> mean(Actor actor) {
        access.requirePerson(actor);
        return List.of(3.5);
    }

    public boolean gatedWithdraw(Actor actor) {
        access.requirePerson(actor);
        return true;
    }
}
