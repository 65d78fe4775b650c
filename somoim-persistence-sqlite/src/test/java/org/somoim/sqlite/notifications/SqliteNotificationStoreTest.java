package org.somoim.sqlite.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.access.Place;
import org.somoim.kernel.Id;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.Community;
import org.somoim.notifications.NotificationStore;
import org.somoim.notifications.NotificationStoreContract;
import org.somoim.sqlite.OpenDatabase;

@Covers({"DAT-14", "TST-3"})
class SqliteNotificationStoreTest implements NotificationStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private Community town;

    @BeforeEach
    void open() {
        town = database.community();
    }

    @Override
    public NotificationStore store() {
        return database.store(SqliteNotificationStore.class);
    }

    @Override
    public Transactor transactor() {
        return database.transactor();
    }

    @Override
    public Id<User> person() {
        return town.person().id();
    }

    @Override
    public Id<? extends Place> group() {
        return town.openGroup(town.person()).id();
    }

    @Override
    public <T> Id<T> newId() {
        return town.ports.ids().timeOrdered();
    }

    @Test
    @Covers("DAT-5")
    void whatIsAboutAGroupGoesWithTheGroup() {
        Id<User> reader = person();
        Id<? extends Place> group = group();
        tell(news(reader, INVITED, group, newId(), newId(), null, NOON), news(reader, newId(), NOON));
        database.execute("delete from somoim_groups");

        assertThat(all(reader)).singleElement().matches(row -> row.groupId() == null);
    }

    @Test
    @Covers({"DAT-13", "PER-5"})
    void listsEnterTheirIndexes() {
        assertThat(planOf("where user_id = x'00' and (updated_at, id) < (9, x'00') order by updated_at desc, id desc"))
                .contains("somoim_idx_notifications_newest")
                .doesNotContain("TEMP B-TREE");
        assertThat(planOf("where user_id = x'00' and read_at is null and (updated_at, id) < (9, x'00')"
                        + " order by updated_at desc, id desc"))
                .contains("somoim_idx_notifications_unread")
                .doesNotContain("TEMP B-TREE");
        assertThat(planOf("where subject = x'00' or thread = x'00'"))
                .contains("somoim_idx_notifications_subject", "somoim_idx_notifications_thread");
        assertThat(planOf("where updated_at < 9 order by updated_at, id"))
                .contains("somoim_idx_notifications_oldest")
                .doesNotContain("TEMP B-TREE");
    }

    private String planOf(String query) {
        String question = "explain query plan select id from somoim_notifications " + query;
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            var plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString("detail")).append('\n');
            }
            return plan.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
