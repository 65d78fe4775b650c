package org.somoim.sqlite.operations;

import java.util.List;
import org.apache.ibatis.annotations.Select;
import org.somoim.operations.Upkeep;

/** What Flyway has written down in {@code somoim_schema_history}. Made from its annotations. */
public interface SqliteHistory {
    /** Oldest first, without the line that says that there were tables before. */
    @Select("""
            select version,
                description as what,
                cast(round((julianday(installed_on) - 2440587.5) * 86400000) as integer) as at
            from somoim_schema_history
            where success = 1 and type <> 'BASELINE'
            order by installed_rank
            """)
    List<Upkeep.Step> steps();
}
