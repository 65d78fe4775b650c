package org.somoim.sqlite.events;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.somoim.events.Event;
import org.somoim.events.ForeignUids;
import org.somoim.events.Series;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;

/** Names from other calendars in {@code somoim_event_uids}, as digests: some hold an address. Made from its annotations. */
public interface SqliteForeignUids extends ForeignUids {

    @Override
    @Select("""
            select exists (
              select 1
              from somoim_event_uids u
              left join somoim_events e on e.id = u.event_id
              left join somoim_event_series s on s.id = u.series_id
              where u.uid = #{uid.hex}
                and (e.deleted_at is null and (e.group_id = #{host} or e.page_of = #{host})
                  or s.group_id = #{host} or s.page_of = #{host}))
            """)
    boolean isKnown(Secrets.Digest uid, Id<?> host);

    @Override
    @Insert("insert into somoim_event_uids (uid, event_id, created_at) values (#{uid.hex}, #{event}, #{at})")
    void note(Secrets.Digest uid, Id<Event> event, Instant at);

    @Override
    @Insert("insert into somoim_event_uids (uid, series_id, created_at) values (#{uid.hex}, #{series}, #{at})")
    void noteSeries(Secrets.Digest uid, Id<Series> series, Instant at);
}
