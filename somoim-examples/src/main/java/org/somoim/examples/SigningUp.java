package org.somoim.examples;

import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.mail.Email;

/** Someone opens an account, becomes the first administrator, and logs in. */
final class SigningUp {
    private SigningUp() {}

    static Account signUp(Somoim somoim) {
        // tag::sign-up
        var email = Email.of("minji@example.org");
        var password = Password.of("산은 산이요 물은 물이로다");
        Account minji = somoim.accounts().open(Actor.host("sign-up"), new NewAccount(email, password, Line.of("민지")));

        somoim.accounts().appoint(Actor.host("first-start"), minji.id(), SiteRole.ADMIN);

        Account back = somoim.passwords().logIn(Actor.visitor(), email, password, new Origin("192.0.2.1"));
        Actor actor = Actor.person(back.id());
        // end::sign-up
        return somoim.accounts().mine(actor);
    }
}
