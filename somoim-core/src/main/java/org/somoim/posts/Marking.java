package org.somoim.posts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.Pass;
import org.somoim.access.Restraint;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work.Tx;

/** Names people in posts and comments, and gathers what hangs on many of them at once. */
final class Marking {
    private final ReactionStore store;
    private final Access access;

    Marking(ReactionStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** By target, with an entry for each. However many there are, the same few queries. */
    Map<Id<?>, Marks> of(Pass pass, Map<? extends Id<?>, Id<User>> authors) {
        Set<? extends Id<?>> targets = authors.keySet();
        if (targets.isEmpty()) {
            return Map.of();
        }
        List<ReactionStore.Mention> mentions = store.mentions(targets);
        Set<Id<User>> apart = PostGate.apartFrom(pass) == null
                ? Set.of()
                : access.apart(
                        pass.person(),
                        mentions.stream().map(ReactionStore.Mention::userId).collect(Collectors.toSet()));
        Map<Id<?>, List<ReactionStore.Count>> counts = store.counts(targets, pass.person()).stream()
                .collect(Collectors.groupingBy(ReactionStore.Count::targetId));
        Map<Id<?>, Set<Id<User>>> named = mentions.stream()
                .filter(mention -> !apart.contains(mention.userId()))
                .collect(Collectors.groupingBy(
                        ReactionStore.Mention::targetId,
                        Collectors.mapping(ReactionStore.Mention::userId, Collectors.toSet())));
        Map<Id<?>, Set<Restraint>> laid = access.restraints(targets);
        Map<Id<?>, Marks> marks = new HashMap<>();
        authors.forEach((target, author) -> marks.put(
                target,
                marks(
                        counts.getOrDefault(target, List.of()),
                        named.getOrDefault(target, Set.of()),
                        known(pass, author, laid.getOrDefault(target, Set.of())))));
        return marks;
    }

    /** Of one target. */
    Marks of(Pass pass, Id<?> target, Id<User> author) {
        return of(pass, Map.of(target, author)).getOrDefault(target, Marks.NONE);
    }

    /** Of one target, of which nothing is said but what shows anyway. */
    Marks of(Pass pass, Id<?> target) {
        Map<Id<?>, Id<User>> nobodys = Map.of(target, new Id<>(target.value()));
        return of(pass, nobodys).getOrDefault(target, Marks.NONE);
    }

    /** That fewer are to see something is told to its author, and to those who look after the place. */
    private static Set<Restraint> known(Pass pass, Id<User> author, Set<Restraint> laid) {
        boolean all = author.equals(pass.person()) || PostGate.apartFrom(pass) == null;
        if (laid.isEmpty()) {
            return laid;
        }
        return laid.stream()
                .filter(restraint -> all || restraint == Restraint.LABELLED || restraint == Restraint.LOCKED)
                .collect(Collectors.toSet());
    }

    private static Marks marks(List<ReactionStore.Count> counts, Set<Id<User>> mentions, Set<Restraint> restraints) {
        if (counts.isEmpty() && mentions.isEmpty() && restraints.isEmpty()) {
            return Marks.NONE;
        }
        return new Marks(
                counts.stream().collect(Collectors.toMap(ReactionStore.Count::kind, ReactionStore.Count::count)),
                counts.stream()
                        .filter(ReactionStore.Count::mine)
                        .map(ReactionStore.Count::kind)
                        .collect(Collectors.toSet()),
                mentions,
                restraints);
    }

    /**
     * Names people, except those who could not read it: they may not enter the place, or are parted from the author or from
     * whoever wrote the post by a block. The author is not told which.
     *
     * @param comment in which they are named, or null if in the post itself
     */
    void mention(Tx tx, Post post, @Nullable Id<Comment> comment, Id<User> author, Set<Id<User>> people) {
        ContentRef target = comment == null ? ContentRef.post(post.id()) : ContentRef.comment(comment);
        Set<Id<User>> apart = access.apart(author, people);
        Set<Id<User>> apartFromPost = access.apart(post.authorId(), people);
        people.stream()
                .sorted()
                .filter(person -> !person.equals(author))
                .filter(person -> !apart.contains(person) && !apartFromPost.contains(person))
                .filter(person -> mayRead(person, post))
                .filter(person -> store.mention(target, person, tx.now()))
                .forEach(person -> tx.announce(new PostFact.Mentioned(post.id(), comment, person, author)));
    }

    private boolean mayRead(Id<User> person, Post post) {
        return post.groupId() != null
                ? access.may(person, PostAction.READ, post.groupId())
                : access.mayOnPage(person, PageAction.READ, post.authorId());
    }
}
