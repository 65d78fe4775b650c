package org.somoim.http.groups;

import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Visibility;
import org.somoim.groups.Group;
import org.somoim.groups.Group.JoinPolicy;
import org.somoim.groups.GroupFilter;
import org.somoim.groups.Groups;
import org.somoim.groups.Membership;
import org.somoim.groups.Memberships;
import org.somoim.groups.NewGroup;
import org.somoim.groups.Terms;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * Groups under verb paths, in the vocabulary of clients that know a title, a creator, and three states: {@code
 * pending_invite}, {@code pending_request} and {@code joined}. The rules are those of the canonical routes.
 */
public final class GroupAliases implements Routes {
    private final Groups groups;
    private final Memberships memberships;

    public GroupAliases(Groups groups, Memberships memberships) {
        this.groups = groups;
        this.memberships = memberships;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/group/create", this::create)
                        .takes(Creating.class)
                        .creates(TitledView.class)
                        .says("Creates a group that everyone sees from outside and asks to join.")
                        .aliasOf("POST /groups"),
                get("/group/browse", this::browse)
                        .query("category", Word.class)
                        .givesPage(TitledView.class)
                        .says("The groups one may see, newest first.")
                        .aliasOf("GET /groups"),
                post("/group/invite", this::invite)
                        .takes(Someone.class)
                        .gives(PairView.class)
                        .says("Invites someone.")
                        .aliasOf("POST /groups/{group}/invitations"),
                post("/group/request", this::request)
                        .takes(Which.class)
                        .gives(PairView.class)
                        .says("Asks to join.")
                        .aliasOf("POST /groups/{group}/requests"),
                post("/group/accept", this::accept)
                        .takes(Answering.class)
                        .gives(PairView.class)
                        .says("Follows an invitation; with user_id, lets in someone who asked.")
                        .aliasOf("PUT /groups/{group}/membership"),
                post("/group/reject", this::reject)
                        .takes(Answering.class)
                        .says("Declines an invitation; with user_id, turns down someone who asked.")
                        .aliasOf("DELETE /groups/{group}/membership"));
    }

    private Response create(Request request) {
        var body = request.body(Creating.class);
        Terms terms = Terms.of(Group.Kind.SOCIAL, body.title())
                .described(body.description())
                .seen(Visibility.PRIVATE)
                .joined(JoinPolicy.REQUEST);
        Group group = groups.create(request.actor(), NewGroup.social(terms));
        return Response.created("/groups/" + group.id(), TitledView.of(group));
    }

    private Response browse(Request request) {
        var filter = new GroupFilter(request.word("category").orElse(null), null, null, null);
        return Response.page(
                groups.browse(request.actor(), filter, request.ask()).map(TitledView::of));
    }

    private Response invite(Request request) {
        var body = request.body(Someone.class);
        return Response.ok(PairView.of(memberships.invite(request.actor(), body.groupId(), body.userId())));
    }

    private Response request(Request request) {
        Id<Group> group = request.body(Which.class).groupId();
        return Response.ok(PairView.of(memberships.request(request.actor(), group, null)));
    }

    private Response accept(Request request) {
        var body = request.body(Answering.class);
        Id<User> person = body.userId();
        return Response.ok(PairView.of(
                person == null
                        ? memberships.accept(request.actor(), body.groupId())
                        : memberships.approve(request.actor(), body.groupId(), person)));
    }

    private Response reject(Request request) {
        var body = request.body(Answering.class);
        Id<User> person = body.userId();
        if (person == null) {
            memberships.decline(request.actor(), body.groupId());
        } else {
            memberships.declineRequest(request.actor(), body.groupId(), person);
        }
        return Response.nothing();
    }

    record Creating(Line title, @Nullable Prose description) {}

    record Someone(Id<Group> groupId, Id<User> userId) {}

    record Which(Id<Group> groupId) {}

    /** @param userId who asked to join; null where one answers an invitation of one's own */
    record Answering(Id<Group> groupId, @Nullable Id<User> userId) {}

    record TitledView(
            String id,
            @Nullable String creatorId,
            String title,
            @Nullable String description,
            String createdAt) implements View {
        static TitledView of(Group group) {
            return new TitledView(
                    group.id().toString(),
                    group.createdBy() == null ? null : group.createdBy().toString(),
                    group.name().value(),
                    group.description() == null ? null : group.description().value(),
                    group.createdAt().toString());
        }
    }

    record PairView(String groupId, String userId, String role, String status) implements View {
        static PairView of(Membership membership) {
            return new PairView(
                    membership.groupId().toString(),
                    membership.userId().toString(),
                    membership.role() == Membership.Role.OWNER ? "creator" : "member",
                    membership.is(Membership.Status.ACTIVE)
                            ? "joined"
                            : membership.is(Membership.Status.INVITED) ? "pending_invite" : "pending_request");
        }
    }
}
