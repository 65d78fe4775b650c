package org.somoim.sqlite.moderation;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ibatis.annotations.Select;
import org.somoim.access.Restraint;
import org.somoim.access.Restraints;
import org.somoim.kernel.Id;
import org.somoim.moderation.Measure;

/** What is laid on things and people, read off {@code somoim_measures}. Made from its annotations. */
public interface SqliteRestraints extends Restraints {

    @Override
    default Map<Id<?>, Set<Restraint>> on(Set<? extends Id<?>> targets, Instant now) {
        Map<Id<?>, Set<Restraint>> laid = new HashMap<>();
        for (Row row : rows(targets, now)) {
            Restraint restraint = row.kind().restraint();
            if (restraint != null) {
                laid.computeIfAbsent(row.targetId(), key -> new HashSet<>()).add(restraint);
            }
        }
        return laid;
    }

    @Select("""
            select target_id, kind
            from somoim_measures
            where target_id in (select unhex(value) from json_each(#{targets}))
                and state = 'TAKEN' and (ends_at is null or ends_at > #{now})
            order by target_id, kind
            """)
    List<Row> rows(Set<? extends Id<?>> targets, Instant now);

    /** What is laid on what. */
    record Row(Id<?> targetId, Measure.Kind kind) {}
}
