package org.somoim.school;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.somoim.Somoim;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.sqlite.SqliteDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The school's courses, in a table of its own next to the community's. */
@Service
class Courses {
    private static final int LONGEST_LIST = 500;

    /** There is a course of that title. Takes back what was done for another. */
    static final class TitleTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final JdbcClient sql;
    private final DataSource dataSource;
    private final SqliteDatabase database;
    private final Somoim somoim;

    Courses(JdbcClient sql, DataSource dataSource, SqliteDatabase database, Somoim somoim) {
        this.sql = sql;
        this.dataSource = dataSource;
        this.database = database;
        this.somoim = somoim;
        sql.sql("""
                create table if not exists courses (
                    id integer primary key, title text not null unique, group_id text not null unique)
                """).update();
    }

    // tag::spring-boot-transaction
    /** The course and its group, or neither. */
    @Transactional
    public Course found(Actor teacher, String title) {
        var connection = DataSourceUtils.getConnection(dataSource);
        var wanted = NewGroup.of(Group.Kind.SOCIAL, Line.of(title));
        Group group = database.within(connection, () -> somoim.groups().create(teacher, wanted));
        return sql.sql("""
                insert into courses (title, group_id) values (?, ?)
                on conflict (title) do nothing
                returning id, title, group_id
                """)
                .params(title, group.id().toString())
                .query(Course.class)
                .optional()
                .orElseThrow(TitleTaken::new);
    }
    // end::spring-boot-transaction

    /** Oldest first, at most 500. */
    List<Course> all() {
        return sql.sql("select id, title, group_id from courses order by id limit ?")
                .param(LONGEST_LIST)
                .query(Course.class)
                .list();
    }

    /** The group of a course. Empty if there is no such course. */
    Optional<Id<Group>> group(long course) {
        return sql.sql("select group_id from courses where id = ?")
                .param(course)
                .query(String.class)
                .optional()
                .map(Id::of);
    }
}
