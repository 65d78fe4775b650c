package org.somoim.http.groups;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.patch;
import static org.somoim.http.wire.Route.post;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Visibility;
import org.somoim.groups.Group;
import org.somoim.groups.GroupAction;
import org.somoim.groups.GroupFilter;
import org.somoim.groups.GroupReason;
import org.somoim.groups.Groups;
import org.somoim.groups.NewGroup;
import org.somoim.groups.Terms;
import org.somoim.http.wire.Patch;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Reason;
import org.somoim.kernel.Word;

/** Groups over HTTP. */
public final class GroupRoutes implements Routes {
    private final Groups groups;

    public GroupRoutes(Groups groups) {
        this.groups = groups;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/groups", this::browse)
                        .query("category", Word.class)
                        .query("q", Line.class)
                        .query("kind", Group.Kind.class)
                        .query("event", Id.class)
                        .givesPage(GroupView.class)
                        .says("The groups one may see, newest first, by category, part of the name, kind or event."),
                post("/groups", this::create)
                        .takes(Beginning.class)
                        .creates(GroupView.class)
                        .says("Creates a group, which one then owns."),
                get("/groups/{group}", this::find)
                        .needs(GroupAction.SEE, "group")
                        .gives(GroupView.class)
                        .says("One group."),
                patch("/groups/{group}", this::edit)
                        .needs(GroupAction.EDIT, "group")
                        .takes(TermsPatch.class)
                        .gives(GroupView.class)
                        .says("Changes the terms of a group. What they say about seeing and joining holds at once."),
                delete("/groups/{group}", this::remove)
                        .needs(GroupAction.DELETE, "group")
                        .says("Deletes a group. It can be restored for 30 days."),
                post("/groups/{group}/restoration", this::restore)
                        .needs(GroupAction.RESTORE, "group")
                        .gives(GroupView.class)
                        .says("Brings a deleted group back as it was."),
                get("/me/groups", this::mine)
                        .givesPage(BelongingView.class)
                        .says("The groups one belongs to, is invited to or has asked to join, last begun first."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(GroupReason.values());
    }

    private Response browse(Request request) {
        var filter = new GroupFilter(
                request.word("category").orElse(null),
                request.text("q").orElse(null),
                request.query("kind", Group.Kind.class).orElse(null),
                request.queryId("event").orElse(null));
        return Response.page(
                groups.browse(request.actor(), filter, request.ask()).map(GroupView::of));
    }

    private Response create(Request request) {
        Group group =
                groups.create(request.actor(), request.body(Beginning.class).wanted());
        return Response.created("/groups/" + group.id(), GroupView.of(group));
    }

    private Response find(Request request) {
        return Response.ok(GroupView.of(groups.find(request.actor(), request.id("group"))));
    }

    private Response edit(Request request) {
        var patch = request.body(TermsPatch.class);
        return Response.ok(GroupView.of(groups.edit(request.actor(), request.id("group"), patch::over)));
    }

    private Response remove(Request request) {
        groups.delete(request.actor(), request.id("group"));
        return Response.nothing();
    }

    private Response restore(Request request) {
        return Response.ok(GroupView.of(groups.restore(request.actor(), request.id("group"))));
    }

    private Response mine(Request request) {
        return Response.page(groups.mine(request.actor(), request.ask()).map(BelongingView::of));
    }

    /** @param kind SOCIAL if nobody says; what else is not sent is as the kind has it */
    record Beginning(
            Line name,
            Group.@Nullable Kind kind,
            @Nullable Id<?> eventId,
            Patch<@Nullable Prose> description,
            Patch<@Nullable Word> category,
            Patch<Visibility> visibility,
            Patch<Group.JoinPolicy> joinPolicy,
            Patch<Group.InvitePolicy> invitePolicy,
            Patch<Boolean> moderatorsApprove,
            Patch<@Nullable Integer> maxMembers) {

        NewGroup wanted() {
            Group.Kind sort = kind == null ? Group.Kind.SOCIAL : kind;
            var patch = new TermsPatch(
                    new Patch.Kept<>(),
                    description,
                    category,
                    visibility,
                    joinPolicy,
                    invitePolicy,
                    moderatorsApprove,
                    maxMembers);
            return new NewGroup(sort, patch.over(Terms.of(sort, name)), eventId);
        }
    }

    record TermsPatch(
            Patch<Line> name,
            Patch<@Nullable Prose> description,
            Patch<@Nullable Word> category,
            Patch<Visibility> visibility,
            Patch<Group.JoinPolicy> joinPolicy,
            Patch<Group.InvitePolicy> invitePolicy,
            Patch<Boolean> moderatorsApprove,
            Patch<@Nullable Integer> maxMembers) {

        Terms over(Terms now) {
            return new Terms(
                    name.over(now.name()),
                    description.over(now.description()),
                    category.over(now.category()),
                    visibility.over(now.visibility()),
                    joinPolicy.over(now.joinPolicy()),
                    invitePolicy.over(now.invitePolicy()),
                    moderatorsApprove.over(now.moderatorsApprove()),
                    maxMembers.over(now.maxMembers()));
        }
    }

    record BelongingView(GroupView group, MembershipView membership) implements View {
        static BelongingView of(Groups.Belonging belonging) {
            return new BelongingView(GroupView.of(belonging.group()), MembershipView.of(belonging.membership()));
        }
    }
}
