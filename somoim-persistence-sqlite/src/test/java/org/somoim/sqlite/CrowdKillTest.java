package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;

/** A program whose threads share commits is killed over and over: what it was told is kept is there, and nothing is half done. */
@Covers({"DAT-9", "PER-7"})
class CrowdKillTest {
    private static final int KILLS = Boolean.getBoolean("somoim.nightly") ? 50 : 4;
    private static final long SEED = Long.getLong("somoim.seed", 20261121);
    private static final int MOST_LINES = 2_000;

    @TempDir
    Path folder;

    private final Random chance = new Random(SEED);

    private Path file() {
        return folder.resolve("somoim.db");
    }

    @Test
    void whatManyWereToldAtOnceOutlivesTheProcess() throws Exception {
        System.out.println("Kills are at seed " + SEED);
        SqliteDatabase.open(SqliteOptions.at(file())).close();
        var all = new ArrayList<String>();
        for (int life = 1; life <= KILLS; life++) {
            all.addAll(killed(life));
            assertThat(answers("pragma integrity_check")).containsExactly("ok");
            assertThat(left()).isEqualTo(right()).containsAll(all);
        }
        assertThat(all).hasSizeGreaterThan(KILLS * DoomedCrowd.THREADS);
        System.out.printf("Kills: %d, changes acknowledged: %d, lost: 0%n", KILLS, all.size());
    }

    private List<String> killed(int life) throws IOException, InterruptedException {
        Process crowd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        DoomedCrowd.class.getName(),
                        file().toString(),
                        Integer.toString(life))
                .redirectError(folder.resolve("errors").toFile())
                .start();
        try (BufferedReader output = crowd.inputReader()) {
            var told = new ArrayList<String>();
            int lines = DoomedCrowd.THREADS * 2 + chance.nextInt(MOST_LINES);
            String line = output.readLine();
            for (; line != null && told.size() < lines; line = output.readLine()) {
                told.add(line);
            }
            assertThat(crowd.isAlive())
                    .as(Files.readString(folder.resolve("errors")))
                    .isTrue();
            // By its handle: the process itself would close the stream, with what is still in it.
            assertThat(crowd.toHandle().destroyForcibly()).isTrue();
            for (; line != null; line = output.readLine()) {
                told.add(line);
            }
            crowd.waitFor();
            return told.stream()
                    .filter(said -> said.endsWith(DoomedCrowd.END))
                    .map(said -> said.substring(0, said.length() - DoomedCrowd.END.length()))
                    .toList();
        }
    }

    private List<String> left() throws SQLException {
        return names("-left");
    }

    private List<String> right() throws SQLException {
        return names("-right");
    }

    private List<String> names(String ending) throws SQLException {
        return answers("select replace(name, '" + ending + "', '') from somoim_listeners where name like 'life-%"
                + ending + "' order by 1");
    }

    private List<String> answers(String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
