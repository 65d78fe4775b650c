package org.somoim.http.groups;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.GroupAction;
import org.somoim.groups.GroupSiteAction;
import org.somoim.groups.Members;
import org.somoim.groups.Membership;
import org.somoim.groups.MembershipChange;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.profiles.Profiles;

/** Who belongs to a group and what they may do there, over HTTP. */
public final class MemberRoutes implements Routes {
    private final Members members;
    private final Profiles profiles;

    public MemberRoutes(Members members, Profiles profiles) {
        this.members = members;
        this.profiles = profiles;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/groups/{group}/members", this::list)
                        .needs(GroupAction.READ_MEMBERS, "group")
                        .givesPage(MembershipView.class)
                        .says("The members of a group, longest first."),
                get("/groups/{group}/team", this::team)
                        .needs(GroupAction.READ_MEMBERS, "group")
                        .givesList(MembershipView.class)
                        .says("Its owner, its admins and its moderators, strongest first."),
                delete("/groups/{group}/members/{person}", this::remove)
                        .needs(GroupAction.REMOVE, "group")
                        .says("Puts out a member of lower role, who may ask to come back."),
                put("/groups/{group}/members/{person}/role", this::appoint)
                        .needs(GroupAction.APPOINT, "group")
                        .takes(Appointing.class)
                        .gives(MembershipView.class)
                        .says("Gives a member of lower role a role below one's own."),
                put("/groups/{group}/owner", this::transfer)
                        .needs(GroupAction.TRANSFER, "group")
                        .takes(Transferring.class)
                        .gives(MembershipView.class)
                        .says("Passes the ownership on to another member; one becomes an admin."),
                post("/admin/groups/{group}/succession", this::passOn)
                        .needs(GroupSiteAction.PASS_ON)
                        .gives(MembershipView.class)
                        .says("Gives a group another owner where its own cannot act, such as one who is suspended."),
                get("/groups/{group}/bans", this::banned)
                        .needs(GroupAction.BAN, "group")
                        .givesPage(MembershipView.class)
                        .says("Who is banned, longest first."),
                put("/groups/{group}/bans/{person}", this::ban)
                        .needs(GroupAction.BAN, "group")
                        .gives(MembershipView.class)
                        .says("Puts someone of lower role out for good, or keeps out someone who never was in."),
                delete("/groups/{group}/bans/{person}", this::liftBan)
                        .needs(GroupAction.BAN, "group")
                        .says("Lifts a ban; the person may ask to come back."),
                get("/groups/{group}/history", this::history)
                        .needs(GroupAction.READ_HISTORY, "group")
                        .givesPage(ChangeView.class)
                        .says("What has happened to the group's memberships, newest first."));
    }

    private Response list(Request request) {
        return page(request, members.list(request.actor(), request.id("group"), request.ask()));
    }

    private Response team(Request request) {
        List<Membership> team = members.team(request.actor(), request.id("group"));
        Map<Id<User>, Line> names = profiles.names(request.actor(), MembershipView.people(team));
        return Response.ok(team.stream()
                .map(membership -> MembershipView.of(membership, names))
                .toList());
    }

    private Response remove(Request request) {
        members.remove(request.actor(), request.id("group"), request.id("person"));
        return Response.nothing();
    }

    private Response appoint(Request request) {
        Membership.Role role = request.body(Appointing.class).role();
        return Response.ok(
                MembershipView.of(members.appoint(request.actor(), request.id("group"), request.id("person"), role)));
    }

    private Response transfer(Request request) {
        Id<User> heir = request.body(Transferring.class).userId();
        return Response.ok(MembershipView.of(members.transfer(request.actor(), request.id("group"), heir)));
    }

    private Response passOn(Request request) {
        return Response.ok(MembershipView.of(members.passOn(request.actor(), request.id("group"))));
    }

    private Response banned(Request request) {
        return page(request, members.banned(request.actor(), request.id("group"), request.ask()));
    }

    private Response ban(Request request) {
        return Response.ok(MembershipView.of(members.ban(request.actor(), request.id("group"), request.id("person"))));
    }

    private Response liftBan(Request request) {
        members.liftBan(request.actor(), request.id("group"), request.id("person"));
        return Response.nothing();
    }

    private Response history(Request request) {
        Page<MembershipChange> page = members.history(request.actor(), request.id("group"), request.ask());
        Set<Id<User>> people = page.items().stream()
                .flatMap(change -> Stream.of(change.userId(), change.by()))
                .collect(Collectors.toSet());
        Map<Id<User>, Line> names = profiles.names(request.actor(), people);
        return Response.page(page.map(change -> ChangeView.of(change, names)));
    }

    private Response page(Request request, Page<Membership> page) {
        Map<Id<User>, Line> names = profiles.names(request.actor(), MembershipView.people(page.items()));
        return Response.page(page.map(membership -> MembershipView.of(membership, names)));
    }

    record Appointing(Membership.Role role) {}

    record Transferring(Id<User> userId) {}

    record ChangeView(
            String id,
            String userId,
            @Nullable String displayName,
            @Nullable String statusBefore,
            @Nullable String roleBefore,
            String statusAfter,
            @Nullable String roleAfter,
            String by,
            @Nullable String byDisplayName,
            String createdAt)
            implements View {
        static ChangeView of(MembershipChange change, Map<Id<User>, Line> names) {
            return new ChangeView(
                    change.id().toString(),
                    change.userId().toString(),
                    text(names.get(change.userId())),
                    name(change.statusBefore()),
                    name(change.roleBefore()),
                    change.statusAfter().name(),
                    name(change.roleAfter()),
                    change.by().toString(),
                    text(names.get(change.by())),
                    change.createdAt().toString());
        }

        private static @Nullable String name(@Nullable Enum<?> constant) {
            return constant == null ? null : constant.name();
        }

        private static @Nullable String text(@Nullable Line line) {
            return line == null ? null : line.value();
        }
    }
}
