package org.somoim.profiles;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/** Port. Keeps profiles, privacy settings, blocks and muted words. Writes must happen inside a transaction. */
public interface ProfileStore {

    /**
     * Keeps a new profile together with {@link PrivacySettings#FIRST}, unless there is one.
     *
     * @return false, and nothing is kept, if the person has a profile
     */
    boolean add(Profile profile);

    /** Replaces what is said in a profile, and when it was last changed. */
    void put(Profile profile);

    Optional<Profile> find(Id<User> owner);

    /** Replaces the settings of someone who has a profile. */
    void putSettings(Id<User> owner, PrivacySettings settings, Instant at);

    /** Empty if there is no such profile. */
    Optional<PrivacySettings> settings(Id<User> owner);

    /** Empty if there is no such profile. */
    Optional<Audience> visibility(Id<User> owner);

    /** The display names of those who have a profile. */
    Map<Id<User>, Line> names(Set<Id<User>> people);

    /** @return false, and nothing is changed, if there already was this block */
    boolean addBlock(Id<User> blocker, Id<User> blocked, Instant at);

    /** @return false if there was none */
    boolean removeBlock(Id<User> blocker, Id<User> blocked);

    /** Whom {@code blocker} has blocked, latest first; among those of one millisecond, the greatest id first. */
    List<Block> blocked(Id<User> blocker);

    /** Those of {@code others} with whom {@code person} has a block in either direction. */
    Set<Id<User>> apart(Id<User> person, Set<Id<User>> others);

    /** @return false, and nothing is changed, if the word is muted already */
    boolean addMutedWord(Id<User> person, Line word, Instant at);

    /** @return false if it was not muted */
    boolean removeMutedWord(Id<User> person, Line word);

    /** In no particular order. */
    Set<Line> mutedWords(Id<User> person);

    /**
     * Forgets everything about a person: profile, settings, blocks in either direction, and muted words.
     *
     * @return how many profiles, blocks and words there were
     */
    int removeAll(Id<User> person);

    /** @return false, and nothing is changed, if the person, who has a profile, has the badge already */
    boolean addBadge(Id<User> person, Badge badge);

    /** @return false if they did not have it */
    boolean removeBadge(Id<User> person, Word badge);

    /** Longest held first; among those of one millisecond, in the order of their words. */
    List<Badge> badges(Id<User> person);
}
