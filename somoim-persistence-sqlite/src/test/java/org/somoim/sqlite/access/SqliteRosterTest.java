package org.somoim.sqlite.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.access.Roster;
import org.somoim.access.RosterContract;
import org.somoim.access.Sight;
import org.somoim.access.Standing;
import org.somoim.accounts.AccountStore;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.kernel.Id;
import org.somoim.kernel.Transactor;
import org.somoim.profiles.ProfileStore;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.SqlitePart;
import org.somoim.sqlite.accounts.SqliteAccountStore;
import org.somoim.sqlite.profiles.SqliteProfileStore;

@Covers("TST-3")
class SqliteRosterTest implements RosterContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase(SqlitePart.of(BareGroups.class));

    @Override
    public Roster roster() {
        return database.store(SqliteRoster.class);
    }

    @Override
    public Transactor transactor() {
        return database.transactor();
    }

    @Override
    public AccountStore accounts() {
        return database.store(SqliteAccountStore.class);
    }

    @Override
    public ProfileStore profiles() {
        return database.store(SqliteProfileStore.class);
    }

    @Override
    public void add(Group group) {
        groups().addGroup(group);
    }

    @Override
    public void add(Membership membership) {
        groups().addMembership(membership);
    }

    private BareGroups groups() {
        return database.store(BareGroups.class);
    }

    /** Whatever an action asks for: the predicate lists exactly the groups that the decision lets in one by one. */
    @Test
    @Covers({"GRP-5", "ACC-13"})
    void thePredicateForListsIsTheDecisionForOne() {
        List<Case> cases = RosterContract.everyCase();
        transactor()
                .run(() -> cases.forEach(one -> {
                    add(one.group());
                    if (one.membership() != null) {
                        add(one.membership());
                    }
                }));

        for (Standing ifPublic : Standing.values()) {
            for (Standing ifPrivate : Standing.values()) {
                for (Standing ifSecret : Standing.values()) {
                    var sight = new Sight(MINJI, ifPublic, ifPrivate, ifSecret);
                    List<Id<Group>> expected = cases.stream()
                            .filter(one -> one.group().deletedAt() == null)
                            .filter(one -> sight.allows(one.group().visibility(), one.standing()))
                            .map(one -> one.group().id())
                            .sorted()
                            .toList();
                    assertThat(groups().inSight(sight)).as("%s", sight).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    @Covers("PRF-12")
    void blocksInEitherDirectionAreInTheSubquery() {
        transactor().run(() -> {
            profiles().addBlock(MINJI, JUNHO, NOON);
            profiles().addBlock(SORA, MINJI, NOON);
        });

        var sight = new Sight(MINJI, Standing.PERSON, Standing.PERSON, Standing.PERSON);
        assertThat(groups().apartFrom(MINJI)).containsExactlyInAnyOrder(JUNHO, SORA);
        assertThat(groups().apartFromSight(sight)).containsExactlyInAnyOrder(JUNHO, SORA);
        assertThat(groups().apartFrom(JUNHO)).containsExactly(MINJI);
    }
}
