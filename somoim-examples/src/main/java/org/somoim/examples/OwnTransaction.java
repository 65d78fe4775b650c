package org.somoim.examples;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.somoim.Somoim;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.kernel.Actor;
import org.somoim.sqlite.SqliteDatabase;

/** A change of the library and a change of the host's, in one transaction that the host owns. */
final class OwnTransaction {
    private OwnTransaction() {}

    static Group foundCourse(
            SqliteDatabase database, Somoim somoim, Connection connection, Actor teacher, NewGroup wanted)
            throws SQLException {
        // tag::own-transaction
        connection.setAutoCommit(false);
        try (PreparedStatement course = connection.prepareStatement("insert into courses (group_id) values (?)")) {
            Group group = database.within(connection, () -> somoim.groups().create(teacher, wanted));
            course.setString(1, group.id().toString());
            course.executeUpdate();
            connection.commit();
            return group;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
        // end::own-transaction
    }
}
