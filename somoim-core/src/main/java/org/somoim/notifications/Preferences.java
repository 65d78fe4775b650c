package org.somoim.notifications;

import java.util.List;
import org.somoim.access.Place;
import org.somoim.kernel.Id;
import org.somoim.kernel.Word;

/**
 * What one person wants to be told.
 *
 * @param kinds every kind there is, by name
 * @param mutedGroups groups of which nothing optional is told, by id
 */
public record Preferences(List<Preference> kinds, List<Id<? extends Place>> mutedGroups) {
    public Preferences {
        kinds = List.copyOf(kinds);
        mutedGroups = List.copyOf(mutedGroups);
    }

    /**
     * What one person wants to be told of one kind.
     *
     * @param optional whether it can be turned off at all
     * @param on whether it is told anywhere
     * @param offIn groups in which this kind alone is turned off, by id
     */
    public record Preference(Word kind, boolean optional, boolean on, List<Id<? extends Place>> offIn) {
        public Preference {
            offIn = List.copyOf(offIn);
        }
    }
}
