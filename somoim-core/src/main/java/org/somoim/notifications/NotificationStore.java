package org.somoim.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/** Port. Keeps notifications and what people do not want to be told. Writes must happen inside a transaction. */
public interface NotificationStore {

    /**
     * Adds {@code news}, unless its reader already has a notification of the same kind and thread in the same window: that
     * one then counts one more, takes over subject and author, is as new as the newer of the two, and is unread again. The
     * store's own constraint decides, not a question asked before.
     *
     * @param news unread, counting one
     * @param window when the window began
     */
    void tell(Notification news, Instant window);

    /**
     * The same for many at once who are told one thing, in a fixed number of statements however many they are.
     *
     * @param news to each of whom another one of them is told; alike but for {@code id} and {@code userId}
     */
    void tellAll(List<Notification> news, Instant window);

    Optional<Notification> find(Id<Notification> notification);

    /**
     * Up to {@code limit} after a place, by {@link Notification#updatedAt} and then id, newest first.
     *
     * @param after null to begin with the newest
     */
    List<Notification> newest(Id<User> reader, boolean onlyUnread, @Nullable Cursor after, int limit);

    /** Does nothing to one that is read already. */
    void markRead(Id<Notification> notification, Instant at);

    /**
     * Marks every unread one.
     *
     * @param upTo later ones stay unread; null for none
     */
    void markAllRead(Id<User> reader, @Nullable Instant upTo, Instant at);

    /** @return false if there was none */
    boolean remove(Id<Notification> notification);

    /** Removes whatever is about one of these, or counted together by it, whoever was told. */
    void removeSettled(Set<Id<?>> subjects);

    /**
     * Removes what was last added to before an instant, oldest first.
     *
     * @param most how many at once
     * @return how many
     */
    int removeOlder(Instant before, int most);

    /** Does nothing if it is kept already. */
    void silence(Silence silence);

    /**
     * Does nothing if there is none.
     *
     * @param kind as in {@link Silence}; null means only the silence about every kind
     * @param group as in {@link Silence}; null means only the silence everywhere
     */
    void unsilence(Id<User> person, @Nullable Word kind, @Nullable Id<? extends Place> group);

    /** Whether any silence of {@code person} covers this kind in this group, or outside groups if it is null. */
    boolean isSilenced(Id<User> person, Word kind, @Nullable Id<? extends Place> group);

    /** By kind and then group, null first. */
    List<Silence> silences(Id<User> person);

    /**
     * Removes what {@code person} was told, what is about their page, and what they do not want to be told; leaves their id
     * out of what others were told of them.
     *
     * @param most how many of each at once
     * @return how many rows were removed or changed
     */
    int forget(Id<User> person, int most);
}
