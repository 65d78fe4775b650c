package org.somoim.sqlite.groups;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.groups.Invite;
import org.somoim.groups.InviteStore;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.mail.Email;
import org.somoim.sqlite.Beyond;

/** Invites in {@code somoim_group_invites}; addresses are sealed. Made from its annotations. */
public interface SqliteInviteStore extends InviteStore {
    /** Every column of an {@link Invite}. */
    String COLUMNS = "id, group_id, kind, somoim_open('group_invites.email', id, null, email) as email, invited_by,"
            + " max_uses, uses, expires_at, revoked_at, created_at";

    @Override
    @Insert("""
            insert into somoim_group_invites (
                id, group_id, kind, email, email_mark, digest, invited_by, max_uses, uses, expires_at, revoked_at, created_at,
                updated_at)
            values (
                #{invite.id}, #{invite.groupId}, #{invite.kind},
                somoim_seal('group_invites.email', #{invite.id}, null, #{invite.email}), somoim_mark(#{invite.email}),
                #{digest}, #{invite.invitedBy},
                #{invite.maxUses}, #{invite.uses}, #{invite.expiresAt}, #{invite.revokedAt}, #{invite.createdAt},
                #{invite.createdAt})
            """)
    void add(Invite invite, Secrets.Digest digest);

    @Override
    @Select("select " + COLUMNS + " from somoim_group_invites where id = #{invite}")
    Optional<Invite> find(Id<Invite> invite);

    @Override
    @Select("select " + COLUMNS + " from somoim_group_invites where digest = #{digest}")
    Optional<Invite> findByDigest(Secrets.Digest digest);

    @Override
    @Update("""
            update somoim_group_invites
            set uses = uses + 1, updated_at = #{now}
            where id = #{invite} and uses < max_uses and expires_at > #{now} and revoked_at is null
            """)
    boolean use(Id<Invite> invite, Instant now);

    @Override
    @Update("""
            update somoim_group_invites
            set revoked_at = #{now}, updated_at = #{now}
            where id = #{invite} and revoked_at is null
            """)
    boolean revoke(Id<Invite> invite, Instant now);

    @Override
    default List<Invite> open(Id<Group> group, Instant now, @Nullable Cursor after, int limit) {
        return openRows(group, now, Beyond.newest(after), limit);
    }

    @Select("select " + COLUMNS + """
             from somoim_group_invites
            where group_id = #{group} and uses < max_uses and expires_at > #{now} and revoked_at is null
                and (created_at, id) < (#{after.at}, #{after.id})
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Invite> openRows(Id<Group> group, Instant now, Cursor after, int limit);

    @Override
    @Delete("""
            delete from somoim_group_invites
            where id in (
                select id from somoim_group_invites
                where expires_at < #{time}
                order by expires_at, id
                limit #{limit})
            """)
    int prune(Instant time, int limit);

    @Override
    @Select("select " + COLUMNS + """
             from somoim_group_invites
            where invited_by = #{person} and (created_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, id
            limit #{limit}
            """)
    List<Invite> issuedBy(Id<User> person, @Nullable Cursor after, int limit);

    @Override
    @Delete("""
            delete from somoim_group_invites
            where id in (
                select id from somoim_group_invites
                where invited_by = #{person}
                order by created_at, id
                limit #{limit})
            """)
    int removeIssuedBy(Id<User> person, int limit);

    @Override
    @Delete("delete from somoim_group_invites where email_mark = somoim_mark(#{email})")
    int removeSentTo(Email email);
}
