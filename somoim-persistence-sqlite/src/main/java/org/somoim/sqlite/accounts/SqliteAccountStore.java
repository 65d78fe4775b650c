package org.somoim.sqlite.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountStore;
import org.somoim.accounts.PasswordHash;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.mail.Email;

/**
 * Accounts in {@code somoim_accounts}, how they are entered in {@code somoim_identities}. Addresses are sealed; of someone
 * whose key was destroyed only the mark is left, in the form of an address that leads nowhere. Made from its annotations.
 */
public interface SqliteAccountStore extends AccountStore {
    /** Every column of an {@link Account}. */
    String COLUMNS = """
            id,
            case when length(email) = 0 then lower(hex(id)) || '@erased.invalid'
                else coalesce(
                    somoim_open('accounts.email', id, id, email), lower(hex(email_mark)) || '@unreadable.invalid')
                end as email,
            role, status, created_at, updated_at
            """;

    @Override
    @Insert("""
            insert into somoim_accounts (id, email, email_mark, role, status, created_at, updated_at)
            values (
                #{id},
                somoim_seal('accounts.email', #{id}, #{id}, #{email}),
                somoim_mark(#{email}),
                #{role}, #{status}, #{createdAt}, #{updatedAt})
            on conflict (email_mark) do nothing
            """)
    boolean add(Account account);

    /** One change runs at a time, so an address that is free when asked for still is when it is taken. */
    @Override
    @Update("""
            update somoim_accounts
            set email = somoim_seal('accounts.email', #{id}, #{id}, #{email}),
                email_mark = somoim_mark(#{email}),
                role = #{role}, status = #{status}, updated_at = #{updatedAt}
            where id = #{id}
                and not exists (
                    select 1
                    from somoim_accounts other
                    where other.email_mark = somoim_mark(#{email}) and other.id <> #{id})
            """)
    boolean put(Account account);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_accounts
            where id = #{account}
            """)
    Optional<Account> find(Id<User> account);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_accounts
            where email_mark = somoim_mark(#{email})
            """)
    Optional<Account> findByEmail(Email email);

    @Override
    default List<Account> list(@Nullable Cursor after, int limit) {
        return after == null ? newest(limit) : older(after, limit);
    }

    @Select("select " + COLUMNS + """
             from somoim_accounts
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Account> newest(int limit);

    @Select("select " + COLUMNS + """
             from somoim_accounts
            where (created_at, id) < (#{after.at}, #{after.id})
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Account> older(Cursor after, int limit);

    @Override
    @Select("select count(*) from somoim_accounts where role = #{role} and status = 'ACTIVE'")
    int countActive(SiteRole role);

    @Override
    @Select("select count(*) from somoim_accounts where status = #{status}")
    long count(Account.Status status);

    @Override
    @Select("select count(*) from somoim_accounts where created_at >= #{from} and created_at < #{to}")
    long countOpened(Instant from, Instant to);

    @Override
    @Insert("""
            insert into somoim_identities (provider, subject, user_id, password_hash, created_at, updated_at)
            values ('LOCAL', lower(hex(#{account})), #{account}, #{hash}, #{at}, #{at})
            on conflict (provider, subject) do update
            set password_hash = excluded.password_hash, updated_at = excluded.updated_at
            """)
    void putPassword(Id<User> account, PasswordHash hash, Instant at);

    @Override
    @Select("select password_hash from somoim_identities where user_id = #{account} and provider = 'LOCAL'")
    Optional<PasswordHash> password(Id<User> account);

    /** Whether anyone enters with a password. */
    @Select("select exists (select 1 from somoim_identities where provider = 'LOCAL')")
    boolean hasPasswords();

    @Override
    @Delete("delete from somoim_identities where user_id = #{account} and provider = 'LOCAL'")
    boolean removePassword(Id<User> account);

    @Override
    @Update("update somoim_accounts set status = 'ERASED', role = 'USER', updated_at = #{at} where id = #{account}")
    void shut(Id<User> account, Instant at);

    /** Not sealed: the person's key may be gone, and it is nobody's address. */
    @Override
    @Update("""
            update somoim_accounts
            set email = zeroblob(0), email_mark = somoim_mark(#{nowhere}), updated_at = #{at}
            where id = #{account} and length(email) > 0
            """)
    boolean forgetAddress(Id<User> account, Email nowhere, Instant at);
}
