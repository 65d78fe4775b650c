package org.somoim.sqlite.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.somoim.accounts.Ticket;
import org.somoim.accounts.TicketStore;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.mail.Email;

/** Tickets in {@code somoim_tickets}. Made from its annotations. */
public interface SqliteTicketStore extends TicketStore {

    @Override
    @Insert("""
            insert into somoim_tickets
                (digest, purpose, user_id, email, email_mark, display_name, password_hash, created_at, expires_at)
            values (
                #{digest}, #{purpose}, #{userId},
                somoim_seal('tickets.email', #{digest}, null, #{email}),
                somoim_mark(#{email}),
                somoim_seal('tickets.display_name', #{digest}, null, #{displayName}),
                #{passwordHash}, #{createdAt}, #{expiresAt})
            """)
    void add(Ticket ticket);

    /** One change runs at a time, so what is found is what is removed. */
    @Override
    default Optional<Ticket> take(Secrets.Digest digest) {
        Optional<Ticket> ticket = find(digest);
        remove(digest);
        return ticket;
    }

    @Select("""
            select digest, purpose, user_id,
                somoim_open('tickets.email', digest, null, email) as email,
                somoim_open('tickets.display_name', digest, null, display_name) as display_name,
                password_hash, created_at, expires_at
            from somoim_tickets
            where digest = #{digest}
            """)
    Optional<Ticket> find(Secrets.Digest digest);

    @Delete("delete from somoim_tickets where digest = #{digest}")
    boolean remove(Secrets.Digest digest);

    @Override
    @Delete("""
            delete from somoim_tickets
            where email_mark = somoim_mark(#{email}) and purpose = #{purpose}
            """)
    int removeAllTo(Email email, Ticket.Purpose purpose);

    @Override
    @Delete("delete from somoim_tickets where user_id = #{account}")
    int removeAllOf(Id<User> account);

    @Override
    @Delete("""
            delete from somoim_tickets
            where digest in (select digest from somoim_tickets where expires_at <= #{now} order by expires_at limit #{limit})
            """)
    int removeExpired(Instant now, int limit);

    @Override
    default List<Ticket> of(Id<User> account, Email email) {
        return Stream.concat(about(account).stream(), proving(email).stream())
                .distinct()
                .toList();
    }

    @Select("""
            select digest, purpose, user_id,
                somoim_open('tickets.email', digest, null, email) as email,
                somoim_open('tickets.display_name', digest, null, display_name) as display_name,
                password_hash, created_at, expires_at
            from somoim_tickets
            where user_id = #{account}
            order by digest
            """)
    List<Ticket> about(Id<User> account);

    @Select("""
            select digest, purpose, user_id,
                somoim_open('tickets.email', digest, null, email) as email,
                somoim_open('tickets.display_name', digest, null, display_name) as display_name,
                password_hash, created_at, expires_at
            from somoim_tickets
            where email_mark = somoim_mark(#{email})
            order by purpose, digest
            """)
    List<Ticket> proving(Email email);
}
