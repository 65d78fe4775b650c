package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.posts.ContentRef;
import org.somoim.posts.Reaction;
import org.somoim.posts.ReactionStore;
import org.somoim.profiles.ProfileStore;

/** Reactions and mentions in memory. */
public final class MemoryReactionStore implements ReactionStore {
    private final Memory.Table<ReactionKey, Reaction> reactions;
    private final Memory.Table<MentionKey, Named> mentions;
    private final ProfileStore profiles;

    public MemoryReactionStore(Memory memory, ProfileStore profiles) {
        reactions = memory.table();
        mentions = memory.table();
        this.profiles = profiles;
    }

    @Override
    public boolean add(ContentRef target, Reaction reaction) {
        var key = new ReactionKey(new Id<>(target.id().value()), reaction.kind(), reaction.userId());
        if (reactions.get(key).isPresent()) {
            return false;
        }
        reactions.add(key, reaction);
        return true;
    }

    @Override
    public boolean remove(Id<?> target, Id<User> user, Reaction.Kind kind) {
        return reactions.remove(new ReactionKey(new Id<>(target.value()), kind, user));
    }

    @Override
    public List<Count> counts(Set<? extends Id<?>> targets, Id<User> viewer) {
        Map<Memory.Pair<Id<Object>, Reaction.Kind>, List<ReactionKey>> byKind = reactions.keys().stream()
                .filter(key -> targets.contains(key.target()))
                .collect(Collectors.groupingBy(key -> new Memory.Pair<>(key.target(), key.kind())));
        return byKind.entrySet().stream()
                .map(entry -> new Count(
                        entry.getKey().first(),
                        entry.getKey().second(),
                        entry.getValue().size(),
                        entry.getValue().stream().anyMatch(key -> key.user().equals(viewer))))
                .toList();
    }

    @Override
    public List<Reaction> reactions(
            Id<?> target, Reaction.Kind kind, @Nullable Id<User> apartFrom, @Nullable Cursor after, int limit) {
        List<Reaction> all = reactions.keys().stream()
                .filter(key -> key.target().equals(target) && key.kind() == kind)
                .map(key -> reactions.get(key).orElseThrow())
                .sorted(Comparator.comparing(Reaction::createdAt)
                        .thenComparing(Reaction::userId)
                        .reversed())
                .toList();
        Set<Id<User>> apart = apartFrom == null
                ? Set.of()
                : profiles.apart(apartFrom, all.stream().map(Reaction::userId).collect(Collectors.toSet()));
        return all.stream()
                .filter(reaction -> !apart.contains(reaction.userId()))
                .filter(reaction -> Keyset.isBefore(reaction.createdAt(), reaction.userId(), after))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean mention(ContentRef target, Id<User> person, Instant at) {
        var key = new MentionKey(new Id<>(target.id().value()), person);
        if (mentions.get(key).isPresent()) {
            return false;
        }
        mentions.add(key, new Named(new Mention(target.id(), person), at));
        return true;
    }

    @Override
    public List<Mention> mentions(Set<? extends Id<?>> targets) {
        return mentions.all().stream()
                .map(Named::mention)
                .filter(mention -> targets.contains(mention.targetId()))
                .toList();
    }

    /** Forgets what hangs on a target that is purged. */
    void forget(Id<?> target) {
        reactions.removeAll(reactions.keys().stream()
                .filter(key -> key.target().equals(target))
                .toList());
        forgetMentionsIn(target);
    }

    private record ReactionKey(Id<Object> target, Reaction.Kind kind, Id<User> user)
            implements Comparable<ReactionKey> {
        private static final Comparator<ReactionKey> ORDER = Comparator.comparing(ReactionKey::target)
                .thenComparing(ReactionKey::kind)
                .thenComparing(ReactionKey::user);

        @Override
        public int compareTo(ReactionKey other) {
            return ORDER.compare(this, other);
        }
    }

    private record MentionKey(Id<Object> target, Id<User> user) implements Comparable<MentionKey> {
        private static final Comparator<MentionKey> ORDER =
                Comparator.comparing(MentionKey::target).thenComparing(MentionKey::user);

        @Override
        public int compareTo(MentionKey other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public List<Tie> reactedTo(Id<User> person, Reaction.Kind kind, @Nullable Cursor after, int limit) {
        return page(
                reactions.keys().stream()
                        .filter(key -> key.user().equals(person) && key.kind() == kind)
                        .map(key -> new Tie(
                                key.target(), reactions.get(key).orElseThrow().createdAt())),
                after,
                limit);
    }

    @Override
    public List<Tie> mentionsOf(Id<User> person, @Nullable Cursor after, int limit) {
        return page(
                mentions.keys().stream()
                        .filter(key -> key.user().equals(person))
                        .map(key -> new Tie(
                                key.target(), mentions.get(key).orElseThrow().at())),
                after,
                limit);
    }

    private static List<Tie> page(Stream<Tie> ties, @Nullable Cursor after, int limit) {
        return ties.filter(tie -> Keyset.isAfter(tie.createdAt(), tie.targetId(), after))
                .sorted(Comparator.comparing(Tie::createdAt)
                        .thenComparing(tie -> tie.targetId().value().toString()))
                .limit(limit)
                .toList();
    }

    @Override
    public int removeTiesOf(Id<User> person, int limit) {
        List<ReactionKey> reacted = reactions.keys().stream()
                .filter(key -> key.user().equals(person))
                .limit(limit)
                .toList();
        List<MentionKey> named = mentions.keys().stream()
                .filter(key -> key.user().equals(person))
                .limit(limit)
                .toList();
        reactions.removeAll(reacted);
        mentions.removeAll(named);
        return reacted.size() + named.size();
    }

    void forgetMentionsIn(Id<?> target) {
        mentions.removeAll(mentions.keys().stream()
                .filter(key -> key.target().equals(target))
                .toList());
    }

    private record Named(Mention mention, Instant at) {}
}
