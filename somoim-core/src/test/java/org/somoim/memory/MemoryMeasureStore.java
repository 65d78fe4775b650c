package org.somoim.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.somoim.access.Restraint;
import org.somoim.access.Restraints;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.moderation.Appeal;
import org.somoim.moderation.Case;
import org.somoim.moderation.Measure;
import org.somoim.moderation.MeasureStore;

/** Measures in memory, and what is laid on things and people by them. */
public final class MemoryMeasureStore implements MeasureStore, Restraints {
    private static final Comparator<Measure> OLDEST_FIRST =
            Comparator.comparing(Measure::decidedAt).thenComparing(Measure::id);
    private static final Comparator<Appeal> FILED_FIRST =
            Comparator.comparing(Appeal::filedAt).thenComparing(Appeal::id);

    private final Memory.Table<Id<Measure>, Measure> measures;
    private final Memory.Table<Id<Appeal>, Appeal> appeals;
    private final Memory.Table<Id<User>, Instant> paces;
    private final MemoryReportStore reports;

    public MemoryMeasureStore(Memory memory, MemoryCaseStore cases, MemoryReportStore reports) {
        measures = memory.table();
        appeals = memory.table();
        paces = memory.table();
        this.reports = reports;
        cases.isFree(id -> ofCase(id).isEmpty());
    }

    private Stream<Measure> all(Predicate<Measure> which) {
        return measures.all().stream().filter(which).sorted(OLDEST_FIRST);
    }

    @Override
    public Map<Id<?>, Set<Restraint>> on(Set<? extends Id<?>> targets, Instant now) {
        Map<Id<?>, Set<Restraint>> laid = new HashMap<>();
        all(measure -> measure.isInForce(now) && targets.contains(measure.targetId()))
                .filter(measure -> measure.kind().restraint() != null)
                .forEach(measure -> laid.computeIfAbsent(measure.targetId(), key -> new HashSet<>())
                        .add(measure.kind().restraint()));
        return laid;
    }

    @Override
    public void add(Measure measure) {
        measures.add(measure.id(), measure);
    }

    @Override
    public boolean move(Measure measure, Measure.State state) {
        boolean isAsRead = measures.get(measure.id())
                .filter(found -> found.state() == state)
                .isPresent();
        if (isAsRead) {
            measures.put(measure.id(), measure);
        }
        return isAsRead;
    }

    @Override
    public Optional<Measure> find(Id<Measure> id) {
        return measures.get(id);
    }

    @Override
    public List<Measure> ofCase(Id<Case> id) {
        return all(measure -> measure.caseId().equals(id)).toList();
    }

    @Override
    public List<Measure> proposed(Id<User> reader, int limit) {
        return all(measure -> measure.state() == Measure.State.PROPOSED)
                .filter(measure -> !reader.equals(measure.deciderId())
                        && !reader.equals(measure.personId())
                        && !reports.hasReported(measure.caseId(), reader))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Measure> following(Id<Measure> id) {
        return all(measure -> id.equals(measure.followsId())).toList();
    }

    @Override
    public List<Measure> inForce(Id<?> target, Instant now) {
        return all(measure -> measure.targetId().equals(target) && measure.isInForce(now))
                .toList();
    }

    @Override
    public List<Id<?>> hiddenByReports(int limit) {
        return all(measure -> measure.automated()
                        && measure.kind() == Measure.Kind.HIDE
                        && measure.source() == Measure.Source.REPORT
                        && measure.state() == Measure.State.TAKEN)
                .<Id<?>>map(Measure::targetId)
                .limit(limit)
                .toList();
    }

    private static boolean wasTaken(Measure measure) {
        return measure.state() != Measure.State.PROPOSED && measure.state() != Measure.State.DECLINED;
    }

    private List<Measure> newest(Predicate<Measure> which, @Nullable Cursor after, int limit) {
        return all(which)
                .filter(measure -> Keyset.isBefore(measure.decidedAt(), measure.id(), after))
                .sorted(OLDEST_FIRST.reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Measure> against(Id<User> person, @Nullable Cursor after, int limit) {
        return newest(measure -> person.equals(measure.personId()) && wasTaken(measure), after, limit);
    }

    @Override
    public List<Measure> banned(Instant now, @Nullable Cursor after, int limit) {
        return newest(measure -> measure.kind().isAgainstPerson() && measure.isInForce(now), after, limit);
    }

    @Override
    public List<Measure> taken(@Nullable Cursor after, int limit) {
        return newest(MemoryMeasureStore::wasTaken, after, limit);
    }

    @Override
    public int points(Id<User> person, Instant since, Instant until) {
        return all(measure -> person.equals(measure.personId())
                        && (measure.state() == Measure.State.TAKEN || measure.state() == Measure.State.LIFTED)
                        && measure.decidedAt().isAfter(since)
                        && !measure.decidedAt().isAfter(until))
                .mapToInt(Measure::points)
                .sum();
    }

    @Override
    public List<Measure> consequences(Id<User> person) {
        return all(measure -> person.equals(measure.personId())
                        && measure.rung() > 0
                        && (measure.state() == Measure.State.TAKEN || measure.state() == Measure.State.PROPOSED))
                .toList();
    }

    @Override
    public boolean pace(Id<User> person, Instant at, Duration least) {
        boolean isSlow =
                paces.get(person).filter(last -> last.plus(least).isAfter(at)).isEmpty();
        if (isSlow) {
            paces.put(person, at);
        }
        return isSlow;
    }

    @Override
    public boolean add(Appeal appeal) {
        boolean isNew = appeals.all().stream()
                .noneMatch(other -> Objects.equals(other.appellantId(), appeal.appellantId())
                        && Objects.equals(other.measureId(), appeal.measureId())
                        && Objects.equals(other.reportId(), appeal.reportId()));
        if (isNew) {
            appeals.add(appeal.id(), appeal);
        }
        return isNew;
    }

    @Override
    public boolean judge(Appeal judged) {
        boolean isFiled = appeals.get(judged.id())
                .filter(found -> found.status() == Appeal.Status.FILED)
                .isPresent();
        if (isFiled) {
            appeals.put(judged.id(), judged);
        }
        return isFiled;
    }

    @Override
    public Optional<Appeal> appeal(Id<Appeal> id) {
        return appeals.get(id);
    }

    @Override
    public List<Appeal> filed(Id<User> reviewer, @Nullable Cursor after, int limit) {
        return appeals.all().stream()
                .filter(appeal -> appeal.status() == Appeal.Status.FILED)
                .filter(appeal -> !reviewer.equals(appeal.appellantId())
                        && !reviewer.equals(appeal.deciderId())
                        && !reviewer.equals(appeal.secondId()))
                .filter(appeal -> Keyset.isAfter(appeal.filedAt(), appeal.id(), after))
                .sorted(FILED_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Appeal> against(Id<User> appellant, Set<Id<Measure>> wanted) {
        return appeals.all().stream()
                .filter(appeal -> appellant.equals(appeal.appellantId()))
                .filter(appeal -> appeal.measureId() != null && wanted.contains(appeal.measureId()))
                .toList();
    }

    @Override
    public List<Appeal> unnamed(Set<Id<Measure>> wanted) {
        return appeals.all().stream()
                .filter(appeal -> appeal.appellantId() == null)
                .filter(appeal -> appeal.measureId() != null && wanted.contains(appeal.measureId()))
                .toList();
    }

    @Override
    public List<Appeal> by(Id<User> appellant, @Nullable Cursor after, int limit) {
        return appeals.all().stream()
                .filter(appeal -> appellant.equals(appeal.appellantId()))
                .filter(appeal -> Keyset.isBefore(appeal.filedAt(), appeal.id(), after))
                .sorted(FILED_FIRST.reversed())
                .limit(limit)
                .toList();
    }

    /** What tallies are made by. */
    private record Sort(org.somoim.moderation.Ground ground, Measure.Kind kind, boolean automated) {}

    @Override
    public List<Tally> tally(Instant from, Instant to) {
        List<Tally> tallies = new ArrayList<>();
        all(measure -> wasTaken(measure)
                        && !measure.decidedAt().isBefore(from)
                        && measure.decidedAt().isBefore(to))
                .collect(Collectors.groupingBy(
                        measure -> new Sort(measure.ground(), measure.kind(), measure.automated()),
                        Collectors.counting()))
                .forEach((sort, count) ->
                        tallies.add(new Tally(sort.ground(), sort.kind(), sort.automated(), count.intValue())));
        return tallies;
    }

    @Override
    public List<Verdicts> verdicts(Instant from, Instant to) {
        List<Verdicts> verdicts = new ArrayList<>();
        appeals.all().stream()
                .filter(appeal -> appeal.decidedAt() != null
                        && !appeal.decidedAt().isBefore(from)
                        && appeal.decidedAt().isBefore(to))
                .collect(Collectors.groupingBy(Appeal::status, Collectors.counting()))
                .forEach((status, count) -> verdicts.add(new Verdicts(status, count.intValue())));
        return verdicts;
    }

    @Override
    public int countFiled() {
        return (int) appeals.all().stream()
                .filter(appeal -> appeal.status() == Appeal.Status.FILED)
                .count();
    }

    @Override
    public int purge(Instant before, Instant now, int limit) {
        List<Appeal> judged = appeals.all().stream()
                .filter(appeal ->
                        appeal.decidedAt() != null && appeal.decidedAt().isBefore(before))
                .limit(limit)
                .toList();
        judged.forEach(appeal -> appeals.remove(appeal.id()));
        List<Measure> over = all(measure -> isOver(measure, before))
                .filter(measure -> following(measure.id()).isEmpty()
                        && appeals.all().stream()
                                .noneMatch(appeal -> measure.id().equals(appeal.measureId())))
                .limit(limit)
                .toList();
        over.forEach(measure -> measures.remove(measure.id()));
        return judged.size() + over.size();
    }

    private static boolean isOver(Measure measure, Instant before) {
        Instant end = measure.endedAt() != null ? measure.endedAt() : measure.until();
        boolean hasEnd = measure.state() != Measure.State.PROPOSED && end != null;
        return hasEnd && end.isBefore(before);
    }

    @Override
    public int forget(Id<User> person, int limit) {
        List<Appeal> filed = appeals.all().stream()
                .filter(appeal -> person.equals(appeal.appellantId()))
                .limit(limit)
                .toList();
        filed.forEach(appeal -> appeals.remove(appeal.id()));
        List<Measure> on = all(measure -> measure.targetId().equals(person)
                        || measure.kind().isAgainstPerson() && person.equals(measure.personId()))
                .limit(limit)
                .toList();
        on.forEach(this::remove);
        List<Measure> about =
                all(measure -> person.equals(measure.personId())).limit(limit).toList();
        about.forEach(measure -> measures.put(measure.id(), unnamed(measure)));
        return filed.size() + on.size() + about.size() + (paces.remove(person) ? 1 : 0);
    }

    private void remove(Measure measure) {
        appeals.all().stream()
                .filter(appeal -> measure.id().equals(appeal.measureId()))
                .forEach(appeal -> appeals.remove(appeal.id()));
        measures.remove(measure.id());
    }

    @Override
    public int forgetAbout(Id<?> target) {
        List<Measure> on = all(measure -> measure.targetId().equals(target) && measure.personId() == null)
                .toList();
        on.forEach(measure -> measures.put(measure.id(), unnamed(measure)));
        return on.size();
    }

    @Override
    public int removeUnnamed(Id<?> target) {
        Set<Id<Measure>> on = all(measure -> measure.targetId().equals(target))
                .map(Measure::id)
                .collect(Collectors.toSet());
        List<Appeal> filed = unnamed(on);
        filed.forEach(appeal -> appeals.remove(appeal.id()));
        return filed.size();
    }

    private static Measure unnamed(Measure measure) {
        return new Measure(
                measure.id(),
                measure.caseId(),
                measure.followsId(),
                measure.kind(),
                measure.state(),
                measure.subjectKind(),
                measure.subjectId(),
                measure.targetId(),
                null,
                measure.placeId(),
                measure.ground(),
                measure.rule(),
                new Prose("…"),
                measure.automated(),
                measure.confidence(),
                measure.source(),
                measure.points(),
                measure.rung(),
                measure.deciderId(),
                measure.secondId(),
                null,
                measure.decidedAt(),
                measure.from(),
                measure.until(),
                measure.endedAt());
    }
}
