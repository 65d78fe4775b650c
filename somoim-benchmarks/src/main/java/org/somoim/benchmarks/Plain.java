package org.somoim.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** A town, used by someone who writes the statements by hand. */
@State(Scope.Benchmark)
public class Plain {
    private final Random dice = new Random(1);
    private Path file;
    private PlainJdbc jdbc;
    private List<Id<User>> people;
    private List<Id<Group>> groups;
    private Pairs pairs;

    @Setup(Level.Trial)
    public void open() throws IOException, SQLException {
        file = Town.copy(Benchmarks.town());
        jdbc = new PlainJdbc(file);
        people = jdbc.people();
        groups = jdbc.groups();
        pairs = new Pairs();
    }

    @TearDown(Level.Trial)
    public void close() throws IOException, SQLException {
        jdbc.close();
        Town.remove(file);
    }

    int write() throws SQLException {
        int group = dice.nextInt(Town.GROUPS);
        return jdbc.write(
                people.get(group + dice.nextInt(Town.MEMBERS)),
                groups.get(group),
                Town.text(dice).value());
    }

    int page() throws SQLException {
        int group = dice.nextInt(Town.GROUPS);
        return jdbc.page(people.get(group + 1), groups.get(group));
    }

    int join() throws SQLException {
        Pairs.Pair next = pairs.next();
        return jdbc.join(people.get(next.person()), groups.get(next.group()));
    }
}
