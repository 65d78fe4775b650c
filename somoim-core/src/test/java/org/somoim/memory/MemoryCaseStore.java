package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.moderation.Case;
import org.somoim.moderation.CaseStore;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Lesson;
import org.somoim.moderation.Likeness;
import org.somoim.moderation.Signal;

/** Cases in memory. */
public final class MemoryCaseStore implements CaseStore {
    private static final Comparator<Case> FIRST_OPENED =
            Comparator.comparing(Case::openedAt).thenComparing(Case::id);
    private static final Comparator<Case> MOST_URGENT = Comparator.comparing(Case::escalated)
            .thenComparing(Case::standing)
            .reversed()
            .thenComparing(Case::id);

    private final MemoryReportStore reports;
    private final Memory.Table<Id<Case>, Case> cases;
    private final Memory.Table<Memory.Pair<Id<Case>, Integer>, Signal.Kept> signals;
    private final Memory.Table<LessonKey, Lesson> lessons;

    private record LessonKey(Id<Case> caseId, Word detector, Ground ground) implements Comparable<LessonKey> {
        private static final Comparator<LessonKey> ORDER = Comparator.comparing(LessonKey::caseId)
                .thenComparing(LessonKey::detector)
                .thenComparing(LessonKey::ground);

        @Override
        public int compareTo(LessonKey other) {
            return ORDER.compare(this, other);
        }
    }

    public MemoryCaseStore(Memory memory, MemoryReportStore reports) {
        this.reports = reports;
        cases = memory.table();
        signals = memory.table();
        lessons = memory.table();
    }

    private Stream<Case> all(Predicate<Case> which) {
        return cases.all().stream().filter(which);
    }

    @Override
    public void add(Case added) {
        if (about(added.subjectId()).isPresent()) {
            throw new IllegalStateException("there already is a case about " + added.subjectId());
        }
        cases.add(added.id(), added);
    }

    @Override
    public boolean move(Case moved, int version) {
        boolean isAsRead = cases.get(moved.id())
                .filter(found -> found.version() == version)
                .isPresent();
        if (isAsRead) {
            cases.put(moved.id(), moved);
        }
        return isAsRead;
    }

    @Override
    public Optional<Case> find(Id<Case> id) {
        return cases.get(id);
    }

    @Override
    public Optional<Case> about(Id<?> subject) {
        return all(one -> one.subjectId().equals(subject)).findAny();
    }

    private Stream<Case> open(Id<User> reader, boolean escalated) {
        return all(one -> one.status() == Case.Status.OPEN && (escalated || !one.escalated()))
                .filter(one -> !reader.equals(one.authorId())
                        && !reader.equals(one.outsiderId())
                        && !reports.hasReported(one.id(), reader))
                .sorted(MOST_URGENT);
    }

    @Override
    public Optional<Case> claimNext(Id<User> by, boolean escalated, Instant now, Instant until) {
        Optional<Case> next =
                open(by, escalated).filter(one -> !one.isHeld(now)).findFirst();
        return next.map(one -> {
            Case held = claimed(one, by, until);
            cases.put(held.id(), held);
            return held;
        });
    }

    private static Case claimed(Case one, Id<User> by, Instant until) {
        return changed(one, one.status(), by, until, null, one.authorId(), one.outsiderId());
    }

    private static Case changed(
            Case one,
            Case.Status status,
            @Nullable Id<User> by,
            @Nullable Instant until,
            @Nullable Instant snoozed,
            @Nullable Id<User> author,
            @Nullable Id<User> outsider) {
        return new Case(
                one.id(),
                one.subjectKind(),
                one.subjectId(),
                author,
                one.placeId(),
                status,
                one.ground(),
                one.escalated(),
                one.standing(),
                one.probability(),
                one.reach(),
                one.weight(),
                one.likeFirst(),
                one.likeSecond(),
                one.kinId(),
                by,
                until,
                snoozed,
                outsider,
                one.deciderId(),
                one.settledWeight(),
                one.version() + 1,
                one.saidAt(),
                one.openedAt(),
                one.decidedAt());
    }

    @Override
    public List<Case> mostUrgent(Id<User> reader, boolean escalated, int limit) {
        return open(reader, escalated).limit(limit).toList();
    }

    @Override
    public List<Case> like(Likeness likeness, int limit) {
        return all(one -> Objects.equals(one.likeFirst(), likeness.first())
                        || Objects.equals(one.likeSecond(), likeness.second()))
                .sorted(FIRST_OPENED)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Case> kin(Id<Case> kin, int limit) {
        return all(one -> one.kinId().equals(kin) && one.status() == Case.Status.OPEN)
                .sorted(FIRST_OPENED)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Case> due(Instant now, int limit) {
        return all(one -> one.snoozedUntil() != null && !one.snoozedUntil().isAfter(now))
                .sorted(Comparator.comparing(Case::snoozedUntil, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Case::id))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Instant> oldest() {
        return all(one -> one.status() == Case.Status.OPEN).map(Case::openedAt).min(Comparator.naturalOrder());
    }

    @Override
    public Count count(Instant now) {
        List<Case> open = all(one -> one.status() == Case.Status.OPEN).toList();
        return new Count(
                open.size(),
                (int) open.stream().filter(one -> one.isHeld(now)).count(),
                (int) all(one -> one.status() == Case.Status.SNOOZED).count(),
                (int) all(one -> one.status() == Case.Status.PROPOSED).count(),
                (int) open.stream().filter(Case::escalated).count(),
                open.stream().map(Case::openedAt).min(Comparator.naturalOrder()).orElse(null));
    }

    @Override
    public void add(Signal.Kept signal) {
        int number = signals(signal.caseId(), Integer.MAX_VALUE).size();
        signals.put(new Memory.Pair<>(signal.caseId(), number), signal);
    }

    @Override
    public List<Signal.Kept> signals(Id<Case> id, int limit) {
        return signals.all().stream()
                .filter(kept -> kept.caseId().equals(id))
                .limit(limit)
                .toList();
    }

    @Override
    public int removeSignals(Id<Case> id) {
        List<Memory.Pair<Id<Case>, Integer>> gone =
                signals.keys().stream().filter(key -> key.first().equals(id)).toList();
        gone.forEach(signals::remove);
        return gone.size();
    }

    @Override
    public void put(Lesson lesson) {
        lessons.put(new LessonKey(lesson.caseId(), lesson.detector(), lesson.ground()), lesson);
    }

    @Override
    public List<Lesson> lessons(Word detector, Ground ground, int limit) {
        return lessons.all().stream()
                .filter(lesson -> lesson.detector().equals(detector) && lesson.ground() == ground)
                .sorted(Comparator.comparing(Lesson::at)
                        .thenComparing(Lesson::caseId)
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Taught> taught() {
        return lessons.all().stream()
                .map(lesson -> new Memory.Pair<>(lesson.detector(), lesson.ground()))
                .distinct()
                .map(topic -> {
                    List<Lesson> all = lessons(topic.first(), topic.second(), Integer.MAX_VALUE);
                    return new Taught(
                            topic.first(),
                            topic.second(),
                            all.size(),
                            all.get(0).at());
                })
                .toList();
    }

    private int withoutReasons(Predicate<Signal.Kept> which, int limit) {
        List<Memory.Pair<Id<Case>, Integer>> due = signals.keys().stream()
                .filter(key -> signals.get(key)
                        .filter(kept -> !kept.signal().because().isEmpty())
                        .filter(which)
                        .isPresent())
                .limit(limit)
                .toList();
        due.forEach(key -> signals.get(key).ifPresent(kept -> {
            Signal old = kept.signal();
            signals.put(
                    key,
                    new Signal.Kept(
                            kept.caseId(),
                            new Signal(old.detector(), old.ground(), old.probability(), List.of()),
                            kept.said(),
                            kept.at()));
        }));
        return due.size();
    }

    @Override
    public List<Case> against(Id<User> author, @Nullable Cursor after, int limit) {
        return all(one -> author.equals(one.authorId()))
                .filter(one -> Keyset.isAfter(one.openedAt(), one.id(), after))
                .sorted(FIRST_OPENED)
                .limit(limit)
                .toList();
    }

    @Override
    public int purge(Instant before, int limit) {
        List<Case> over = all(one -> one.decidedAt() != null && one.decidedAt().isBefore(before))
                .filter(one -> reports.ofCase(one.id(), 1).isEmpty() && measuresOf.test(one.id()))
                .limit(limit)
                .toList();
        over.forEach(one -> {
            cases.remove(one.id());
            signals.keys().stream()
                    .filter(key -> key.first().equals(one.id()))
                    .toList()
                    .forEach(signals::remove);
            lessons.keys().stream()
                    .filter(key -> key.caseId().equals(one.id()))
                    .toList()
                    .forEach(lessons::remove);
        });
        return over.size() + withoutReasons(kept -> kept.at().isBefore(before), limit);
    }

    /** Whether no measure was taken in a case; told by the store of measures, which comes later. */
    private Predicate<Id<Case>> measuresOf = id -> true;

    void isFree(Predicate<Id<Case>> free) {
        measuresOf = free;
    }

    @Override
    public int forget(Id<User> person, int limit) {
        List<Case> theirs = all(one -> person.equals(one.authorId()) || person.equals(one.claimantId()))
                .limit(limit)
                .toList();
        int silenced = withoutReasons(
                kept -> theirs.stream()
                        .anyMatch(one -> one.id().equals(kept.caseId()) && person.equals(one.authorId())),
                Integer.MAX_VALUE);
        theirs.forEach(one -> cases.put(
                one.id(),
                changed(
                        one,
                        one.status(),
                        person.equals(one.claimantId()) ? null : one.claimantId(),
                        person.equals(one.claimantId()) ? null : one.claimedUntil(),
                        one.snoozedUntil(),
                        person.equals(one.authorId()) ? null : one.authorId(),
                        one.outsiderId())));
        return theirs.size() + silenced;
    }
}
