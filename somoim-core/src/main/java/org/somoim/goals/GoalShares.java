package org.somoim.goals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.Restraint;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Pseudonyms;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.privacy.redaction.Redaction;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySettings;
import org.somoim.profiles.Profiles;

/**
 * Lets people share goals without their name.
 *
 * <ul>
 *   <li>Structured first: a category and ranges, and of these only what one's settings allow, which at first is nothing.
 *       Words are a second step, and only what was looked at in a preview, where every change is marked, can be published.
 *   <li>No share says whose it is. Its owner is known by a pseudonym that only the key outside the store leads back from.
 *   <li>Others see nothing new before the next turn of a day, midnight UTC, and then everything at once: the time at which
 *       something appears does not tell who was there. Deleting alone works at once.
 * </ul>
 *
 * What it is not: whoever knows somebody's goal knows it again, and the way somebody writes gives them away to those who
 * know it.
 */
public final class GoalShares {
    /** Most new shares of one person in a day. */
    public static final int MOST_A_DAY = 5;

    private final GoalShareStore store;
    private final Ownership ownership;
    private final Acquaintances acquaintances;
    private final Profiles profiles;
    private final Redaction redaction;
    private final GoalTerms terms;
    private final InstantSource clock;
    private final Access access;
    private final Work work;

    public GoalShares(
            GoalShareStore store,
            Pseudonyms pseudonyms,
            Acquaintances acquaintances,
            Profiles profiles,
            Redaction redaction,
            GoalTerms terms,
            InstantSource clock,
            Access access,
            Work work) {
        this.store = store;
        this.ownership = new Ownership(store, pseudonyms);
        this.acquaintances = acquaintances;
        this.profiles = profiles;
        this.redaction = redaction;
        this.terms = terms;
        this.clock = clock;
        this.access = access;
        this.work = work;
    }

    /** Beginnings to choose from: the host's own first. Open to all. */
    public List<GoalTemplate> templates(Actor actor) {
        access.letAnyone(actor);
        List<GoalTemplate> all = new ArrayList<>(terms.templates());
        all.addAll(GoalTemplate.PRESET);
        return all;
    }

    /** The rules of this community. Open to all. */
    public GoalTerms terms(Actor actor) {
        access.letAnyone(actor);
        return terms;
    }

    /**
     * Shares a goal, from tomorrow on: as much of {@code draft} as the actor's settings allow, in ranges.
     *
     * @throws org.somoim.kernel.Refusal {@link GoalReason#SHARING_IS_OFF}, {@link GoalReason#TOO_MANY_SHARES}, {@link
     *     GoalReason#TOO_MANY_TODAY}, {@link GoalReason#NO_SUCH_AMOUNT}, {@link GoalReason#NO_SUCH_PROGRESS}, {@link
     *     GoalReason#NO_SUCH_AGE}, {@link GoalReason#NO_SUCH_PLACE}
     */
    public GoalShare share(Actor actor, GoalDraft draft) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            GoalTraits traits = GoalTraits.of(draft, sharing(actor), terms);
            Instant tomorrow = Days.tomorrow(tx.now());
            if (madeFor(tomorrow, person) >= MOST_A_DAY) {
                throw GoalReason.TOO_MANY_TODAY.refuse();
            }
            Id<GoalShare> id = tx.newRandomId();
            GoalShareStore.Owner owner = ownership.take(person, id).orElseThrow(GoalReason.TOO_MANY_SHARES::refuse);
            var share = new GoalShare(id, tomorrow, 0, 0, new GoalFace(tomorrow, false, traits, null, false));
            store.add(share, owner);
            return share;
        });
    }

    private long madeFor(Instant day, Id<User> person) {
        return store.latest(ownership.of(person)).stream()
                .filter(share -> share.sharedOn().equals(day))
                .count();
    }

    /** Everything the actor shares, as it will look from tomorrow on, latest first. */
    public List<GoalShare> mine(Actor actor) {
        return work.read(() -> store.latest(ownership.of(access.requirePerson(actor))));
    }

    /**
     * The same, of one.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found} also for what is somebody else's
     */
    public GoalShare mine(Actor actor, Id<GoalShare> id) {
        return work.read(() -> own(access.requirePerson(actor), id));
    }

    /** Those of the actor's shares that something is laid on by a decision, and what. Why, and how to object: see {@code Appeals.statementsOn}. */
    public Map<Id<GoalShare>, Set<Restraint>> restraints(Actor actor) {
        return work.read(() -> {
            Map<Id<?>, Set<Restraint>> laid = access.restraints(Set.copyOf(ownership.of(access.requirePerson(actor))));
            return laid.entrySet().stream()
                    .collect(Collectors.toMap(one -> new Id<>(one.getKey().value()), Map.Entry::getValue));
        });
    }

    /**
     * Says something else of a goal, from tomorrow on. All of {@code draft} counts anew: the exact figures of before are not
     * kept. What the host had verified must be verified again.
     *
     * @throws org.somoim.kernel.Refusal as {@link #share}, and {@code access.not-found}
     */
    public GoalShare edit(Actor actor, Id<GoalShare> id, GoalDraft draft) {
        return change(actor, id, (person, face) -> face.with(GoalTraits.of(draft, sharing(actor), terms)));
    }

    /**
     * Says how far a goal has come, from tomorrow on.
     *
     * @param percent shown in steps of ten
     * @throws org.somoim.kernel.Refusal {@link GoalReason#NO_SUCH_PROGRESS}, {@link GoalReason#SHARING_IS_OFF}, {@code
     *     access.not-found}
     */
    public GoalShare progress(Actor actor, Id<GoalShare> id, int percent) {
        return change(actor, id, (person, face) -> face.with(face.traits().at(percent, sharing(actor))));
    }

    /**
     * Says that a goal is reached, from tomorrow on, and has the host verify it if it can; see {@link
     * GoalTerms.Completions}.
     *
     * @param reference by which the host finds it in its own books, or null; not kept
     * @throws org.somoim.kernel.Refusal {@link GoalReason#SHARING_IS_OFF}, {@code access.not-found}
     */
    public GoalShare complete(Actor actor, Id<GoalShare> id, @Nullable Line reference) {
        GoalTerms.Claim claim = work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            GoalTraits traits = own(person, id).face().traits();
            return new GoalTerms.Claim(person, traits.category(), traits.target(), reference);
        });
        boolean isVerified = terms.completions().hasReached(claim);
        return change(actor, id, (person, face) -> {
            GoalTraits reached = face.traits().at(GoalTraits.REACHED, sharing(actor));
            boolean isSame = face.traits().category() == claim.category()
                    && Objects.equals(face.traits().target(), claim.target());
            return face.with(reached).verifiedAs(isVerified && isSame && reached.isReached());
        });
    }

    /**
     * What of a story would be published, with every change marked. Nothing is kept.
     *
     * @throws org.somoim.kernel.Refusal {@link GoalReason#STORIES_ARE_OFF}, {@code access.not-found}, and what {@link Story}
     *     throws if the changes made a text too long
     */
    public Preview preview(Actor actor, Id<GoalShare> id, Story story) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            own(person, id);
            requireStories(actor);
            var censor = new Censor(redaction, acquaintances.of(person));
            Story left = censor.story(story);
            return new Preview(
                    left, censor.passages(), ownership.proof(person, id, Days.number(clock.instant()), left));
        });
    }

    /**
     * Publishes a story from tomorrow on, in place of the one before.
     *
     * @param story exactly as {@link Preview#story()} was
     * @param proof of that preview, from today or yesterday
     * @throws org.somoim.kernel.Refusal {@link GoalReason#NOT_PREVIEWED}, {@link GoalReason#STORIES_ARE_OFF}, {@code
     *     access.not-found}
     */
    public GoalShare publish(Actor actor, Id<GoalShare> id, Story story, Digest proof) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            GoalShare share = own(person, id);
            requireStories(actor);
            long today = Days.number(tx.now());
            if (!proof.equals(ownership.proof(person, id, today, story))
                    && !proof.equals(ownership.proof(person, id, today - 1, story))) {
                throw GoalReason.NOT_PREVIEWED.refuse(id);
            }
            return put(tx, share, share.face().telling(story));
        });
    }

    /**
     * Takes the words back, from tomorrow on; the rest stays.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public GoalShare unpublish(Actor actor, Id<GoalShare> id) {
        return change(actor, id, (person, face) -> face.telling(null));
    }

    /**
     * Takes a share out of sight, from tomorrow on, together with whatever else changes then: nobody can tell by the time
     * whose it was.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public GoalShare withdraw(Actor actor, Id<GoalShare> id) {
        return change(actor, id, (person, face) -> face.withdrawn(true));
    }

    /**
     * Shows a withdrawn share again, from tomorrow on.
     *
     * @throws org.somoim.kernel.Refusal {@link GoalReason#SHARING_IS_OFF}, {@code access.not-found}
     */
    public GoalShare showAgain(Actor actor, Id<GoalShare> id) {
        return change(actor, id, (person, face) -> {
            sharing(actor);
            return face.withdrawn(false);
        });
    }

    /**
     * Deletes a share with everything that hangs on it, at once. Whoever watches sees when it goes, and {@link #withdraw}
     * shows less.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public void delete(Actor actor, Id<GoalShare> id) {
        work.call(tx -> store.remove(own(access.requirePerson(actor), id).id()));
    }

    private GoalShare change(Actor actor, Id<GoalShare> id, BiFunction<Id<User>, GoalFace, GoalFace> change) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            GoalShare share = own(person, id);
            return put(tx, share, change.apply(person, share.face()));
        });
    }

    private GoalShare put(Work.Tx tx, GoalShare share, GoalFace changed) {
        if (changed.equals(share.face())) {
            return share;
        }
        GoalFace face = changed.since(Days.tomorrow(tx.now()));
        store.put(share.id(), face);
        return new GoalShare(share.id(), share.sharedOn(), share.likes(), share.inspirations(), face);
    }

    /** What is somebody else's is as good as nothing. */
    private GoalShare own(Id<User> person, Id<GoalShare> id) {
        return store.latest(id).filter(share -> ownership.owns(person, id)).orElseThrow(() -> access.notFound(id));
    }

    private PrivacySettings sharing(Actor actor) {
        PrivacySettings settings = profiles.settings(actor);
        if (settings.goalSharing() == GoalSharing.NOTHING) {
            throw GoalReason.SHARING_IS_OFF.refuse();
        }
        return settings;
    }

    private void requireStories(Actor actor) {
        if (sharing(actor).goalSharing() != GoalSharing.STORY) {
            throw GoalReason.STORIES_ARE_OFF.refuse();
        }
    }
}
