package org.somoim.http.roles;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.PlainHasher;
import org.somoim.sqlite.Durability;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;

@TestInstance(Lifecycle.PER_CLASS)
class SqliteRoleMatrixTest implements RoleMatrixContract {
    private SqliteDatabase database;
    private Played played;

    @BeforeAll
    void play(@TempDir Path folder) {
        database = SqliteDatabase.open(SqliteOptions.at(folder).withDurability(Durability.RELAXED));
        played = Played.in(new Community(clock -> Sqlite.ports(
                database,
                new PlainHasher(),
                PasswordPolicy.notTheAccount(),
                new MemoryMailer(),
                clock,
                new Random(1))));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Override
    public Played played() {
        return played;
    }
}
