package org.somoim.http.groups;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.groups.GroupAction;
import org.somoim.groups.Membership;
import org.somoim.groups.Memberships;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.profiles.Profiles;

/** Coming into groups and leaving them, over HTTP. */
public final class MembershipRoutes implements Routes {
    private final Memberships memberships;
    private final Profiles profiles;

    public MembershipRoutes(Memberships memberships, Profiles profiles) {
        this.memberships = memberships;
        this.profiles = profiles;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/groups/{group}/membership", this::own)
                        .gives(MembershipView.class)
                        .says("What one is to a group: invited, waiting for an answer, or a member."),
                put("/groups/{group}/membership", this::join)
                        .needs(GroupAction.JOIN, "group")
                        .gives(MembershipView.class)
                        .says("Joins an open group, or follows an invitation."),
                delete("/groups/{group}/membership", this::end)
                        .says("Leaves a group, declines its invitation, or takes back one's request to join it."),
                get("/groups/{group}/requests", this::requests)
                        .needs(GroupAction.APPROVE_WHERE_MODERATORS_MAY, "group")
                        .givesPage(MembershipView.class)
                        .says("Who has asked to join, longest waiting first."),
                post("/groups/{group}/requests", this::request)
                        .needs(GroupAction.JOIN, "group")
                        .takes(Asking.class)
                        .gives(MembershipView.class)
                        .says("Asks to join. Whoever is invited, or would be let in anyway, is in at once."),
                put("/groups/{group}/requests/{person}", this::approve)
                        .needs(GroupAction.APPROVE_WHERE_MODERATORS_MAY, "group")
                        .gives(MembershipView.class)
                        .says("Lets in someone who asked."),
                delete("/groups/{group}/requests/{person}", this::declineRequest)
                        .needs(GroupAction.APPROVE_WHERE_MODERATORS_MAY, "group")
                        .says("Turns down someone who asked."),
                get("/groups/{group}/invitations", this::invitations)
                        .needs(GroupAction.INVITE_WHERE_MEMBERS_MAY, "group")
                        .givesPage(MembershipView.class)
                        .says("Who is invited, longest first."),
                post("/groups/{group}/invitations", this::invite)
                        .needs(GroupAction.INVITE_WHERE_MEMBERS_MAY, "group")
                        .takes(Inviting.class)
                        .gives(MembershipView.class)
                        .says("Invites someone. Whoever had asked to join is in at once."),
                delete("/groups/{group}/invitations/{person}", this::withdrawInvitation)
                        .needs(GroupAction.INVITE_WHERE_MEMBERS_MAY, "group")
                        .says("Takes an invitation back."));
    }

    private Response own(Request request) {
        return Response.ok(MembershipView.of(memberships.own(request.actor(), request.id("group"))));
    }

    private Response join(Request request) {
        return Response.ok(MembershipView.of(memberships.join(request.actor(), request.id("group"))));
    }

    private Response end(Request request) {
        Actor actor = request.actor();
        Id<Group> group = request.id("group");
        switch (memberships.own(actor, group).status()) {
            case INVITED -> memberships.decline(actor, group);
            case REQUESTED -> memberships.withdrawRequest(actor, group);
            case ACTIVE, LEFT, DECLINED, REMOVED, BANNED -> memberships.leave(actor, group);
        }
        return Response.nothing();
    }

    private Response requests(Request request) {
        return page(request, memberships.requests(request.actor(), request.id("group"), request.ask()));
    }

    private Response request(Request request) {
        Line message = request.body(Asking.class).message();
        return Response.ok(MembershipView.of(memberships.request(request.actor(), request.id("group"), message)));
    }

    private Response approve(Request request) {
        return Response.ok(
                MembershipView.of(memberships.approve(request.actor(), request.id("group"), request.id("person"))));
    }

    private Response declineRequest(Request request) {
        memberships.declineRequest(request.actor(), request.id("group"), request.id("person"));
        return Response.nothing();
    }

    private Response invitations(Request request) {
        return page(request, memberships.invitations(request.actor(), request.id("group"), request.ask()));
    }

    private Response invite(Request request) {
        Id<User> invitee = request.body(Inviting.class).userId();
        return Response.ok(MembershipView.of(memberships.invite(request.actor(), request.id("group"), invitee)));
    }

    private Response withdrawInvitation(Request request) {
        memberships.withdrawInvitation(request.actor(), request.id("group"), request.id("person"));
        return Response.nothing();
    }

    private Response page(Request request, Page<Membership> page) {
        Map<Id<User>, Line> names = profiles.names(request.actor(), MembershipView.people(page.items()));
        return Response.page(page.map(membership -> MembershipView.of(membership, names)));
    }

    /** @param message to those who answer, or null */
    record Asking(@Nullable Line message) {}

    record Inviting(Id<User> userId) {}
}
