package org.somoim.sqlite.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.somoim.audit.AuditFilter;
import org.somoim.audit.AuditStore;
import org.somoim.audit.Deed;
import org.somoim.audit.Entry;
import org.somoim.audit.Head;
import org.somoim.audit.Link;
import org.somoim.audit.SealedHead;
import org.somoim.audit.Who;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.User;

/** The audit log in {@code somoim_audit_entries}, its end in {@code somoim_audit_head}. Made from its annotations. */
public interface SqliteAuditStore extends AuditStore {

    @Override
    @Insert("""
            insert into somoim_audit_entries
                (number, who, who_user_id, deed, user_id, thing_id, previous, hash, created_at)
            values (#{number}, #{who.kind}, #{who.id}, #{deed}, #{about}, #{thing}, #{previous}, #{hash}, #{at})
            """)
    void add(Entry entry);

    @Override
    @Select("""
            select number as entries, hash from somoim_audit_entries
            where number = (select max(number) from somoim_audit_entries)
            """)
    Optional<Head> last();

    @Override
    @Insert("""
            insert into somoim_audit_head (one, entries, hash, seal) values (1, #{entries}, #{hash}, #{seal})
            on conflict (one) do update
            set entries = excluded.entries, hash = excluded.hash, seal = excluded.seal
            """)
    void put(SealedHead head);

    @Override
    @Select("select entries, hash, seal from somoim_audit_head where one = 1")
    Optional<SealedHead> head();

    @Override
    @Select("""
            select number, created_at as at, cast(who as blob) as who, who_user_id, cast(deed as blob) as deed, user_id,
                thing_id, cast(previous as blob) as previous, cast(hash as blob) as hash
            from somoim_audit_entries
            where number > #{number}
            order by number
            limit #{limit}
            """)
    List<Link> links(long number, int limit);

    @Override
    default List<Entry> before(long number, AuditFilter filter, int limit) {
        if (filter.who() != null) {
            return newest(limit, rowsBy(number, filter.who(), filter.about(), limit), List.of());
        }
        return filter.about() == null
                ? newest(limit, rows(number, limit), List.of())
                : newest(limit, rowsAbout(number, filter.about(), limit), rowsOn(number, filter.about(), limit));
    }

    @Override
    default List<Entry> of(Id<User> person, long number, int limit) {
        return newest(limit, rowsBy(number, person, null, limit), rowsAbout(number, person, limit));
    }

    /** Two questions, of which each has its index, where one with "or" would sort everything there is. */
    private static List<Entry> newest(int limit, List<Row> some, List<Row> others) {
        return Stream.concat(some.stream(), others.stream())
                .distinct()
                .sorted(Comparator.comparing(Row::number).reversed())
                .limit(limit)
                .map(Row::entry)
                .toList();
    }

    @Select("""
            select number, created_at as at, who, who_user_id, deed, user_id, thing_id, previous, hash
            from somoim_audit_entries
            where number < #{number}
            order by number desc
            limit #{limit}
            """)
    List<Row> rows(long number, int limit);

    @Select("""
            select number, created_at as at, who, who_user_id, deed, user_id, thing_id, previous, hash
            from somoim_audit_entries
            where number < #{number} and who_user_id = #{who}
              and (#{about} is null or user_id = #{about} or thing_id = #{about})
            order by number desc
            limit #{limit}
            """)
    List<Row> rowsBy(long number, Id<User> who, @Nullable Id<?> about, int limit);

    @Select("""
            select number, created_at as at, who, who_user_id, deed, user_id, thing_id, previous, hash
            from somoim_audit_entries
            where number < #{number} and user_id = #{person}
            order by number desc
            limit #{limit}
            """)
    List<Row> rowsAbout(long number, Id<?> person, int limit);

    @Select("""
            select number, created_at as at, who, who_user_id, deed, user_id, thing_id, previous, hash
            from somoim_audit_entries
            where number < #{number} and thing_id = #{thing}
            order by number desc
            limit #{limit}
            """)
    List<Row> rowsOn(long number, Id<?> thing, int limit);

    /** An entry, column by column. */
    record Row(
            long number,
            Instant at,
            Who.Kind who,
            @Nullable Id<User> whoUserId,
            Deed deed,
            @Nullable Id<User> userId,
            @Nullable Id<?> thingId,
            Digest previous,
            Digest hash) {

        Entry entry() {
            return new Entry(number, at, new Who(who, whoUserId), deed, userId, thingId, previous, hash);
        }
    }
}
