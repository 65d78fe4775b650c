package org.somoim.sqlite.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.sessions.Session;
import org.somoim.sessions.SessionStore;

/** Sessions in {@code somoim_sessions}. Made from its annotations. */
public interface SqliteSessionStore extends SessionStore {

    @Override
    @Insert("""
            insert into somoim_sessions (id, user_id, device, family, refresh, created_at, used_at, expires_at)
            values (#{id}, #{userId}, #{device}, #{family}, #{refresh}, #{createdAt}, #{usedAt}, #{expiresAt})
            """)
    void add(Session session);

    @Override
    @Select("""
            select id, user_id, device, family, refresh, created_at, used_at, expires_at
            from somoim_sessions
            where id = #{session}
            """)
    Optional<Session> find(Id<Session> session);

    @Override
    @Select("""
            select id, user_id, device, family, refresh, created_at, used_at, expires_at
            from somoim_sessions
            where id in (select unhex(value) from json_each(#{sessions}))
            """)
    List<Session> all(Set<Id<Session>> sessions);

    @Override
    @Update("""
            update somoim_sessions
            set refresh = #{next.refresh},
                created_at = #{next.createdAt},
                used_at = #{next.usedAt},
                expires_at = #{next.expiresAt}
            where id = #{next.id} and refresh = #{spent}
            """)
    boolean refresh(Session next, Secrets.Digest spent);

    @Override
    @Select("""
            select id, user_id, device, family, refresh, created_at, used_at, expires_at
            from somoim_sessions
            where user_id = #{person}
            order by used_at desc, id desc
            """)
    List<Session> of(Id<User> person);

    @Override
    @Delete("delete from somoim_sessions where id = #{session}")
    boolean remove(Id<Session> session);

    @Override
    @Delete("delete from somoim_sessions where user_id = #{person}")
    int removeAll(Id<User> person);

    @Override
    @Delete("""
            delete from somoim_sessions
            where id in (select id from somoim_sessions where expires_at <= #{now} order by expires_at limit #{limit})
            """)
    int removeExpired(Instant now, int limit);
}
