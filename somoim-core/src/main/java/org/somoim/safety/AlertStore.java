package org.somoim.safety;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps alerts and who is called by each. Writes must happen inside a transaction. */
public interface AlertStore {

    void add(Alert alert);

    /** Keeps what has become of an alert: everything but what was said when it was raised, and the location. */
    void move(Alert alert);

    Optional<Alert> find(Id<Alert> alert);

    /** In no particular order; ids that name no alert are left out. */
    List<Alert> findAll(Set<? extends Id<?>> ids);

    /** In the order of their ids, which is that of raising. */
    List<Alert> ofBatch(Id<Batch> batch);

    /**
     * Newest first, by {@code createdAt} and then id.
     *
     * @param reader if not null, only those that this person raised or is called by
     * @param after only older ones than this, or null
     */
    List<Alert> inGroup(Id<Group> group, @Nullable Id<User> reader, @Nullable Cursor after, int limit);

    /**
     * Newest first, by {@code createdAt} and then id.
     *
     * @param after only older ones than this, or null
     */
    List<Alert> raisedBy(Id<User> caller, @Nullable Cursor after, int limit);

    /**
     * Open ones by which {@code person} is called, newest first, by {@code createdAt} and then id.
     *
     * @param after only older ones than this, or null
     */
    List<Alert> calling(Id<User> person, @Nullable Cursor after, int limit);

    /** How many alerts {@code caller} has raised to {@code group} after {@code since} and until {@code now}, without drills. */
    int countSince(Id<User> caller, Id<Group> group, Instant since, Instant now);

    /** Everyone who answered one of those. */
    Set<Id<User>> helpersSince(Id<User> caller, Id<Group> group, Instant since, Instant now);

    /** Notes that these people are called, in a fixed number of statements however many they are. */
    void call(Id<Alert> alert, Set<Id<User>> people, Instant at);

    /** Everyone who is called. */
    Set<Id<User>> called(Id<Alert> alert);

    Optional<Receipt> receipt(Id<Alert> alert, Id<User> person);

    /** In no particular order. */
    List<Receipt> receipts(Id<User> person, Collection<Id<Alert>> alerts);

    /** Replaces what this person answered to this alert. */
    void answer(Receipt receipt);

    /**
     * Those with an answer, first answered first, by {@code answeredAt} and then the person's id.
     *
     * @param after only later ones than this, or null
     */
    List<Receipt> answers(Id<Alert> alert, @Nullable Cursor after, int limit);

    /** Those whose {@code dueAt} is at or before {@code now}, or after {@code late}; by {@code dueAt}, then id. */
    List<Alert> due(Instant now, Instant late, int limit);

    /** Open ones raised at or before an instant, oldest first. */
    List<Alert> openSince(Instant before, int limit);

    /**
     * Those that have a location, and whose {@code shredAt} is at or before {@code now}, or after {@code late}; by {@code
     * shredAt}, then id.
     */
    List<Id<Alert>> toShred(Instant now, Instant late, int limit);

    /** Removes the location in such a way that the row holds no byte of it. {@code shredAt} stays. */
    void wipe(Id<Alert> alert);

    /** Those that have no location any more, but {@code shredAt}: what files hold of it is still to go. By {@code shredAt}. */
    List<Id<Alert>> wiped(int limit);

    /**
     * Removes alerts that ended before an instant, with whoever was called.
     *
     * @return how many
     */
    int purge(Instant before, int limit);

    /**
     * What {@code person} is called by, whatever has become of it, oldest first, by {@code createdAt} and then alert.
     *
     * @param after only later ones than this, or null
     */
    List<Receipt> everyReceipt(Id<User> person, @Nullable Cursor after, int limit);

    /**
     * Removes what {@code person} raised, and that they were called; leaves them out where they ended others' alerts.
     *
     * @param limit how many of each at once
     * @return how many rows were removed or changed
     */
    int forget(Id<User> person, int limit);
}
