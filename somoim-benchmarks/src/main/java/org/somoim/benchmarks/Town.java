package org.somoim.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.somoim.Somoim;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.mail.Email;
import org.somoim.posts.Draft;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.keys.KeyCabinet;

/**
 * A community of a size that a small town could have, made through the front doors. The same seed makes the same people,
 * groups and posts; ids differ.
 */
final class Town {
    static final int PEOPLE = 1_000;
    static final int GROUPS = 200;
    static final int POSTS = 20_000;
    /** In each group at first: its owner and the people after them in the order of accounts. */
    static final int MEMBERS = 20;

    private static final int AT_ONCE = 500;
    private static final List<String> WORDS = List.of(
            "산", "river", "토요일", "morning", "tea", "걷기", "slow", "책", "bridge", "kimchi", "bicycle", "밤", "song");

    private Town() {}

    /** @param file must not exist yet */
    static void build(Path file) {
        var dice = new Random(20_260_302);
        try (Somoim somoim = Sqlite.open(file)) {
            List<Actor> people = new ArrayList<>();
            inSteps(
                    somoim,
                    PEOPLE,
                    number -> people.add(Actor.person(somoim.accounts()
                            .open(Actor.host("benchmark"), Email.of("person-" + number + "@example.org"))
                            .id())));
            List<Group> groups = new ArrayList<>();
            inSteps(somoim, GROUPS, number -> {
                Group group = somoim.groups()
                        .create(people.get(number), NewGroup.of(Group.Kind.SOCIAL, Line.of("Group " + number)));
                groups.add(group);
                for (int member = 1; member < MEMBERS; member++) {
                    somoim.memberships().join(people.get(number + member), group.id());
                }
            });
            inSteps(somoim, POSTS, number -> {
                int group = dice.nextInt(GROUPS);
                Actor author = people.get(group + dice.nextInt(MEMBERS));
                somoim.posts().write(author, groups.get(group).id(), Draft.of(text(dice)));
            });
            somoim.deliver();
        }
    }

    /** A community of one's own to change: the file and the key that belongs to it. */
    static Path copy(Path town) throws IOException {
        Path folder = Files.createTempDirectory("somoim-benchmark");
        Path copy = folder.resolve("town.db");
        Files.copy(town, copy);
        Files.copy(KeyCabinet.masterOf(town), KeyCabinet.masterOf(copy));
        Files.copy(KeyCabinet.cabinetOf(town), KeyCabinet.cabinetOf(copy));
        return copy;
    }

    /** With everything else in its folder, such as SQLite's own files. */
    static void remove(Path town) throws IOException {
        try (var files = Files.walk(town.getParent())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static Prose text(Random dice) {
        return Prose.of(dice.ints(5 + dice.nextInt(40), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(" ")));
    }

    private static void inSteps(Somoim somoim, int count, Step step) {
        for (int from = 0; from < count; from += AT_ONCE) {
            int first = from;
            somoim.together(() -> {
                for (int number = first; number < Math.min(count, first + AT_ONCE); number++) {
                    step.take(number);
                }
                return count;
            });
        }
    }

    @FunctionalInterface
    private interface Step {
        void take(int number);
    }
}
