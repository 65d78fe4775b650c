package org.somoim.sqlite;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.type.ByteArrayTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Word;

/**
 * How the kernel's types are kept: ids as their 16 bytes, instants as milliseconds since 1970 UTC, words and text as text.
 * Enums are kept by name, truth as 0 or 1. A collection, which only ever is a parameter, becomes a JSON array for {@code
 * json_each}; ids in it are in hexadecimal, for {@code unhex}.
 */
final class Columns {
    /** Types that MyBatis would keep in some form of its own. Whoever wants one adds a column that says which form. */
    private static final List<Class<?>> NOT_WITHOUT_A_COLUMN = List.of(
            Float.class,
            float.class,
            Double.class,
            double.class,
            Character.class,
            char.class,
            BigDecimal.class,
            BigInteger.class,
            java.util.Date.class,
            java.sql.Date.class,
            java.sql.Time.class,
            java.sql.Timestamp.class,
            java.time.LocalDate.class,
            java.time.LocalDateTime.class,
            java.time.LocalTime.class,
            java.time.OffsetDateTime.class,
            java.time.OffsetTime.class,
            java.time.ZonedDateTime.class,
            java.time.Month.class,
            java.time.Year.class,
            java.time.YearMonth.class,
            java.time.chrono.JapaneseDate.class);

    private Columns() {}

    /**
     * Makes {@code registry} know the kernel's types, {@code own} and nothing that it would have to guess.
     *
     * @param facts sealed families
     */
    static void register(TypeHandlerRegistry registry, List<Column<?>> own, Collection<Class<? extends Fact>> facts) {
        var text = new FactText(facts);
        List<Column<?>> columns = new ArrayList<>(own);
        columns.add(Column.<Id<?>>blob(Id.class, id -> bytes(id.value()), bytes -> new Id<>(uuid(bytes))));
        columns.add(Column.blob(UUID.class, Columns::bytes, Columns::uuid));
        columns.add(Column.text(Word.class, Word::value, Word::new));
        columns.add(Column.text(Line.class, Line::value, Line::new));
        columns.add(Column.text(Prose.class, Prose::value, Prose::new));
        columns.add(Column.integer(Instant.class, Instant::toEpochMilli, Instant::ofEpochMilli));
        columns.add(Column.text(Secrets.Digest.class, Secrets.Digest::hex, Secrets.Digest::new));
        columns.add(Column.text(FactLog.Error.class, FactLog.Error::className, FactLog.Error::new));
        columns.add(Column.text(Fact.class, text::write, text::read));

        var anything = new Anything(columns);
        List.of(Object.class, Collection.class, List.class, Set.class)
                .forEach(type -> registry.register(type, anything.as()));
        NOT_WITHOUT_A_COLUMN.forEach(type -> registry.register(type, anything.as()));
        columns.forEach(column -> register(registry, column));
        // MyBatis would ask for an object of JDBC's, which the driver does not have.
        registry.register(byte[].class, JdbcType.BLOB, new ByteArrayTypeHandler());
    }

    private static <T> void register(TypeHandlerRegistry registry, Column<T> column) {
        registry.register(column.type(), new ColumnHandler<>(column));
    }

    private static byte[] bytes(UUID value) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        if (bytes.length != 2 * Long.BYTES) {
            throw new IllegalStateException("an id has 16 bytes, this column holds " + bytes.length);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new UUID(in.getLong(), in.getLong());
    }
}
