package org.somoim.sqlite.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountStoreContract;
import org.somoim.groups.Group;
import org.somoim.imports.Ref;
import org.somoim.imports.ReferenceStore;
import org.somoim.imports.ReferenceStore.Named;
import org.somoim.imports.ReferenceStoreContract;
import org.somoim.imports.References.Reference;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.TestClock;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.accounts.SqliteAccountStore;
import org.somoim.uuid.UuidIds;

@Covers("TST-3")
class SqliteReferenceStoreTest implements ReferenceStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private final UuidIds ids = new UuidIds(new TestClock(), new Random(1));
    private int people;

    @Override
    public ReferenceStore store() {
        return database.store(SqliteReferenceStore.class);
    }

    @Override
    public Transactor transactor() {
        return database.transactor();
    }

    @Override
    public Id<User> person() {
        Account account = AccountStoreContract.account("person-" + ++people + "@example.org");
        transactor().run(() -> database.store(SqliteAccountStore.class).add(account));
        return account.id();
    }

    @Override
    public Id<Group> thing() {
        return ids.timeOrdered();
    }

    @Test
    @Covers("PRV-4")
    void theNameItselfIsNotKept() {
        transactor().run(() -> store().addAll(
                        HERE,
                        List.of(new Named(
                                new Ref<User>(PERSON, Line.of("901010-1234567")), new Reference(HERE, null, person()))),
                        NOON));

        assertThat(database.ask("select hex(mark) || source from somoim_import_references"))
                .singleElement()
                .asString()
                .doesNotContain("901010", "3930313031");
    }
}
