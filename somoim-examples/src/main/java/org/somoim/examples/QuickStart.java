package org.somoim.examples;

import java.nio.file.Path;
import org.somoim.Somoim;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.mail.Email;
import org.somoim.posts.Draft;
import org.somoim.sqlite.Sqlite;

/** Two people, a group and a post, on a file; with nothing on the class path but the core and SQLite. */
public final class QuickStart {
    private QuickStart() {}

    /** @param arguments one: the file, which must be new */
    public static void main(String[] arguments) {
        run(Path.of(arguments[0]));
    }

    static void run(Path file) {
        // tag::quick-start
        try (Somoim somoim = Sqlite.open(file)) {
            Actor minji = signUp(somoim, "minji@example.org", "토요일엔 산으로", "민지");
            Actor jun = signUp(somoim, "jun@example.org", "slow and steady", "Jun");

            Group hikers = somoim.groups().create(minji, NewGroup.of(Group.Kind.SOCIAL, Line.of("Saturday hikers")));
            somoim.memberships().join(jun, hikers.id());
            somoim.posts().write(jun, hikers.id(), Draft.of(Prose.of("Who is in for **Bukhansan** this week?")));

            somoim.posts().inGroup(minji, hikers.id(), Page.Ask.first()).items().forEach(System.out::println);
        }
        // end::quick-start
    }

    // tag::sign-up
    private static Actor signUp(Somoim somoim, String email, String password, String name) {
        var wanted = new NewAccount(Email.of(email), Password.of(password), Line.of(name));
        return Actor.person(
                somoim.accounts().open(Actor.host("sign-up"), wanted).id());
    }
    // end::sign-up
}
