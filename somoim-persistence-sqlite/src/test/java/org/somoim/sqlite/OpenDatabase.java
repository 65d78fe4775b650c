package org.somoim.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.somoim.kernel.BellFact;
import org.somoim.kernel.Transactor;

/** A fresh database file for each test: {@code @RegisterExtension final OpenDatabase database = new OpenDatabase();}. */
public final class OpenDatabase implements BeforeEachCallback, AfterEachCallback {
    private final List<SqlitePart> parts = new ArrayList<>();
    private Path folder;
    private SqliteDatabase database;

    /** @param more besides those of the library */
    public OpenDatabase(SqlitePart... more) {
        parts.addAll(SqliteParts.ALL);
        parts.add(SqlitePart.of().with(BellFact.class));
        parts.addAll(List.of(more));
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("somoim");
        database = SqliteDatabase.open(SqliteOptions.at(folder), parts);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        database.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    public Transactor transactor() {
        return database;
    }

    public <S> S store(Class<S> type) {
        return database.store(type);
    }

    SqliteDatabase database() {
        return database;
    }

    Path folder() {
        return folder;
    }
}
