package org.somoim.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * Adds what was brought in.
     *
     * @throws RuntimeException if one of the names stands for something
     */
    void addAll(Word source, List<Named> all, Instant at);

    /** What those of {@code refs} stand for that stand for something, or once did. */
    Map<Ref<?>, Reference> findAll(Word source, Set<Ref<?>> refs);

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

    /** Something that was brought in, and its name. */
    record Named(Ref<?> ref, Reference reference) {}
}
