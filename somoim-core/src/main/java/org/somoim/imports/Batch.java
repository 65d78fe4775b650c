package org.somoim.imports;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.imports.Progress.Refused;
import org.somoim.imports.Progress.Tally;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Work;

/**
 * The rows of one change. What all of them name is asked for at once; then they are brought in one after another, as later
 * ones may speak of earlier ones; and what is better written together is written in the end.
 */
final class Batch {
    private final Work.Tx tx;
    private final References references;
    private final List<Reading> readings;
    private final Map<Class<?>, Opened<?>> intakes = new LinkedHashMap<>();

    Batch(Work.Tx tx, References references, List<Row> rows) {
        this.tx = tx;
        this.references = references;
        this.readings = rows.stream().map(Reading::of).toList();
    }

    /**
     * @param first number of the first row
     * @param refused gets those that are refused, in their order
     */
    Tally bring(Collection<Importer<?>> importers, long first, List<Refused> refused) {
        references.lookUp(readings.stream().flatMap(Reading::names).collect(Collectors.toSet()));
        importers.forEach(this::open);
        int brought = 0;
        for (int i = 0; i < readings.size(); i++) {
            try {
                if (bring(readings.get(i).entry())) {
                    brought++;
                }
            } catch (Refusal refusal) {
                refused.add(new Refused(first + i, refusal.reason()));
            }
        }
        intakes.values().forEach(opened -> opened.intake().write());
        references.write();
        return new Tally(brought, readings.size() - brought - refused.size(), refused.size());
    }

    private <E extends Entry> void open(Importer<E> importer) {
        Class<E> kind = importer.entry();
        List<E> all = new ArrayList<>();
        for (Reading reading : readings) {
            if (kind.isInstance(reading.read())) {
                all.add(kind.cast(reading.read()));
            }
        }
        intakes.put(kind, new Opened<>(kind, importer.begin(tx, references, all)));
    }

    private boolean bring(Entry entry) {
        if (entry.since().isAfter(tx.now())) {
            throw ImportReason.IN_THE_FUTURE.refuse();
        }
        Opened<?> opened = intakes.get(entry.getClass());
        if (opened == null) {
            throw ImportReason.UNKNOWN_ENTRY.refuse();
        }
        return opened.bring(entry);
    }

    private record Opened<E extends Entry>(Class<E> kind, Importer.Intake<E> intake) {
        boolean bring(Entry entry) {
            return intake.bring(kind.cast(entry));
        }
    }

    /** What was read of one row. */
    private record Reading(@Nullable Entry read, @Nullable Refusal refusal) {
        static Reading of(Row row) {
            try {
                return new Reading(row.read(), null);
            } catch (Refusal refusal) {
                return new Reading(null, refusal);
            }
        }

        Stream<Ref<?>> names() {
            return read == null ? Stream.empty() : read.names().stream();
        }

        /** Refuses as the row did. */
        Entry entry() {
            if (refusal != null) {
                throw refusal;
            }
            return requireNonNull(read);
        }
    }
}
