package org.somoim.sqlite.goals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.goals.GoalShareStore;
import org.somoim.goals.GoalShareStoreContract;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;

@Covers({"DAT-14", "TST-3"})
class SqliteGoalShareStoreTest implements GoalShareStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private Community town;

    @BeforeEach
    void settle() {
        town = database.community();
    }

    @Override
    public GoalShareStore store() {
        return town.ports.goalShares();
    }

    @Override
    public Transactor transactor() {
        return town.ports.transactor();
    }

    @Override
    public Ids ids() {
        return town.ports.ids();
    }

    @Override
    public Id<User> person() {
        return town.person().id();
    }
}
