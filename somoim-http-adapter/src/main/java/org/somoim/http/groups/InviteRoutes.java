package org.somoim.http.groups;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.GroupAction;
import org.somoim.groups.Invite;
import org.somoim.groups.Invites;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Secrets;
import org.somoim.mail.Email;

/**
 * Invites by e-mail and link over HTTP. A secret is sent in the body and never in an address, which ends up in logs and
 * histories.
 */
public final class InviteRoutes implements Routes {
    private final Invites invites;

    public InviteRoutes(Invites invites) {
        this.invites = invites;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/groups/{group}/invites", this::list)
                        .needs(GroupAction.MANAGE_INVITES, "group")
                        .givesPage(InviteView.class)
                        .says("Invites by e-mail and link that still let in, newest first, without their secrets."),
                post("/groups/{group}/invites/email", this::byEmail)
                        .needs(GroupAction.INVITE_WHERE_MEMBERS_MAY, "group")
                        .takes(ByEmail.class)
                        .creates(IssuedView.class)
                        .says("Makes an invite for the account with one address. The secret is shown this once."),
                post("/groups/{group}/invites/link", this::byLink)
                        .needs(GroupAction.INVITE_WHERE_MEMBERS_MAY, "group")
                        .takes(ByLink.class)
                        .creates(IssuedView.class)
                        .says("Makes an invite for whoever holds its secret, which is shown this once."),
                delete("/invites/{invite}", this::revoke).says("Ends an invite."),
                post("/invites/peek", this::peek)
                        .takes(Holding.class)
                        .gives(GroupView.class)
                        .says("The group that a secret leads to."),
                post("/invites/accept", this::accept)
                        .takes(Holding.class)
                        .gives(MembershipView.class)
                        .says("Comes in by a secret."));
    }

    private Response list(Request request) {
        return Response.page(invites.list(request.actor(), request.id("group"), request.ask())
                .map(InviteView::of));
    }

    private Response byEmail(Request request) {
        var body = request.body(ByEmail.class);
        return issued(invites.byEmail(request.actor(), request.id("group"), body.email(), time(body.validHours())));
    }

    private Response byLink(Request request) {
        var body = request.body(ByLink.class);
        return issued(invites.byLink(request.actor(), request.id("group"), body.maxUses(), time(body.validHours())));
    }

    private Response revoke(Request request) {
        invites.revoke(request.actor(), request.id("invite"));
        return Response.nothing();
    }

    private Response peek(Request request) {
        return Response.ok(GroupView.of(
                invites.peek(request.actor(), request.body(Holding.class).secret())));
    }

    private Response accept(Request request) {
        return Response.ok(MembershipView.of(
                invites.accept(request.actor(), request.body(Holding.class).secret())));
    }

    private static Response issued(Invite.Issued issued) {
        return Response.created("/invites/" + issued.invite().id(), IssuedView.of(issued));
    }

    private static Duration time(@Nullable Integer hours) {
        return hours == null ? Invites.USUAL_TIME : Duration.ofHours(hours);
    }

    /** @param validHours 14 days if nobody says */
    record ByEmail(Email email, @Nullable Integer validHours) {}

    /** @param validHours 14 days if nobody says */
    record ByLink(int maxUses, @Nullable Integer validHours) {}

    record Holding(Secrets.Secret secret) {}

    record InviteView(
            String id,
            String groupId,
            String kind,
            @Nullable String email,
            String invitedBy,
            int maxUses,
            int uses,
            String expiresAt,
            String createdAt)
            implements View {
        static InviteView of(Invite invite) {
            return new InviteView(
                    invite.id().toString(),
                    invite.groupId().toString(),
                    invite.kind().name(),
                    invite.email() == null ? null : invite.email().value(),
                    invite.invitedBy().toString(),
                    invite.maxUses(),
                    invite.uses(),
                    invite.expiresAt().toString(),
                    invite.createdAt().toString());
        }
    }

    record IssuedView(InviteView invite, String secret) implements View {
        static IssuedView of(Invite.Issued issued) {
            return new IssuedView(
                    InviteView.of(issued.invite()), issued.secret().value());
        }
    }
}
