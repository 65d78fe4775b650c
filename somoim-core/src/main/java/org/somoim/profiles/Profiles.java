package org.somoim.profiles;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.somoim.access.Access;
import org.somoim.access.Footing;
import org.somoim.access.Mutes;
import org.somoim.access.Pass;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;

/** Shows people to one another, as far as each of them wants it. */
public final class Profiles {
    /** Most names at a time. */
    public static final int MOST_NAMES = 200;

    /** Most muted words of one person. */
    public static final int MOST_MUTED_WORDS = 200;

    /** Of one muted word, in code points. */
    public static final int MAX_MUTED_WORD = 50;

    private final ProfileStore store;
    private final Access access;
    private final Work work;

    public Profiles(ProfileStore store, Access access, Work work) {
        this.store = store;
        this.access = access;
        this.work = work;
    }

    /**
     * Makes a profile for an account that has none, with settings that show nothing to strangers and contribute nothing.
     * Asked again, it changes nothing and gives the profile that is there.
     *
     * @throws org.somoim.kernel.Refusal {@link ProfileReason#NAME_TOO_LONG}
     */
    public Profile initialize(Actor actor, Line displayName) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            return store.find(person).orElseGet(() -> open(tx, person, displayName));
        });
    }

    /** For other capabilities, inside a transaction: a new person's profile, as {@link #initialize} makes it. */
    public Profile open(Work.Tx tx, Id<User> person, Line displayName) {
        var profile = new Profile(person, About.named(displayName), ContributionStanding.NONE, tx.now(), tx.now());
        if (!store.add(profile)) {
            throw new IllegalStateException("there already is a profile of " + person);
        }
        tx.announce(new ProfileFact.Initialized(person));
        return profile;
    }

    /**
     * The actor's own profile, with everything in it.
     *
     * @throws org.somoim.kernel.Refusal {@link ProfileReason#NO_PROFILE}
     */
    public Profile mine(Actor actor) {
        return work.read(() -> own(access.requirePerson(actor)));
    }

    /**
     * Changes what the actor says of themselves.
     *
     * @param change makes the new from the present; called inside the change, so that two edits at a time do not undo one
     *     another
     * @throws org.somoim.kernel.Refusal {@link ProfileReason#NO_PROFILE}, and what {@code change} throws
     */
    public Profile edit(Actor actor, UnaryOperator<About> change) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Profile profile = own(person);
            About about = change.apply(profile.about());
            if (about.equals(profile.about())) {
                return profile;
            }
            var edited = new Profile(person, about, profile.standing(), profile.createdAt(), tx.now());
            store.put(edited);
            tx.announce(new ProfileFact.Edited(person));
            return edited;
        });
    }

    /**
     * What the actor may see of someone. Those who share a group see the display name at least; a block in either direction
     * hides everything.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public ShownProfile see(Actor actor, Id<User> owner) {
        return work.read(() -> {
            Pass pass = access.requireOnPage(actor, ProfileAction.SEE, owner, owner);
            return own(owner).shownTo(pass.standing(), settingsOf(owner));
        });
    }

    /**
     * What others would see of the actor's own profile now, by the same decision as {@link #see}.
     *
     * @return empty where they would see nothing
     */
    public Optional<ShownProfile> preview(Actor actor, Onlooker as) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            Profile profile = own(person);
            PrivacySettings settings = settingsOf(person);
            var footing = new Footing(true, as.onPage(), settings.ofPage(), false);
            return footing.allows(ProfileAction.SEE)
                    ? Optional.of(profile.shownTo(as.onPage(), settings))
                    : Optional.empty();
        });
    }

    /**
     * Display names for what the actor has been allowed to see already, such as the authors of a list of posts: whoever
     * holds an id has met the person. Those parted from the actor by a block are left out.
     *
     * @param people at most {@value #MOST_NAMES}
     * @throws org.somoim.kernel.Refusal {@link ProfileReason#TOO_MANY_NAMES}
     */
    public Map<Id<User>, Line> names(Actor actor, Set<Id<User>> people) {
        return work.read(() -> {
            Id<User> viewer = access.requirePerson(actor);
            if (people.size() > MOST_NAMES) {
                throw ProfileReason.TOO_MANY_NAMES.refuse();
            }
            Map<Id<User>, Line> names = new HashMap<>(people.isEmpty() ? Map.of() : store.names(people));
            names.keySet().removeAll(access.apart(viewer, people));
            return Map.copyOf(names);
        });
    }

    /**
     * For other capabilities: {@code displayName}, if someone may be called that.
     *
     * @throws org.somoim.kernel.Refusal {@link ProfileReason#NAME_TOO_LONG}
     */
    public Line name(Line displayName) {
        return About.named(displayName).displayName();
    }

    /**
     * The badges that the actor may see of someone, longest held first: all of one's own; of others, if their setting for
     * their standing lets one.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public List<Badge> badges(Actor actor, Id<User> owner) {
        return work.read(() -> showsStanding(actor, owner) ? store.badges(owner) : List.of());
    }

    /**
     * For other capabilities, inside a transaction: whether the actor may see what someone has come to here. Always so of
     * oneself.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public boolean showsStanding(Actor actor, Id<User> owner) {
        Pass pass = access.requireOnPage(actor, ProfileAction.SEE, owner, owner);
        return pass.person().equals(owner)
                || settingsOf(owner).shows(PrivacySetting.STANDING_VISIBILITY, pass.standing());
    }

    /**
     * Grants a badge. Granted again, it changes nothing.
     *
     * @throws org.somoim.kernel.Refusal {@link ProfileReason#TOO_MANY_BADGES}, {@link ProfileReason#NO_PROFILE}, {@code
     *     access.not-allowed}
     */
    public List<Badge> grantBadge(Actor actor, Id<User> person, Word badge) {
        return work.call(tx -> {
            access.requireSite(actor, ProfileSiteAction.HONOUR);
            own(person);
            List<Badge> before = store.badges(person);
            if (before.stream().noneMatch(one -> one.badge().equals(badge))) {
                if (before.size() >= Badge.MOST) {
                    throw ProfileReason.TOO_MANY_BADGES.refuse(person);
                }
                store.addBadge(person, new Badge(badge, tx.now()));
                tx.announce(new ProfileFact.Honoured(person));
            }
            return store.badges(person);
        });
    }

    /**
     * Withdraws a badge. Does nothing if the person does not have it.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public void withdrawBadge(Actor actor, Id<User> person, Word badge) {
        work.call(tx -> {
            access.requireSite(actor, ProfileSiteAction.HONOUR);
            boolean had = store.removeBadge(person, badge);
            if (had) {
                tx.announce(new ProfileFact.BadgeWithdrawn(person));
            }
            return had;
        });
    }

    /** For other capabilities, inside a transaction: what someone is called. Empty if they have no profile. */
    public Optional<Line> nameOf(Id<User> person) {
        return Optional.ofNullable(store.names(Set.of(person)).get(person));
    }

    /** For other capabilities. */
    public Levels levels() {
        return new Levels(store);
    }

    /**
     * For the one capability that works it out from what others appreciate, inside a transaction: puts what someone has come
     * to here. Does nothing to someone without a profile.
     */
    public void credit(Work.Tx tx, Id<User> person, ContributionStanding standing) {
        store.find(person)
                .filter(profile -> !profile.standing().equals(standing))
                .ifPresent(profile -> {
                    store.put(new Profile(person, profile.about(), standing, profile.createdAt(), profile.updatedAt()));
                    tx.announce(new ProfileFact.StandingChanged(person, standing.experienceLevel()));
                });
    }

    /** For other capabilities, inside a transaction: whether someone wants their figures to count among those of others. */
    public boolean countsInComparisons(Id<User> person) {
        return store.settings(person)
                .filter(settings -> settings.allows(PrivacySetting.CONTRIBUTE_TO_COMPARISONS)
                        && settings.allows(PrivacySetting.ANONYMIZE_IN_COMPARISONS))
                .isPresent();
    }

    /**
     * What the actor has set about their privacy.
     *
     * @throws org.somoim.kernel.Refusal {@link ProfileReason#NO_PROFILE}
     */
    public PrivacySettings settings(Actor actor) {
        return work.read(() -> settingsOf(access.requirePerson(actor)));
    }

    /**
     * Changes some settings of the actor's and leaves the others as they are.
     *
     * @throws org.somoim.kernel.Refusal {@link ProfileReason#NO_SUCH_CHOICE}, {@link ProfileReason#NO_PROFILE}
     */
    public PrivacySettings changeSettings(Actor actor, Map<PrivacySetting, Choice> changes) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            PrivacySettings before = settingsOf(person);
            PrivacySettings after = before.with(changes);
            if (after.equals(before)) {
                return before;
            }
            store.putSettings(person, after, tx.now());
            changes.keySet().stream()
                    .filter(setting -> before.choice(setting) != after.choice(setting))
                    .sorted()
                    .forEach(setting -> tx.announce(new ProfileFact.SettingChanged(person, setting)));
            return after;
        });
    }

    /** What every setting means and what it is at first. Open to all. */
    public PrivacyGuide guide(Actor actor) {
        access.letAnyone(actor);
        return PrivacyGuide.ofAllSettings();
    }

    /**
     * Parts the actor from someone: neither sees the other any more. The other is not told. Blocking twice is blocking once.
     * Also for people whose profile the actor cannot see, who may write where the actor reads.
     *
     * @throws org.somoim.kernel.Refusal {@link ProfileReason#NOT_ONESELF}, {@code access.not-found}
     */
    public void block(Actor actor, Id<User> other) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            if (person.equals(other)) {
                throw ProfileReason.NOT_ONESELF.refuse(other);
            }
            if (nameOf(other).isEmpty()) {
                throw access.notFound(other);
            }
            if (store.addBlock(person, other, tx.now())) {
                tx.announce(new ProfileFact.Blocked(person, other));
            }
            return other;
        });
    }

    /** Takes the actor's own block back. What the other has blocked stays blocked. Nothing happens if there is none. */
    public void unblock(Actor actor, Id<User> other) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            if (store.removeBlock(person, other)) {
                tx.announce(new ProfileFact.Unblocked(person, other));
            }
            return other;
        });
    }

    /** Whom the actor has blocked, latest first. Who has blocked the actor is not told. */
    public List<Block> blocked(Actor actor) {
        return work.read(() -> store.blocked(access.requirePerson(actor)));
    }

    /**
     * Hides what others write with this word in it. Kept in the form in which it is looked for, which is lower case; muting
     * twice is muting once.
     *
     * @throws org.somoim.kernel.Refusal {@link ProfileReason#MUTED_WORD_TOO_LONG}, {@link
     *     ProfileReason#TOO_MANY_MUTED_WORDS}
     */
    public void mute(Actor actor, Line word) {
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Line muted = folded(word);
            if (muted.length() > MAX_MUTED_WORD) {
                throw ProfileReason.MUTED_WORD_TOO_LONG.refuse();
            }
            if (store.addMutedWord(person, muted, tx.now())
                    && store.mutedWords(person).size() > MOST_MUTED_WORDS) {
                throw ProfileReason.TOO_MANY_MUTED_WORDS.refuse();
            }
            return muted;
        });
    }

    /** Shows it again. Nothing happens if it was not muted. */
    public void unmute(Actor actor, Line word) {
        work.call(tx -> store.removeMutedWord(access.requirePerson(actor), folded(word)));
    }

    /** The actor's own, in alphabetical order. */
    public List<Line> mutedWords(Actor actor) {
        return work.read(() -> store.mutedWords(access.requirePerson(actor)).stream()
                .sorted(Comparator.comparing(Line::value))
                .toList());
    }

    private static Line folded(Line word) {
        return Line.of(Mutes.folded(word.value()));
    }

    private Profile own(Id<User> person) {
        return store.find(person).orElseThrow(() -> ProfileReason.NO_PROFILE.refuse(person));
    }

    private PrivacySettings settingsOf(Id<User> person) {
        return store.settings(person).orElseThrow(() -> ProfileReason.NO_PROFILE.refuse(person));
    }
}
