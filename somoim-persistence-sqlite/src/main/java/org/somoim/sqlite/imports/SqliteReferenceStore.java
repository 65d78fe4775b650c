package org.somoim.sqlite.imports;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    String MARK_OF = "somoim_mark('import ' || #{source} || ' ' || ";

    private static String text(Ref<?> ref) {
        return ref.kind().value() + ' ' + ref.name().value();
    }

    @Override
    default void addAll(Word source, List<Named> all, Instant at) {
        addRows(source, all.stream().map(SqliteReferenceStore::row).toList(), at);
    }

    private static List<@Nullable Object> row(Named named) {
        Reference reference = named.reference();
        return Arrays.asList(text(named.ref()), reference.thingId(), reference.userId());
    }

    @Insert("""
            insert into somoim_import_references (mark, source, thing_id, user_id, created_at)
            select
            """ + MARK_OF + """
                (value ->> 0)), #{source}, unhex(value ->> 1), unhex(value ->> 2), #{at}
            from json_each(#{rows})
            """)
    void addRows(Word source, List<List<@Nullable Object>> rows, Instant at);

    @Override
    default Map<Ref<?>, Reference> findAll(Word source, Set<Ref<?>> refs) {
        List<Ref<?>> asked = List.copyOf(refs);
        return found(source, asked.stream().map(SqliteReferenceStore::text).toList()).stream()
                .collect(Collectors.toUnmodifiableMap(one -> asked.get(one.place()), Found::reference));
    }

    /** @param place of the name among those asked for, from 0 */
    record Found(
            int place,
            Word source,
            @Nullable Id<?> thingId,
            @Nullable Id<User> userId) {
        Reference reference() {
            return new Reference(source, thingId, userId);
        }
    }

    @Select("""
            select asked.key as place, r.source, r.thing_id, r.user_id
            from json_each(#{names}) asked
            cross join somoim_import_references r on r.source = #{source} and r.mark =
            """ + MARK_OF + "asked.value)")
    List<Found> found(Word source, List<String> names);

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
            where source = #{source} and mark in (
                select mark from somoim_import_references
                where source = #{source}
                order by mark
                limit #{limit})
            """)
    int remove(Word source, int limit);
}
