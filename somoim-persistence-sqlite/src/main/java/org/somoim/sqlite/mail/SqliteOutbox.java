package org.somoim.sqlite.mail;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.somoim.kernel.Id;
import org.somoim.mail.Email;
import org.somoim.mail.Outbox;
import org.somoim.mail.Posted;

/** Waiting letters in {@code somoim_outbox}. Made from its annotations. */
public interface SqliteOutbox extends Outbox {

    @Override
    @Insert("""
            insert into somoim_outbox (id, recipient, recipient_mark, subject, text, failures, next_at, created_at)
            values (
                #{id},
                somoim_seal('outbox.recipient', #{id}, null, #{recipient}),
                somoim_mark(#{recipient}),
                somoim_seal('outbox.subject', #{id}, null, #{subject}),
                somoim_seal('outbox.text', #{id}, null, #{text}),
                #{failures}, #{nextAt}, #{createdAt})
            """)
    void add(Posted letter);

    @Override
    @Select("""
            select id,
                somoim_open('outbox.recipient', id, null, recipient) as recipient,
                somoim_open('outbox.subject', id, null, subject) as subject,
                somoim_open('outbox.text', id, null, text) as text,
                failures, next_at, created_at
            from somoim_outbox
            where next_at <= #{now} or next_at > #{latest}
            order by next_at, id
            limit #{limit}
            """)
    List<Posted> due(Instant now, Instant latest, int limit);

    @Override
    @Update("""
            update somoim_outbox
            set failures = #{failures}, next_at = #{nextAt}
            where id = #{letter.id} and next_at = #{letter.nextAt}
            """)
    boolean take(Posted letter, int failures, Instant nextAt);

    @Override
    @Delete("delete from somoim_outbox where id = #{letter}")
    boolean remove(Id<Posted> letter);

    @Override
    @Delete("delete from somoim_outbox where recipient_mark = somoim_mark(#{recipient})")
    int removeAllTo(Email recipient);

    @Override
    @Select("select count(*) from somoim_outbox where failures > 0")
    int countFailing();

    @Override
    @Select("""
            select id,
                somoim_open('outbox.recipient', id, null, recipient) as recipient,
                somoim_open('outbox.subject', id, null, subject) as subject,
                somoim_open('outbox.text', id, null, text) as text,
                failures, next_at, created_at
            from somoim_outbox
            where recipient_mark = somoim_mark(#{recipient})
            order by rowid
            """)
    List<Posted> to(Email recipient);
}
