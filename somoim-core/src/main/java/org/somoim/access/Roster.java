package org.somoim.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Port. Answers what people are to the community, to places and to one another. Each method is one query on indexes.
 *
 * <p>In a group, a membership that is active gives its role's standing; an invitation gives {@link Standing#INVITED}, a ban
 * {@link Standing#BANNED}; anything else {@link Standing#PERSON}.
 */
public interface Roster {

    /** Empty if there is no such account, or it is not active. */
    Optional<SiteRole> role(Id<User> person);

    /** Empty if there is no such place. */
    Optional<Footing> footing(Id<User> person, Id<? extends Place> place);

    /** Footings in many places at once. Places that do not exist are left out. */
    Map<Id<? extends Place>, Footing> footings(Id<User> person, Set<? extends Id<? extends Place>> places);

    /** What many people are to one place, one query however many they are. Empty if there is no such place. */
    Map<Id<User>, Footing> footings(Set<Id<User>> people, Id<? extends Place> place);

    /** Everyone who belongs to a place and whose account is in good standing. Empty if there is no such place. */
    Map<Id<User>, Footing> belonging(Id<? extends Place> place);

    /**
     * What {@code person} is to the page of {@code owner}: {@link Standing#OWNER} of one's own, {@link Standing#BANNED} if
     * there is a block in either direction, {@link Standing#MEMBER} if they share a group, otherwise {@link
     * Standing#PERSON}. The page is as visible as the owner's profile. Empty if there is no such owner, or their account is
     * not active.
     */
    Optional<Footing> pageFooting(Id<User> person, Id<User> owner);

    /** Footings on many pages at once. Owners who do not exist, or whose account is not active, are left out. */
    Map<Id<User>, Footing> pageFootings(Id<User> person, Set<Id<User>> owners);

    /** Those of {@code others} who are parted from {@code person} by a block in either direction. */
    Set<Id<User>> apart(Id<User> person, Set<Id<User>> others);

    /**
     * The same for many people at once: from which of {@code others} each of them is parted. Those who are parted from none
     * are left out.
     */
    Map<Id<User>, Set<Id<User>>> apart(Set<Id<User>> people, Set<Id<User>> others);

    /** What {@code person} does not want to read. */
    Mutes mutes(Id<User> person);

    /** What each of {@code people} does not want to read. Those who want to read everything are left out. */
    Map<Id<User>, Mutes> mutes(Set<Id<User>> people);
}
