package org.somoim.sqlite.calendar;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.somoim.calendar.CalendarLink;
import org.somoim.calendar.CalendarLinkStore;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;

/** Links in {@code somoim_calendar_links}. Made from its annotations. */
public interface SqliteCalendarLinkStore extends CalendarLinkStore {

    @Override
    @Insert("""
            insert into somoim_calendar_links (id, user_id, name, place_id, digest, created_at)
            values (#{link.id}, #{link.userId}, #{link.name}, #{link.placeId}, #{digest.hex}, #{link.createdAt})
            """)
    void add(CalendarLink link, Secrets.Digest digest);

    @Override
    @Select("""
            select id, user_id, name, place_id, created_at
            from somoim_calendar_links
            where id = #{link}
            """)
    Optional<CalendarLink> find(Id<CalendarLink> link);

    @Override
    @Select("""
            select id, user_id, name, place_id, created_at
            from somoim_calendar_links
            where digest = #{hex}
            """)
    Optional<CalendarLink> findByDigest(Secrets.Digest digest);

    @Override
    @Select("""
            select id, user_id, name, place_id, created_at
            from somoim_calendar_links
            where user_id = #{user}
            order by created_at, id
            """)
    List<CalendarLink> of(Id<User> user);

    @Override
    @Delete("delete from somoim_calendar_links where id = #{link}")
    boolean remove(Id<CalendarLink> link);
}
