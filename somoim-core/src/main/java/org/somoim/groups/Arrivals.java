package org.somoim.groups;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.somoim.groups.MembershipStore.Tie;
import org.somoim.groups.Turnstile.Seated;
import org.somoim.imports.Importer;
import org.somoim.imports.References;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/** Those who come into groups within one change. Their seats are taken one by one, and all are written together. */
final class Arrivals implements Importer.Intake<ImportedMembership> {
    private final Work.Tx tx;
    private final References references;
    private final MembershipStore store;
    private final Turnstile turnstile;
    /** Whether there is something between a group and a person, of whatever sort. */
    private final Map<Tie, Boolean> isThere = new HashMap<>();

    private final List<Seated> seated = new ArrayList<>();

    /** @param expected of whom is asked at once whether they are there */
    Arrivals(
            Work.Tx tx,
            References references,
            MembershipStore store,
            Turnstile turnstile,
            List<ImportedMembership> expected) {
        this.tx = tx;
        this.references = references;
        this.store = store;
        this.turnstile = turnstile;
        Set<Tie> asked = ties(expected);
        Set<Tie> found = asked.isEmpty() ? Set.of() : store.ties(asked);
        asked.forEach(tie -> isThere.put(tie, found.contains(tie)));
    }

    /** Of those groups and people that were here before this change. */
    private Set<Tie> ties(List<ImportedMembership> expected) {
        Set<Tie> ties = new HashSet<>();
        for (ImportedMembership entry : expected) {
            references.known(entry.group()).ifPresent(group -> references
                    .known(entry.person())
                    .ifPresent(person -> ties.add(new Tie(group, person))));
        }
        return ties;
    }

    @Override
    public boolean bring(ImportedMembership entry) {
        Id<Group> group = references.get(entry.group());
        Id<User> person = references.get(entry.person());
        var tie = new Tie(group, person);
        if (isThere.computeIfAbsent(tie, one -> store.find(group, person).isPresent())) {
            return false;
        }
        seated.add(turnstile.seat(tx, group, person, entry.role(), entry.since()));
        isThere.put(tie, true);
        tx.announce(new GroupFact.BroughtIn(group, person));
        return true;
    }

    @Override
    public void write() {
        turnstile.write(seated);
    }
}
