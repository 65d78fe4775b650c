package org.somoim.http.accounts;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountAction;
import org.somoim.accounts.AccountReason;
import org.somoim.accounts.Accounts;
import org.somoim.accounts.Addresses;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.accounts.Passwords;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.idempotency.IdempotencyReason;
import org.somoim.kernel.Line;
import org.somoim.kernel.Reason;
import org.somoim.kernel.Secrets;
import org.somoim.limits.LimitReason;
import org.somoim.limits.RateLimiter;
import org.somoim.mail.Email;
import org.somoim.mail.MailReason;

/** Accounts over HTTP: signing up, logging in, and what administrators do. */
public final class AccountRoutes implements Routes {
    private final Accounts accounts;
    private final Addresses addresses;
    private final Passwords passwords;

    public AccountRoutes(Accounts accounts, Addresses addresses, Passwords passwords) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.passwords = passwords;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/accounts", this::signUp)
                        .counted(RateLimiter.Kind.ENTER)
                        .forAnyone()
                        .takes(SignUp.class)
                        .accepts()
                        .says(
                                "Asks for an account. A letter goes to the address; the answer is the same for every address."),
                post("/confirmations", this::confirm)
                        .counted(RateLimiter.Kind.ENTER)
                        .forAnyone()
                        .takes(Confirmation.class)
                        .gives(AccountView.class)
                        .says(
                                "Comes back with the secret of a letter: opens the account, or gives it its new address."),
                post("/password-resets", this::askForNewPassword)
                        .counted(RateLimiter.Kind.ENTER)
                        .forAnyone()
                        .takes(Forgotten.class)
                        .accepts()
                        .says(
                                "Asks for a new password. A letter goes to the address; the answer is the same for every address."),
                put("/password-resets", this::resetPassword)
                        .counted(RateLimiter.Kind.ENTER)
                        .forAnyone()
                        .takes(Reset.class)
                        .says("Chooses a new password with the secret of a letter; ends every session."),
                get("/me/account", this::mine).gives(AccountView.class).says("One's own account."),
                put("/me/email", this::changeEmail)
                        .takes(NewEmail.class)
                        .accepts()
                        .says(
                                "Asks for another e-mail address, and for the password. A letter goes to the new address."),
                put("/me/password", this::changePassword)
                        .takes(NewPassword.class)
                        .says("Changes one's password; asks for the present one."),
                put("/me/deactivation", this::deactivate)
                        .gives(AccountView.class)
                        .says("Closes one's account until one logs in again."),
                get("/admin/accounts", this::list)
                        .needs(AccountAction.LOOK_UP)
                        .givesPage(AccountView.class)
                        .says("Every account, newest first."),
                post("/admin/accounts", this::open)
                        .needs(AccountAction.OPEN)
                        .takes(Opening.class)
                        .creates(AccountView.class)
                        .says("Opens an account without a password, for someone who signs in by other means."),
                get("/admin/accounts/{account}", this::find)
                        .needs(AccountAction.LOOK_UP)
                        .gives(AccountView.class)
                        .says("One account."),
                put("/admin/accounts/{account}/role", this::appoint)
                        .needs(AccountAction.APPOINT)
                        .takes(Appointment.class)
                        .gives(AccountView.class)
                        .says("Gives an account a role in the community."),
                put("/admin/accounts/{account}/suspension", this::suspend)
                        .needs(AccountAction.SUSPEND)
                        .gives(AccountView.class)
                        .says("Closes an account, whatever its owner wants."),
                delete("/admin/accounts/{account}/suspension", this::reinstate)
                        .needs(AccountAction.REINSTATE)
                        .gives(AccountView.class)
                        .says("Lifts a suspension; the account opens when its owner logs in."));
    }

    @Override
    public List<? extends Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        Collections.addAll(reasons, AccountReason.values());
        Collections.addAll(reasons, MailReason.values());
        Collections.addAll(reasons, LimitReason.values());
        Collections.addAll(reasons, IdempotencyReason.values());
        return reasons;
    }

    private Response signUp(Request request) {
        var wanted = request.body(SignUp.class);
        addresses.signUp(request.actor(), new NewAccount(wanted.email(), wanted.password(), wanted.displayName()));
        return Response.accepted();
    }

    private Response confirm(Request request) {
        String secret = request.body(Confirmation.class).secret();
        return Response.ok(AccountView.of(addresses.confirm(request.actor(), new Secrets.Secret(secret))));
    }

    private Response askForNewPassword(Request request) {
        passwords.askForNew(request.actor(), request.body(Forgotten.class).email());
        return Response.accepted();
    }

    private Response resetPassword(Request request) {
        var given = request.body(Reset.class);
        passwords.reset(request.actor(), new Secrets.Secret(given.secret()), given.newPassword());
        return Response.nothing();
    }

    private Response mine(Request request) {
        return Response.ok(AccountView.of(accounts.mine(request.actor())));
    }

    private Response changeEmail(Request request) {
        var wanted = request.body(NewEmail.class);
        addresses.change(request.actor(), wanted.password(), wanted.email());
        return Response.accepted();
    }

    private Response changePassword(Request request) {
        var wanted = request.body(NewPassword.class);
        passwords.change(request.actor(), wanted.presentPassword(), wanted.newPassword());
        return Response.nothing();
    }

    private Response deactivate(Request request) {
        return Response.ok(AccountView.of(accounts.deactivate(request.actor())));
    }

    private Response list(Request request) {
        return Response.page(accounts.list(request.actor(), request.ask()).map(AccountView::of));
    }

    private Response open(Request request) {
        Account account =
                accounts.open(request.actor(), request.body(Opening.class).email());
        return Response.created("/admin/accounts/" + account.id(), AccountView.of(account));
    }

    private Response find(Request request) {
        return Response.ok(AccountView.of(accounts.find(request.actor(), request.id("account"))));
    }

    private Response appoint(Request request) {
        SiteRole role = request.body(Appointment.class).role();
        return Response.ok(AccountView.of(accounts.appoint(request.actor(), request.id("account"), role)));
    }

    private Response suspend(Request request) {
        return Response.ok(AccountView.of(accounts.suspend(request.actor(), request.id("account"))));
    }

    private Response reinstate(Request request) {
        return Response.ok(AccountView.of(accounts.reinstate(request.actor(), request.id("account"))));
    }

    record SignUp(Email email, Password password, Line displayName) {}

    record Confirmation(String secret) {}

    record Forgotten(Email email) {}

    record Reset(String secret, Password newPassword) {}

    record NewEmail(Password password, Email email) {}

    record NewPassword(Password presentPassword, Password newPassword) {}

    record Opening(Email email) {}

    record Appointment(SiteRole role) {}

    record AccountView(
            String id, String email, String role, String status, boolean isActive, String createdAt, String updatedAt)
            implements View {
        static AccountView of(Account account) {
            return new AccountView(
                    account.id().toString(),
                    account.email().value(),
                    account.role().name(),
                    account.status().name(),
                    account.isActive(),
                    account.createdAt().toString(),
                    account.updatedAt().toString());
        }
    }
}
