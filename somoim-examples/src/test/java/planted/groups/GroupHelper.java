package planted.groups;

import java.util.Optional;

/** Says nothing by its name, changes, stores an Optional, takes one and prints. */
public final class GroupHelper {
    int changing = 1;
    final Optional<String> maybe = Optional.empty();

    void perhaps(Optional<String> given) {
        System.out.println(given);
    }
}
