package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.mail.Email;
import org.somoim.moderation.Case;
import org.somoim.moderation.Notice;
import org.somoim.moderation.Report;
import org.somoim.moderation.ReportStore;
import org.somoim.moderation.Snapshot;

/** Reports in memory. */
public final class MemoryReportStore implements ReportStore {
    private static final Comparator<Report> OLDEST_FIRST =
            Comparator.comparing(Report::createdAt).thenComparing(Report::id);
    private static final Comparator<Report.Kept> TAKEN_FIRST =
            Comparator.comparing(Report.Kept::takenAt).thenComparing(Report.Kept::id);

    private final Memory.Table<Id<Report>, Report> reports;
    private final Memory.Table<Id<Report.Kept>, Report.Kept> snapshots;
    private final Memory.Table<String, Notice> notices;
    private final Memory.Table<Id<User>, Instant> trusted;

    public MemoryReportStore(Memory memory) {
        reports = memory.table();
        snapshots = memory.table();
        notices = memory.table();
        trusted = memory.table();
    }

    private Stream<Report> all(Predicate<Report> which) {
        return reports.all().stream().filter(which);
    }

    @Override
    public boolean add(Report report) {
        boolean isNew = report.reporterId() == null
                || all(other -> other.status() == Report.Status.OPEN
                                && other.subjectId().equals(report.subjectId())
                                && report.reporterId().equals(other.reporterId()))
                        .findAny()
                        .isEmpty();
        if (isNew) {
            reports.add(report.id(), report);
        }
        return isNew;
    }

    @Override
    public void put(Report report) {
        reports.put(report.id(), report);
    }

    @Override
    public Optional<Report> find(Id<Report> report) {
        return reports.get(report);
    }

    @Override
    public List<Report> ofCase(Id<Case> id, int limit) {
        return all(report -> report.caseId().equals(id))
                .sorted(OLDEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean hasReported(Id<Case> id, Id<User> person) {
        return all(report -> report.caseId().equals(id) && person.equals(report.reporterId()))
                .findAny()
                .isPresent();
    }

    @Override
    public List<Report> by(Id<User> reporter, @Nullable Cursor after, int limit) {
        return all(report -> reporter.equals(report.reporterId()))
                .filter(report -> Keyset.isBefore(report.createdAt(), report.id(), after))
                .sorted(OLDEST_FIRST.reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public int countSince(Id<User> reporter, Instant since) {
        return (int) all(report -> reporter.equals(report.reporterId())
                        && report.createdAt().isAfter(since))
                .count();
    }

    @Override
    public Record record(Id<User> reporter) {
        Map<Report.Status, Long> counts = all(report -> reporter.equals(report.reporterId()))
                .collect(Collectors.groupingBy(Report::status, Collectors.counting()));
        return new Record(
                counts.getOrDefault(Report.Status.UPHELD, 0L).intValue(),
                counts.getOrDefault(Report.Status.DISMISSED, 0L).intValue());
    }

    @Override
    public Set<Pair> together(Set<Id<User>> reporters, Id<?> otherThan, Instant since) {
        Map<Id<?>, Set<Id<User>>> bySubject = all(report -> report.reporterId() != null
                        && reporters.contains(report.reporterId())
                        && !report.subjectId().equals(otherThan)
                        && report.createdAt().isAfter(since)
                        && (report.status() == Report.Status.OPEN || report.status() == Report.Status.DISMISSED))
                .collect(Collectors.groupingBy(
                        Report::subjectId, Collectors.mapping(Report::reporterId, Collectors.toSet())));
        Set<Pair> pairs = new HashSet<>();
        bySubject
                .values()
                .forEach(people -> people.forEach(one -> people.stream()
                        .filter(other -> one.compareTo(other) < 0)
                        .forEach(other -> pairs.add(new Pair(one, other)))));
        return pairs;
    }

    @Override
    public Set<Id<User>> reportersOf(Set<Id<?>> subjects, Set<Id<User>> among) {
        return all(report -> report.status() == Report.Status.OPEN
                        && report.reporterId() != null
                        && among.contains(report.reporterId())
                        && subjects.contains(report.subjectId()))
                .map(Report::reporterId)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isTrusted(Id<User> person) {
        return trusted.get(person).isPresent();
    }

    @Override
    public void trust(Id<User> person, @Nullable Id<User> by, Instant at) {
        trusted.put(person, at);
    }

    @Override
    public boolean distrust(Id<User> person) {
        return trusted.remove(person);
    }

    @Override
    public void add(Report.Kept snapshot) {
        snapshots.add(snapshot.id(), snapshot);
    }

    @Override
    public Optional<Report.Kept> snapshot(Id<Report.Kept> id) {
        return snapshots.get(id);
    }

    @Override
    public Optional<Report.Kept> lastSnapshot(Id<?> subject) {
        return snapshots.all().stream()
                .filter(kept -> kept.snapshot().subject().id().equals(subject))
                .max(TAKEN_FIRST);
    }

    @Override
    public List<Report.Kept> snapshots(Id<?> subject, int limit) {
        return snapshots.all().stream()
                .filter(kept -> kept.snapshot().subject().id().equals(subject))
                .sorted(TAKEN_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public void add(Notice notice) {
        notices.add(notice.digest().hex(), notice);
    }

    @Override
    public Optional<Notice> take(Secrets.Digest digest) {
        Optional<Notice> found = notices.get(digest.hex());
        notices.remove(digest.hex());
        return found;
    }

    @Override
    public List<Notice> noticesFrom(Email from) {
        return notices.all().stream()
                .filter(notice -> notice.from().equals(from))
                .toList();
    }

    @Override
    public int removeNoticesFrom(Email from) {
        List<Notice> theirs = noticesFrom(from);
        theirs.forEach(notice -> notices.remove(notice.digest().hex()));
        return theirs.size();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        List<Notice> over = notices.all().stream()
                .filter(notice -> !notice.expiresAt().isAfter(now))
                .limit(limit)
                .toList();
        over.forEach(notice -> notices.remove(notice.digest().hex()));
        return over.size();
    }

    @Override
    public int purge(Instant before, int limit) {
        List<Report> over = all(report ->
                        report.closedAt() != null && report.closedAt().isBefore(before))
                .limit(limit)
                .toList();
        over.forEach(report -> reports.remove(report.id()));
        Set<Id<Report.Kept>> needed = all(report -> true)
                .map(Report::snapshotId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Report.Kept> idle = snapshots.all().stream()
                .filter(kept -> kept.takenAt().isBefore(before) && !needed.contains(kept.id()))
                .limit(limit)
                .toList();
        idle.forEach(kept -> snapshots.remove(kept.id()));
        return over.size() + idle.size();
    }

    @Override
    public int forget(Id<User> person, int limit) {
        List<Report> theirs =
                all(report -> person.equals(report.reporterId())).limit(limit).toList();
        theirs.forEach(report -> reports.put(report.id(), unnamed(report)));
        List<Report.Kept> of = snapshots.all().stream()
                .filter(kept -> person.equals(kept.snapshot().authorId()) || isOf(person, kept.snapshot()))
                .limit(limit)
                .toList();
        of.forEach(this::remove);
        return theirs.size() + of.size() + (trusted.remove(person) ? 1 : 0);
    }

    private void remove(Report.Kept kept) {
        snapshots.remove(kept.id());
        all(report -> kept.id().equals(report.snapshotId()))
                .toList()
                .forEach(report -> reports.put(report.id(), withoutSnapshot(report)));
    }

    @Override
    public int forgetAbout(Id<?> subject) {
        List<Report.Kept> of = snapshots.all().stream()
                .filter(kept -> kept.snapshot().subject().id().equals(subject))
                .filter(kept -> kept.snapshot().authorId() == null)
                .toList();
        of.forEach(this::remove);
        return of.size();
    }

    private static boolean isOf(Id<User> person, Snapshot snapshot) {
        return snapshot.subject().id().equals(person);
    }

    private static Report unnamed(Report report) {
        return new Report(
                report.id(),
                report.caseId(),
                report.subjectKind(),
                report.subjectId(),
                report.snapshotId(),
                null,
                report.ground(),
                null,
                report.weight(),
                report.trusted(),
                report.status(),
                report.createdAt(),
                report.closedAt());
    }

    private static Report withoutSnapshot(Report report) {
        return new Report(
                report.id(),
                report.caseId(),
                report.subjectKind(),
                report.subjectId(),
                null,
                report.reporterId(),
                report.ground(),
                report.words(),
                report.weight(),
                report.trusted(),
                report.status(),
                report.createdAt(),
                report.closedAt());
    }
}
