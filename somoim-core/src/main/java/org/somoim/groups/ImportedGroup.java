package org.somoim.groups;

import java.time.Instant;
import java.util.List;
import org.somoim.imports.Entry;
import org.somoim.imports.Ref;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * A group that was elsewhere.
 *
 * @param owner its first member
 */
public record ImportedGroup(Ref<Group> ref, Ref<User> owner, NewGroup group, Instant since) implements Entry {
    private static final Word KIND = new Word("group");

    /** @param name what the source calls the group, such as by a number */
    public static Ref<Group> ref(String name) {
        return new Ref<>(KIND, Line.of(name));
    }

    @Override
    public List<Ref<?>> names() {
        return List.of(ref, owner);
    }
}
