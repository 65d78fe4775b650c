package org.somoim.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.somoim.Somoim;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.posts.ShownPost;
import org.somoim.sqlite.Sqlite;

/** A town, used as a host uses the library. */
@State(Scope.Benchmark)
public class Library {
    private final Random dice = new Random(1);
    private Path file;
    private Somoim somoim;
    private List<Id<User>> people;
    private List<Id<Group>> groups;
    private Pairs pairs;

    @Setup(Level.Trial)
    public void open() throws Exception {
        file = Town.copy(Benchmarks.town());
        try (var plain = new PlainJdbc(file)) {
            people = plain.people();
            groups = plain.groups();
        }
        pairs = new Pairs();
        somoim = Sqlite.open(file);
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        somoim.close();
        Town.remove(file);
    }

    Post write() {
        int group = dice.nextInt(Town.GROUPS);
        Actor author = Actor.person(people.get(group + dice.nextInt(Town.MEMBERS)));
        return somoim.posts().write(author, groups.get(group), Draft.of(Town.text(dice)));
    }

    Page<ShownPost> page() {
        int group = dice.nextInt(Town.GROUPS);
        Actor reader = Actor.person(people.get(group + 1));
        return somoim.posts().inGroup(reader, groups.get(group), Page.Ask.first());
    }

    Membership join() {
        Pairs.Pair next = pairs.next();
        return somoim.memberships().join(Actor.person(people.get(next.person())), groups.get(next.group()));
    }
}
