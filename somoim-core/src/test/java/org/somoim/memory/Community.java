package org.somoim.memory;

import java.util.Random;
import java.util.function.Function;
import org.somoim.Ports;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account;
import org.somoim.accounts.Email;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;

/**
 * A library with a few words to set a scene. On memory unless told otherwise; the same scene can be set on any ports, so a
 * test that speaks only to a community runs on every adapter. The same seed makes the same ids.
 */
public final class Community {
    /** Everyone's. */
    public static final Password PASSWORD = Password.of("correct horse battery staple");

    public final TestClock clock = new TestClock();
    public final Ports ports;
    public final Somoim somoim;
    private int people;

    public Community() {
        this(clock -> MemoryPorts.of(clock, new Random(1)));
    }

    /** @param open makes ports that read the given clock */
    public Community(Function<TestClock, Ports> open) {
        ports = open.apply(clock);
        somoim = new Somoim(ports);
    }

    /** Someone new, with an account and a profile as everyone has at first. */
    public Actor.Person person() {
        return person("Somebody");
    }

    /** Someone new of that name. Names need not be unique. */
    public Actor.Person person(String displayName) {
        return person(displayName, Email.of("person-" + ++people + "@example.org"));
    }

    public Actor.Person person(String displayName, Email email) {
        Account account =
                somoim.accounts().signUp(Actor.visitor(), new NewAccount(email, PASSWORD, Line.of(displayName)));
        return new Actor.Person(account.id());
    }

    /** Someone new who runs the community. */
    public Actor.Person admin() {
        Actor.Person admin = person("Admin");
        somoim.accounts().appoint(Actor.host("scene"), admin.id(), SiteRole.ADMIN);
        return admin;
    }
}
