package org.somoim.sqlite.idempotency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.somoim.idempotency.DoneCall;
import org.somoim.idempotency.DoneCallStore;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.idempotency.VeiledCall;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;

/** Calls that had their effect in {@code somoim_done_calls}. Made from its annotations. */
public interface SqliteDoneCallStore extends DoneCallStore {

    @Override
    @Insert("""
            insert into somoim_done_calls (user_id, idempotency_key, request, made, created_at)
            values (#{userId}, #{key}, #{request}, #{made}, #{createdAt})
            """)
    void add(DoneCall call);

    @Override
    @Select("""
            select user_id, idempotency_key as "key", request, made, created_at
            from somoim_done_calls
            where user_id = #{person} and idempotency_key = #{key}
            """)
    Optional<DoneCall> find(Id<User> person, IdempotencyKey key);

    @Override
    @Select("""
            select user_id, idempotency_key as "key", request, made, created_at
            from somoim_done_calls
            where user_id = #{person}
            order by idempotency_key
            """)
    List<DoneCall> of(Id<User> person);

    @Override
    @Delete("delete from somoim_done_calls where user_id = #{person}")
    int removeAll(Id<User> person);

    @Override
    @Delete("""
            delete from somoim_done_calls
            where (user_id, idempotency_key) in (
                select user_id, idempotency_key from somoim_done_calls
                where created_at < #{time}
                order by created_at
                limit #{limit})
            """)
    int removeBefore(Instant time, int limit);

    @Override
    @Insert("""
            insert into somoim_veiled_calls (pseudonym, request, made, until)
            values (#{pseudonym}, #{request}, #{made}, #{until})
            """)
    void addVeiled(VeiledCall call);

    @Override
    @Select("select pseudonym, request, made, until from somoim_veiled_calls where pseudonym = #{pseudonym}")
    Optional<VeiledCall> findVeiled(Secrets.Digest pseudonym);

    @Override
    @Delete("""
            delete from somoim_veiled_calls
            where pseudonym in (
                select pseudonym from somoim_veiled_calls
                where until <= #{time}
                order by until
                limit #{limit})
            """)
    int removeVeiled(Instant time, int limit);
}
