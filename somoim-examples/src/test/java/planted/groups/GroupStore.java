package planted.groups;

import java.util.List;

/** A store like any other. */
public interface GroupStore {
    List<Group> all();
}
