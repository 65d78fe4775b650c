package org.somoim.sqlite.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Word;

/**
 * Facts in {@code somoim_facts}, how far each listener is in {@code somoim_listeners}, what one could not take in {@code
 * somoim_facts_set_aside}. Made from its annotations.
 */
public interface SqliteFactLog extends FactLog {

    @Override
    @Insert("insert into somoim_facts (fact, created_at) values (#{fact}, #{at})")
    void append(Fact fact, Instant at);

    /** {@code json_each} gives what is in an array in its order. */
    @Override
    @Insert("insert into somoim_facts (fact, created_at) select value, #{at} from json_each(#{facts})")
    void appendAll(List<Fact> facts, Instant at);

    @Override
    @Select("""
            select position, created_at as at, fact
            from somoim_facts
            where position > #{position}
            order by position
            limit #{limit}
            """)
    List<Entry> after(long position, int limit);

    @Override
    @Select("select position, created_at as at, fact from somoim_facts where position = #{position}")
    Optional<Entry> find(long position);

    /** The table's own counter remembers what has been trimmed. */
    @Override
    @Select("select coalesce((select seq from sqlite_sequence where name = 'somoim_facts'), 0)")
    long newest();

    @Override
    default Progress progress(Word listener) {
        return known(listener).orElse(new Progress(0, 0, null));
    }

    @Select("select position, failures, retry_at from somoim_listeners where name = #{listener}")
    Optional<Progress> known(Word listener);

    @Override
    default boolean advance(Word listener, long from, long to) {
        return move(listener, from, to) || from == 0 && begin(listener, to);
    }

    @Update("""
            update somoim_listeners
            set position = #{to}, failures = 0, retry_at = null
            where name = #{listener} and position = #{from}
            """)
    boolean move(Word listener, long from, long to);

    @Insert("""
            insert into somoim_listeners (name, position, failures, retry_at)
            values (#{listener}, #{to}, 0, null)
            on conflict (name) do nothing
            """)
    boolean begin(Word listener, long to);

    @Override
    @Insert("""
            insert into somoim_listeners (name, position, failures, retry_at)
            values (#{listener}, 0, #{failures}, #{retryAt})
            on conflict (name) do update set failures = excluded.failures, retry_at = excluded.retry_at
            """)
    void failed(Word listener, int failures, Instant retryAt);

    @Override
    @Insert("""
            insert into somoim_facts_set_aside (listener, position, failures, error, created_at)
            values (#{listener}, #{position}, #{failures}, #{error}, #{since})
            on conflict (listener, position) do update
            set failures = excluded.failures, error = excluded.error, created_at = excluded.created_at
            """)
    void setAside(SetAside setAside);

    @Override
    default List<SetAside> setAside() {
        return allSetAside();
    }

    @Select("""
            select listener, position, failures, error, created_at as since
            from somoim_facts_set_aside
            order by created_at, position, listener
            """)
    List<SetAside> allSetAside();

    @Override
    @Delete("delete from somoim_facts_set_aside where listener = #{listener} and position = #{position}")
    boolean takeBack(Word listener, long position);

    @Override
    @Delete("""
            delete from somoim_facts
            where position <= #{position} and position not in (select position from somoim_facts_set_aside)
            """)
    int trim(long position);
}
