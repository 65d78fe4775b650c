package org.somoim.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.mail.Email;

/** Port. Keeps reports, what they were about, and who makes good ones. Writes must happen inside a transaction. */
public interface ReportStore {

    /**
     * Keeps a new report. The store decides, so that of two at the same time one is kept.
     *
     * @return false, and nothing is kept, if its maker has an open one about its subject
     */
    boolean add(Report report);

    /** Replaces what there is under its id. */
    void put(Report report);

    Optional<Report> find(Id<Report> report);

    /** Of one case, first made first ({@code createdAt}, then the id). */
    List<Report> ofCase(Id<Case> id, int limit);

    /** Whether {@code person} has made any report in this case. */
    boolean hasReported(Id<Case> id, Id<User> person);

    /**
     * What {@code reporter} made, newest first ({@code createdAt}, then the id).
     *
     * @param after only older ones than this, or null
     */
    List<Report> by(Id<User> reporter, @Nullable Cursor after, int limit);

    /** How many {@code reporter} made after {@code since}. */
    int countSince(Id<User> reporter, Instant since);

    /** How often {@code reporter} was right and wrong. */
    Record record(Id<User> reporter);

    /** Reports that were upheld and dismissed. */
    record Record(int upheld, int dismissed) {}

    /**
     * Pairs of these people who both reported some subject other than this after {@code since}, of which nobody has said that
     * they were right. In no particular order.
     */
    Set<Pair> together(Set<Id<User>> reporters, Id<?> otherThan, Instant since);

    /** @param one the lesser id */
    record Pair(Id<User> one, Id<User> other) {}

    /** Who of these has an open report about one of those subjects. */
    Set<Id<User>> reportersOf(Set<Id<?>> subjects, Set<Id<User>> among);

    boolean isTrusted(Id<User> person);

    /** @param by null for the host */
    void trust(Id<User> person, @Nullable Id<User> by, Instant at);

    /** @return whether they were */
    boolean distrust(Id<User> person);

    void add(Report.Kept snapshot);

    Optional<Report.Kept> snapshot(Id<Report.Kept> id);

    /** The last that was taken of a subject. */
    Optional<Report.Kept> lastSnapshot(Id<?> subject);

    /** Of one subject, first taken first. */
    List<Report.Kept> snapshots(Id<?> subject, int limit);

    void add(Notice notice);

    /** Takes a notice out. The store decides, so that of many who use one at the same time one gets it. */
    Optional<Notice> take(Secrets.Digest digest);

    /** Those that wait and were sent from this address, in no particular order. */
    List<Notice> noticesFrom(Email from);

    /** @return how many */
    int removeNoticesFrom(Email from);

    /** Forgets notices that nobody confirmed before {@code now}. */
    int removeExpired(Instant now, int limit);

    /** Removes closed reports that nobody can object to any more: those closed before {@code before}; and snapshots no report needs. */
    int purge(Instant before, int limit);

    /** Takes {@code person} out of what they reported, and removes the snapshots of what they wrote and that they are trusted. */
    int forget(Id<User> person, int limit);

    /** Removes how a thing was that does not say whose it is. */
    int forgetAbout(Id<?> subject);
}
