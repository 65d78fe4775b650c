package org.somoim.sqlite.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.accounts.AccountStore;
import org.somoim.groups.GroupStore;
import org.somoim.groups.GroupStoreContract;
import org.somoim.groups.InviteStore;
import org.somoim.groups.InviteStoreContract;
import org.somoim.groups.MembershipStore;
import org.somoim.groups.MembershipStoreContract;
import org.somoim.kernel.Transactor;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.accounts.SqliteAccountStore;

@Covers("TST-3")
class SqliteGroupStoreTest implements GroupStoreContract, MembershipStoreContract, InviteStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    public GroupStore groups() {
        return database.store(SqliteGroupStore.class);
    }

    @Override
    public MembershipStore memberships() {
        return database.store(SqliteMembershipStore.class);
    }

    @Override
    public InviteStore invites() {
        return database.store(SqliteInviteStore.class);
    }

    @Override
    public AccountStore accounts() {
        return database.store(SqliteAccountStore.class);
    }

    @Override
    public Transactor transactor() {
        return database.transactor();
    }

    @Test
    @Covers({"MEM-11", "GRP-11"})
    void listsEnterTheirIndexes() {
        assertThat(planOf("select user_id from somoim_memberships where group_id = x'00' and status = 'ACTIVE'"
                        + " and (joined_at, user_id) > (0, x'00') order by joined_at, user_id limit 9"))
                .contains("somoim_idx_group_members_group")
                .doesNotContain("TEMP B-TREE");
        assertThat(planOf("select group_id from somoim_memberships where user_id = x'00'"
                        + " and (created_at, group_id) < (9, x'00') order by created_at desc, group_id desc limit 9"))
                .contains("somoim_idx_group_members_user")
                .doesNotContain("TEMP B-TREE");
        assertThat(planOf("select user_id from somoim_memberships where group_id = x'00' and standing >= 5"
                        + " and standing >= 6 order by standing desc, joined_at, user_id"))
                .contains("somoim_idx_group_members_team");
        assertThat(planOf("select user_id from somoim_memberships where group_id = x'00' and status = 'BANNED'"
                        + " and status <> 'ACTIVE' and (updated_at, user_id) > (0, x'00')"
                        + " order by updated_at, user_id limit 9"))
                .contains("somoim_idx_group_members_waiting")
                .doesNotContain("TEMP B-TREE");
        assertThat(planOf("select id from somoim_groups where event_id = x'00'"))
                .contains("somoim_idx_groups_event");
    }

    private String planOf(String query) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("explain query plan " + query)) {
            var plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString("detail")).append('\n');
            }
            return plan.toString();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
