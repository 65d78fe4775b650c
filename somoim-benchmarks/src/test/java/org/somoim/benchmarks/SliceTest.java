package org.somoim.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Somoim;
import org.somoim.sqlite.SqliteDatabase;

/** What the library is measured against has to do the same. */
class SliceTest {
    private static final List<String> NOT_IN_THE_SLICE = List.of("html", "mentions", "restraints");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final Population village = new Population(3, 4_000);

    private Path settled() throws Exception {
        Path file = folder.resolve("town.db");
        village.settle(file, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        return file;
    }

    @Test
    void theSliceAndTheLibraryAnswerAlike() throws Exception {
        Path file = settled();
        try (var library = new Speed.Site(file, new Stage(village, file));
                var slice = new Slice(file, 2)) {
            List<byte[]> ours = library.lists();
            List<byte[]> plain = library.plainLists();
            for (int turn = 0; turn < ours.size(); turn++) {
                List<JsonNode> shown = items(library.root(), ours.get(turn));
                assertThat(items(slice.root(), plain.get(turn))).isEqualTo(shown);
            }
            assertThat(items(library.root(), ours.get(0))).hasSize(20);

            JsonNode written =
                    JSON.readTree(Load.once(slice.root(), library.plainPosts(0).get(0)));
            JsonNode first = items(library.root(), ours.get(0)).get(0);
            assertThat(first.get("id")).isEqualTo(written.get("id"));
            JsonNode next =
                    JSON.readTree(Load.once(library.root(), library.posts(0).get(0)));
            assertThat(items(slice.root(), plain.get(0)).get(0).get("id")).isEqualTo(next.get("id"));
        }
    }

    /** But for what the slice does not know. */
    private static List<JsonNode> items(URI root, byte[] request) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode item : JSON.readTree(Load.once(root, request))) {
            items.add(((ObjectNode) item).remove(NOT_IN_THE_SLICE));
        }
        return items;
    }

    @Test
    void whatIsPlayedFromATapeIsWhatTheLibraryRead() throws Exception {
        Path file = settled();
        var stage = new Stage(village, file);
        var tape = new Tape(file);
        try (SqliteDatabase database = SqliteDatabase.on(tape.source());
                var player = new Player(file)) {
            Somoim somoim = Population.on(database, InstantSource.system(), new SecureRandom());
            for (Map.Entry<String, Stage.Deed> read : stage.reads().entrySet()) {
                tape.taken();
                read.getValue().on(somoim, 0);
                List<Tape.Step> steps = tape.taken();
                assertThat(steps).as(read.getKey()).hasSizeGreaterThan(1);
                assertThat(player.read(steps)).as(read.getKey()).hasSizeGreaterThanOrEqualTo(20);
            }
        }
    }

    @Test
    void whatIsPlayedOnACopyLeavesItAsTheLibraryLeftTheOriginal() throws Exception {
        Path file = settled();
        Path copy = Town.copy(file);
        var stage = new Stage(village, file);
        var tape = new Tape(file);
        try (SqliteDatabase database = SqliteDatabase.on(tape.source());
                var player = new Player(copy);
                var ours = new PlainJdbc(file);
                var other = new PlainJdbc(copy)) {
            Somoim somoim = Population.on(database, InstantSource.system(), new SecureRandom());
            for (Stage.Deed write : stage.writes().values()) {
                tape.taken();
                for (int turn = 0; turn < 5; turn++) {
                    write.on(somoim, turn);
                    player.write(tape.taken());
                }
            }
            for (String table : List.of("posts", "comments", "rsvps", "memberships", "membership_log", "facts")) {
                assertThat(other.rows("somoim_" + table)).as(table).isEqualTo(ours.rows("somoim_" + table));
            }
        } finally {
            Town.remove(copy);
        }
    }
}
