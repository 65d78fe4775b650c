package org.somoim.sqlite;

import java.util.List;
import org.somoim.kernel.Fact;

/**
 * What one capability brings to the database, besides its migrations.
 *
 * @param stores MyBatis interfaces, each a port of the core; public, because they are reached by reflection
 * @param facts sealed families of facts
 * @param columns how the capability's own value types are kept
 */
public record SqlitePart(List<Class<?>> stores, List<Class<? extends Fact>> facts, List<Column<?>> columns) {

    public SqlitePart {
        stores = List.copyOf(stores);
        facts = List.copyOf(facts);
        columns = List.copyOf(columns);
    }

    /** Stores and nothing else. */
    public static SqlitePart of(Class<?>... stores) {
        return new SqlitePart(List.of(stores), List.of(), List.of());
    }

    /** The same, and a family of facts. */
    public SqlitePart with(Class<? extends Fact> family) {
        return new SqlitePart(stores, List.of(family), columns);
    }

    /** The same, and its columns. */
    public SqlitePart with(Column<?>... own) {
        return new SqlitePart(stores, facts, List.of(own));
    }
}
