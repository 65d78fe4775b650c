package org.somoim.memory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.goals.Cheer;
import org.somoim.goals.GoalFace;
import org.somoim.goals.GoalFilter;
import org.somoim.goals.GoalShare;
import org.somoim.goals.GoalShareStore;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.User;

/** Shared goals in memory. */
public final class MemoryGoalShareStore implements GoalShareStore {
    private static final Comparator<GoalShare> LATEST_FIRST = Comparator.comparing(GoalShare::sharedOn)
            .thenComparing(GoalShare::id)
            .reversed();

    private record Row(
            Id<GoalShare> id,
            Instant sharedOn,
            int likes,
            int inspirations,
            @Nullable Instant countOn) {}

    private final Memory.Table<Id<GoalShare>, Row> shares;
    private final Memory.Table<Memory.Pair<Id<GoalShare>, Instant>, GoalFace> faces;
    private final Memory.Table<String, Owner> owners;
    private final Memory.Table<Memory.Pair<Given, Id<User>>, Boolean> given;

    public MemoryGoalShareStore(Memory memory) {
        shares = memory.table();
        faces = memory.table();
        owners = memory.table();
        given = memory.table();
    }

    @Override
    public void add(GoalShare share, Owner owner) {
        shares.add(share.id(), new Row(share.id(), share.sharedOn(), share.likes(), share.inspirations(), null));
        owners.add(owner.pseudonym().hex(), owner);
        put(share.id(), share.face());
    }

    @Override
    public void put(Id<GoalShare> share, GoalFace face) {
        faces.removeAll(facesOf(share)
                .filter(key -> !key.second().isBefore(face.since()))
                .toList());
        faces.put(new Memory.Pair<>(share, face.since()), face);
    }

    private Stream<Memory.Pair<Id<GoalShare>, Instant>> facesOf(Id<GoalShare> share) {
        return faces.keys().stream().filter(key -> key.first().equals(share));
    }

    private Optional<GoalShare> at(Id<GoalShare> id, Instant day) {
        return shares.get(id).flatMap(row -> facesOf(id)
                .filter(key -> !key.second().isAfter(day))
                .max(Comparator.naturalOrder())
                .flatMap(faces::get)
                .map(face -> new GoalShare(id, row.sharedOn(), row.likes(), row.inspirations(), face)));
    }

    @Override
    public Optional<GoalShare> latest(Id<GoalShare> share) {
        return at(share, Instant.MAX);
    }

    @Override
    public List<GoalShare> latest(Collection<Id<GoalShare>> wanted) {
        return wanted.stream()
                .flatMap(id -> latest(id).stream())
                .sorted(LATEST_FIRST)
                .toList();
    }

    @Override
    public Optional<GoalShare> shown(Id<GoalShare> share, Instant today) {
        return at(share, today).filter(found -> !found.face().withdrawn());
    }

    @Override
    public List<GoalShare> shown(GoalFilter filter, Instant today, @Nullable Cursor after, int limit) {
        return shares.keys().stream()
                .flatMap(id -> shown(id, today).stream())
                .filter(share -> filter.lets(share.face()))
                .filter(share -> Keyset.isBefore(share.sharedOn(), share.id(), after))
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean remove(Id<GoalShare> share) {
        faces.removeAll(facesOf(share).toList());
        disown(share);
        given.removeAll(given.keys().stream()
                .filter(key -> key.first().shareId().equals(share))
                .toList());
        return shares.remove(share);
    }

    @Override
    public List<Owner> owned(Collection<Digest> pseudonyms) {
        Set<Digest> wanted = new HashSet<>(pseudonyms);
        return owners.all().stream()
                .filter(owner -> wanted.contains(owner.pseudonym()))
                .sorted(Comparator.comparing(Owner::shareId))
                .toList();
    }

    @Override
    public Optional<Owner> owner(Id<GoalShare> share) {
        return owners.all().stream()
                .filter(owner -> owner.shareId().equals(share))
                .findFirst();
    }

    @Override
    public boolean disown(Id<GoalShare> share) {
        return owner(share).map(owner -> owners.remove(owner.pseudonym().hex())).orElse(false);
    }

    private static Memory.Pair<Given, Id<User>> key(Id<GoalShare> share, Id<User> person, Cheer cheer) {
        return new Memory.Pair<>(new Given(share, cheer), person);
    }

    @Override
    public boolean give(Id<GoalShare> share, Id<User> person, Cheer cheer) {
        boolean isNew = given.get(key(share, person, cheer)).isEmpty();
        if (isNew) {
            given.add(key(share, person, cheer), true);
        }
        return isNew;
    }

    @Override
    public boolean takeBack(Id<GoalShare> share, Id<User> person, Cheer cheer) {
        return given.remove(key(share, person, cheer));
    }

    private Stream<Given> givenBy(Id<User> person) {
        return given.keys().stream()
                .filter(key -> key.second().equals(person))
                .map(Memory.Pair::first)
                .sorted();
    }

    @Override
    public Set<Given> given(Id<User> person, Collection<Id<GoalShare>> wanted) {
        return givenBy(person).filter(one -> wanted.contains(one.shareId())).collect(Collectors.toSet());
    }

    @Override
    public List<Given> given(Id<User> person, @Nullable Given after, int limit) {
        return givenBy(person)
                .filter(one -> after == null || one.compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public void countOn(Id<GoalShare> share, Instant day) {
        shares.get(share)
                .filter(row -> row.countOn() == null || row.countOn().isAfter(day))
                .ifPresent(
                        row -> shares.put(share, new Row(share, row.sharedOn(), row.likes(), row.inspirations(), day)));
    }

    @Override
    public List<Id<GoalShare>> toCount(Instant today, int limit) {
        return shares.all().stream()
                .filter(row -> row.countOn() != null && !row.countOn().isAfter(today))
                .sorted(Comparator.comparing(row -> requireNonNull(row.countOn())))
                .map(Row::id)
                .limit(limit)
                .toList();
    }

    @Override
    public int count(Id<GoalShare> share, Cheer cheer) {
        return Math.toIntExact(given.keys().stream()
                .filter(key -> key.first().equals(new Given(share, cheer)))
                .count());
    }

    @Override
    public void putCounts(Id<GoalShare> share, int likes, int inspirations) {
        shares.get(share)
                .ifPresent(row -> shares.put(share, new Row(share, row.sharedOn(), likes, inspirations, null)));
    }

    @Override
    public int removePast(Instant today, int limit) {
        List<Memory.Pair<Id<GoalShare>, Instant>> past = faces.keys().stream()
                .filter(key -> facesOf(key.first())
                        .anyMatch(later -> later.second().isAfter(key.second())
                                && !later.second().isAfter(today)))
                .limit(limit)
                .toList();
        faces.removeAll(past);
        return past.size();
    }
}
