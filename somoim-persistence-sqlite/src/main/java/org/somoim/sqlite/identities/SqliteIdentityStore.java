package org.somoim.sqlite.identities;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.somoim.identities.Identity;
import org.somoim.identities.IdentityStore;
import org.somoim.identities.LinkedIdentity;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/** Outside identities in {@code somoim_linked_identities}. Made from its annotations. */
public interface SqliteIdentityStore extends IdentityStore {

    @Override
    @Insert("""
            insert into somoim_linked_identities (provider, subject, user_id, known_as, created_at, updated_at)
            values (#{provider}, #{subject}, #{userId}, #{knownAs}, #{createdAt}, #{updatedAt})
            on conflict do nothing
            """)
    boolean add(LinkedIdentity link);

    @Override
    @Update("""
            update somoim_linked_identities
            set known_as = #{knownAs}, updated_at = #{updatedAt}
            where provider = #{provider} and subject = #{subject}
            """)
    void put(LinkedIdentity link);

    @Override
    @Select("""
            select provider, subject, user_id, known_as, created_at, updated_at
            from somoim_linked_identities
            where provider = #{provider} and subject = #{subject}
            """)
    Optional<LinkedIdentity> find(Identity identity);

    @Override
    @Select("""
            select provider, subject, user_id, known_as, created_at, updated_at
            from somoim_linked_identities
            where user_id = #{person}
            order by provider
            """)
    List<LinkedIdentity> of(Id<User> person);

    @Override
    @Delete("delete from somoim_linked_identities where user_id = #{person} and provider = #{provider}")
    boolean remove(Id<User> person, Word provider);

    @Override
    @Delete("delete from somoim_linked_identities where user_id = #{person}")
    void removeAll(Id<User> person);
}
