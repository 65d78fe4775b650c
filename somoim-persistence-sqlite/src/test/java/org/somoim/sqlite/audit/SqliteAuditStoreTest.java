package org.somoim.sqlite.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.audit.AuditStore;
import org.somoim.audit.AuditStoreContract;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Transactor;
import org.somoim.sqlite.OpenDatabase;

@Covers({"FUT-14", "DAT-1"})
class SqliteAuditStoreTest implements AuditStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    public AuditStore store() {
        return database.store(SqliteAuditStore.class);
    }

    @Override
    public Transactor transactor() {
        return database.transactor();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update somoim_audit_entries set deed = 'KEYS_ROTATED'",
                "delete from somoim_audit_entries",
                "insert or replace into somoim_audit_entries select * from somoim_audit_entries",
                "insert into somoim_audit_entries select 1, who, who_user_id, deed, user_id, thing_id, previous, hash,"
                        + " created_at from somoim_audit_entries where number = 2",
                "delete from somoim_audit_head",
                "update somoim_audit_head set entries = entries - 1",
                "update somoim_audit_head set seal = hash"
            })
    void noStatementChangesWhatIsThere(String statement) {
        var town = database.community();
        town.admin();
        town.admin();
        List<String> before = database.ask("select number || deed || hash from somoim_audit_entries order by number");

        assertThatThrownBy(() -> database.execute(statement)).hasMessageContaining("audit log");

        assertThat(database.ask("select number || deed || hash from somoim_audit_entries order by number"))
                .isEqualTo(before)
                .hasSize(2);
        assertThat(town.somoim.audit().verify(Actor.host("test")).isIntact()).isTrue();
    }
}
