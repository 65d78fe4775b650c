package org.somoim.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps measures and appeals. Writes must happen inside a transaction. */
public interface MeasureStore {

    void add(Measure measure);

    /**
     * Replaces what there is under its id, if that is still in {@code state}. The store decides.
     *
     * @return false, and nothing is changed, if it is not
     */
    boolean move(Measure measure, Measure.State state);

    Optional<Measure> find(Id<Measure> id);

    /** First decided first, by {@code decidedAt} and then the id. */
    List<Measure> ofCase(Id<Case> id);

    /** Those that wait for a second person and that {@code reader} has no part in, first decided first. */
    List<Measure> proposed(Id<User> reader, int limit);

    /** What follows from one by strikes, first decided first. */
    List<Measure> following(Id<Measure> id);

    /** Taken, on this target, and not over at {@code now}; first decided first. */
    List<Measure> inForce(Id<?> target, Instant now);

    /** What is hidden by reports and nobody has looked at since, at most {@code limit}; in no particular order. */
    List<Id<?>> hiddenByReports(int limit);

    /** Whatever restricts {@code person} or did, newest first ({@code decidedAt}, then the id), proposed and declined ones left out. */
    List<Measure> against(Id<User> person, @Nullable Cursor after, int limit);

    /** Taken, against a person, not over at {@code now} and of these kinds; newest first. */
    List<Measure> banned(Instant now, @Nullable Cursor after, int limit);

    /** Every one that was taken, newest first ({@code decidedAt}, then the id). */
    List<Measure> taken(@Nullable Cursor after, int limit);

    /** Strikes of {@code person} that were taken after {@code since} and until {@code until}, and not taken back. */
    int points(Id<User> person, Instant since, Instant until);

    /** What strikes brought about for {@code person} and was not taken back, first decided first. */
    List<Measure> consequences(Id<User> person);

    /**
     * Notes that {@code person}, who is slowed, speaks at {@code at}. The store decides.
     *
     * @return false, and nothing is noted, if they spoke less than {@code least} before
     */
    boolean pace(Id<User> person, Instant at, Duration least);

    /** @return false, and nothing is kept, if the appellant, or the one who is not named, has objected to the same before */
    boolean add(Appeal appeal);

    /** @return false, and nothing is changed, if it was judged already */
    boolean judge(Appeal judged);

    Optional<Appeal> appeal(Id<Appeal> id);

    /** Those to be judged in which {@code reviewer} has no part, longest first ({@code filedAt}, then the id). */
    List<Appeal> filed(Id<User> reviewer, @Nullable Cursor after, int limit);

    /** What {@code appellant} filed against these, one against each at most; in no particular order. */
    List<Appeal> against(Id<User> appellant, Set<Id<Measure>> measures);

    /** What was filed against these by people who are not named, one against each at most; in no particular order. */
    List<Appeal> unnamed(Set<Id<Measure>> measures);

    /** What {@code appellant} filed, newest first ({@code filedAt}, then the id). */
    List<Appeal> by(Id<User> appellant, @Nullable Cursor after, int limit);

    /** How often each thing was decided from {@code from} on and before {@code to}. In no particular order. */
    List<Tally> tally(Instant from, Instant to);

    /** @param count how many measures */
    record Tally(Ground ground, Measure.Kind kind, boolean automated, int count) {}

    /** The same of appeals that were judged. */
    List<Verdicts> verdicts(Instant from, Instant to);

    /** @param count how many appeals */
    record Verdicts(Appeal.Status status, int count) {}

    /** How many appeals wait. */
    int countFiled();

    /** Removes appeals and measures that are over since before {@code before} and that nothing follows from. */
    int purge(Instant before, Instant now, int limit);

    /** Removes what restricts {@code person} and what they filed; takes their words out of the rest. */
    int forget(Id<User> person, int limit);

    /** Takes the words out of measures on a thing that name nobody. */
    int forgetAbout(Id<?> target);

    /** Removes what was filed against measures on a thing by people who are not named. */
    int removeUnnamed(Id<?> target);
}
