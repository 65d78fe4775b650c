package org.somoim.sqlite.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.imports.Ref;
import org.somoim.imports.ReferenceStore;
import org.somoim.imports.References.Reference;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * What sources call things in {@code somoim_import_references}, as marks: a stolen file does not tell what somebody was
 * called elsewhere. Made from its annotations.
 */
public interface SqliteReferenceStore extends ReferenceStore {
    /** No address reads like this, so that no mark of one is the mark of a name. */
    String MARK = "somoim_mark('import ' || #{source} || ' ' || #{ref.kind} || ' ' || #{ref.name})";

    @Override
    @Insert("insert into somoim_import_references (mark, source, thing_id, user_id, created_at) values (" + MARK
            + ", #{source}, #{thing}, #{person}, #{at})")
    void add(Word source, Ref<?> ref, @Nullable Id<?> thing, @Nullable Id<User> person, Instant at);

    @Override
    @Select("select source, thing_id, user_id from somoim_import_references where mark = " + MARK)
    Optional<Reference> find(Word source, Ref<?> ref);

    @Override
    @Select("""
            select distinct source
            from somoim_import_references
            where user_id = #{person}
            order by source
            """)
    List<Word> sourcesOf(Id<User> person);

    @Override
    @Update("update somoim_import_references set user_id = null where user_id = #{person}")
    int erase(Id<User> person);

    @Override
    @Delete("""
            delete from somoim_import_references
            where mark in (
                select mark from somoim_import_references
                where source = #{source}
                order by mark
                limit #{limit})
            """)
    int remove(Word source, int limit);
}
