package org.somoim.goals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.somoim.kernel.Id;
import org.somoim.kernel.Pseudonyms;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * Who owns which share, for those who have the key. Every person has {@value #PLACES} places for shares. The pseudonym under
 * which a share is kept is made of its owner and its place: to find somebody's shares one asks for all their places, and
 * need not go through everybody's. No two of one person's pseudonyms can be told to be one person's.
 */
final class Ownership {
    /** Most shares of one person. */
    static final int PLACES = 64;

    private static final Word PLACE = new Word("goals.place");
    private static final Word PREVIEW = new Word("goals.preview");

    private final GoalShareStore store;
    private final Pseudonyms pseudonyms;

    Ownership(GoalShareStore store, Pseudonyms pseudonyms) {
        this.store = store;
        this.pseudonyms = pseudonyms;
    }

    /** In the order of the ids, which is none. */
    List<Id<GoalShare>> of(Id<User> person) {
        return store.owned(places(person)).stream()
                .map(GoalShareStore.Owner::shareId)
                .sorted()
                .toList();
    }

    boolean owns(Id<User> person, Id<GoalShare> share) {
        return store.owner(share)
                .filter(owner -> places(person).contains(owner.pseudonym()))
                .isPresent();
    }

    /**
     * A place for one more share, by chance, so that nobody can tell how many there are or which is older. Empty if all are
     * taken.
     */
    Optional<GoalShareStore.Owner> take(Id<User> person, Id<GoalShare> share) {
        List<Digest> free = new ArrayList<>(places(person));
        Set<Digest> taken = new HashSet<>();
        store.owned(free).forEach(owner -> taken.add(owner.pseudonym()));
        free.removeAll(taken);
        if (free.isEmpty()) {
            return Optional.empty();
        }
        // The share's id is random and says nothing; its last bits are as good a die as any.
        int chosen = Math.floorMod(share.value().getLeastSignificantBits(), free.size());
        return Optional.of(new GoalShareStore.Owner(free.get(chosen), share, pseudonyms.veil(person, share)));
    }

    /** Whose it is. For the turn of the day alone. */
    Optional<Id<User>> ownerOf(Id<GoalShare> share) {
        return store.owner(share).map(owner -> pseudonyms.unveil(owner.veiled(), share));
    }

    GoalFact.Inspired inspired(Id<?> under, Id<User> person) {
        return new GoalFact.Inspired(under, pseudonyms.veil(person, under));
    }

    /** That a person was shown exactly this on a day. */
    Digest proof(Id<User> person, Id<GoalShare> share, long day, Story story) {
        List<String> parts = new ArrayList<>();
        parts.add(share.toString());
        parts.add(Long.toString(day));
        parts.add(story.title().value());
        parts.add(story.description() == null ? "" : story.description().value());
        parts.add(story.strategy() == null ? "" : story.strategy().value());
        parts.add(story.tips() == null ? "" : story.tips().value());
        story.tags().lines().forEach(tag -> parts.add(tag.value()));
        return pseudonyms.of(PREVIEW, person, parts.toArray(String[]::new));
    }

    private List<Digest> places(Id<User> person) {
        List<Digest> places = new ArrayList<>();
        for (int place = 0; place < PLACES; place++) {
            places.add(pseudonyms.of(PLACE, person, Integer.toString(place)));
        }
        return places;
    }
}
