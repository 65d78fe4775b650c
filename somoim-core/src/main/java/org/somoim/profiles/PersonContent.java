package org.somoim.profiles;

import java.util.Optional;
import java.util.Set;
import org.somoim.access.Access;
import org.somoim.access.Pass;
import org.somoim.access.Standing;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.moderation.ContentHandler;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Snapshot;
import org.somoim.moderation.Subject;

/** Plug. People can be reported and acted upon, by their profiles or by what they do. */
public final class PersonContent implements ContentHandler {
    private static final Set<Measure.Kind> SOME = Set.of(Measure.Kind.NUDGE, Measure.Kind.HOLD, Measure.Kind.HIDE);
    private static final int ONE = 1;

    private final ProfileStore store;
    private final Access access;

    public PersonContent(ProfileStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    @Override
    public Word kind() {
        return Subject.PERSON;
    }

    @Override
    public Set<Measure.Kind> measures() {
        return SOME;
    }

    @Override
    public Snapshot read(Actor actor, Id<?> id) {
        Id<User> person = new Id<>(id.value());
        Pass pass = access.requireOnPage(actor, ProfileAction.SEE, person, person);
        return seen(person, pass.standing()).orElseThrow(() -> access.notFound(id));
    }

    /** The name and what they say of themselves to everyone; nothing that is for some only. */
    @Override
    public Optional<Snapshot> find(Id<?> id) {
        return seen(new Id<>(id.value()), Standing.PERSON);
    }

    private Optional<Snapshot> seen(Id<User> person, Standing by) {
        return store.find(person).map(profile -> {
            ShownProfile shown = profile.shownTo(by, store.settings(person).orElse(PrivacySettings.FIRST));
            return new Snapshot(
                    new Subject(Subject.PERSON, person),
                    person,
                    null,
                    shown.displayName(),
                    shown.bio(),
                    profile.updatedAt(),
                    ONE);
        });
    }

    /** What is looked at is what everyone sees. */
    @Override
    public boolean isOpen(Snapshot seen) {
        return true;
    }

    /** No machine hides a person. */
    @Override
    public Set<Measure.Kind> automatic() {
        return Set.of(Measure.Kind.NUDGE);
    }

    @Override
    public Optional<Said> saidIn(Fact fact) {
        return fact instanceof ProfileFact.Edited edited
                ? Optional.of(new Said(edited.userId(), null, false))
                : Optional.empty();
    }
}
