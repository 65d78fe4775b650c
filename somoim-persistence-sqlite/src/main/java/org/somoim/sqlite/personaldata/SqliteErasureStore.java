package org.somoim.sqlite.personaldata;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.personaldata.Erasure;
import org.somoim.personaldata.ErasureStore;
import org.somoim.personaldata.Wish;

/** Erasures in {@code somoim_erasures}, what was wished in {@code somoim_erasure_wishes}. Made from its annotations. */
public interface SqliteErasureStore extends ErasureStore {

    @Override
    default void add(Erasure erasure) {
        forget(erasure.userId());
        addRow(erasure);
        erasure.wishes().forEach((kind, wish) -> addWish(erasure.id(), kind, wish, erasure.createdAt()));
    }

    @Delete("delete from somoim_erasures where user_id = #{person}")
    void forget(Id<User> person);

    @Insert("""
            insert into somoim_erasures (id, user_id, otherwise, state, created_at, updated_at)
            values (#{id}, #{userId}, #{otherwise}, #{state}, #{createdAt}, #{updatedAt})
            """)
    void addRow(Erasure erasure);

    @Insert("""
            insert into somoim_erasure_wishes (erasure_id, kind, wish, created_at)
            values (#{erasure}, #{kind}, #{wish}, #{at})
            """)
    void addWish(Id<Erasure> erasure, Word kind, Wish wish, Instant at);

    @Override
    @Update("update somoim_erasures set state = #{state}, updated_at = #{updatedAt} where id = #{id}")
    void put(Erasure erasure);

    @Override
    default Optional<Erasure> find(Id<Erasure> erasure) {
        return row(erasure).map(this::whole);
    }

    @Override
    default Optional<Erasure> of(Id<User> person) {
        return rowOf(person).map(this::whole);
    }

    @Override
    default List<Erasure> unfinished(@Nullable Cursor after, int limit) {
        return unfinishedRows(after, limit).stream().map(this::whole).toList();
    }

    private Erasure whole(Row row) {
        Map<Word, Wish> wishes = wishes(row.id()).stream().collect(Collectors.toMap(Wished::kind, Wished::wish));
        return new Erasure(
                row.id(), row.userId(), row.otherwise(), wishes, row.state(), row.createdAt(), row.updatedAt());
    }

    /** An erasure without its wishes. */
    record Row(
            Id<Erasure> id,
            Id<User> userId,
            Wish otherwise,
            Erasure.State state,
            Instant createdAt,
            Instant updatedAt) {}

    /** One of its wishes. */
    record Wished(Word kind, Wish wish) {}

    @Select("select id, user_id, otherwise, state, created_at, updated_at from somoim_erasures where id = #{erasure}")
    Optional<Row> row(Id<Erasure> erasure);

    @Select(
            "select id, user_id, otherwise, state, created_at, updated_at from somoim_erasures where user_id = #{person}")
    Optional<Row> rowOf(Id<User> person);

    @Select("""
            select id, user_id, otherwise, state, created_at, updated_at
            from somoim_erasures
            where state <> 'FINISHED'
              and (created_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, id
            limit #{limit}
            """)
    List<Row> unfinishedRows(@Nullable Cursor after, int limit);

    @Select("select kind, wish from somoim_erasure_wishes where erasure_id = #{erasure} order by kind")
    List<Wished> wishes(Id<Erasure> erasure);

    @Override
    @Delete("""
            delete from somoim_erasures
            where id in (
              select id from somoim_erasures
              where state = 'FINISHED' and updated_at < #{time}
              order by updated_at, id
              limit #{limit})
            """)
    int prune(Instant time, int limit);
}
