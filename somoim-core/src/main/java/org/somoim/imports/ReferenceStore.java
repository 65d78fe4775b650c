package org.somoim.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.imports.References.Reference;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * Port. Remembers under which name each thing came, so that a run which broke off goes on, and one that is repeated brings
 * nothing twice. Need not keep the names themselves: enough to know one again. Writes must happen inside a transaction.
 */
public interface ReferenceStore {

    /**
     * @param thing if it is not a person, or null
     * @param person if it is one, or null
     * @throws IllegalStateException if the name stands for something
     */
    void add(Word source, Ref<?> ref, @Nullable Id<?> thing, @Nullable Id<User> person, Instant at);

    Optional<Reference> find(Word source, Ref<?> ref);

    /** From where a person came, in alphabetical order. */
    List<Word> sourcesOf(Id<User> person);

    /**
     * Lets every name that stands for {@code person} stand for nobody. It is known still, so that the person does not come
     * again with the next run.
     *
     * @return how many
     */
    int erase(Id<User> person);

    /**
     * Forgets names of one source.
     *
     * @return how many, at most {@code limit}
     */
    int remove(Word source, int limit);
}
