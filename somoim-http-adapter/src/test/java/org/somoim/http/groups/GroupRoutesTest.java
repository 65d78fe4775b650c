package org.somoim.http.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.events.Event;
import org.somoim.groups.Group;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainViews;
import org.somoim.http.testing.Reply;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.memory.Community;

class GroupRoutesTest {
    private final Community town = new Community();
    private final Routes[] routes = {
        new GroupRoutes(town.somoim.groups()),
        new MembershipRoutes(town.somoim.memberships(), town.somoim.profiles()),
        new MemberRoutes(town.somoim.members(), town.somoim.profiles()),
        new InviteRoutes(town.somoim.invites()),
        new GroupAliases(town.somoim.groups(), town.somoim.memberships())
    };
    private final Client visitor = Client.of(town.clock, town.ports.transactor(), routes);
    private final Actor.Person owner = town.person("민지");
    private final Actor.Person person = town.person("준호");
    private final Client asOwner = visitor.as(owner.id());
    private final Client asPerson = visitor.as(person.id());

    private String create(String body) {
        return asOwner.post("/groups", body).ok(201).at("/id");
    }

    // Groups

    @Test
    @Covers({"GRP-1", "GRP-7", "GRP-8", "GRP-9"})
    void aGroupIsCreatedReadChangedDeletedAndRestored() {
        Reply created = asOwner.post("/groups", "{'name': '산책', 'category': 'hiking', 'max_members': 5}")
                .ok(201);
        String id = created.at("/id");
        assertThat(created.header("Location")).contains(Route.BASE + "/groups/" + id);
        assertThat(created.at("/created_by")).isEqualTo(owner.id().toString());
        assertThat(created.at("/visibility")).isEqualTo("PUBLIC");

        Reply edited = asOwner.patch(
                        "/groups/" + id, "{'description': '토요일', 'category': null, 'visibility': 'SECRET'}")
                .ok();
        assertThat(edited.at("/description")).isEqualTo("토요일");
        assertThat(edited.at("/max_members")).isEqualTo("5");
        assertThat(edited.json().has("category")).isFalse();
        asPerson.get("/groups/" + id).refused(404, "access.not-found");
        asPerson.patch("/groups/" + id, "{'name': 'Mine'}").refused(404, "access.not-found");

        asOwner.delete("/groups/" + id).ok(204);
        asOwner.get("/groups/" + id).refused(404, "access.not-found");
        asOwner.post("/groups/" + id + "/restoration").ok();
        asOwner.get("/groups/" + id).ok();
    }

    @Test
    @Covers({"GRP-6", "GRP-11", "GRP-12"})
    void aGroupStartsFromTheTermsOfItsKind() {
        Id<Event> event = town.event(owner, town.openGroup(owner)).id();
        Reply crew = asOwner.post("/groups", "{'name': 'Crew', 'kind': 'CREW', 'event_id': '" + event + "'}")
                .ok(201);
        assertThat(crew.at("/max_members")).isEqualTo("10");
        assertThat(asPerson.get("/groups?event=" + event).ok().at("/0/id")).isEqualTo(crew.at("/id"));
        assertThat(asOwner.post("/groups", "{'name': '우리 집', 'kind': 'FAMILY'}")
                        .ok(201)
                        .at("/visibility"))
                .isEqualTo("SECRET");
        asOwner.post("/groups", "{'name': 'F', 'kind': 'FAMILY', 'visibility': 'PUBLIC'}")
                .refused(422, "groups.families-are-closed");
        asOwner.post("/groups", "{'name': '', 'visibility': 'HIDDEN', 'max_members': 'ten'}")
                .faults("/name kernel.not-one-line", "/visibility http.unknown-value", "/max_members http.wrong-type");
    }

    @Test
    @Covers({"GRP-2", "GRP-10"})
    void groupsAreBrowsedByFilterAndPage() {
        create("{'name': 'Hill Walkers', 'category': 'hiking'}");
        create("{'name': 'Readers', 'category': 'books'}");
        String newest = create("{'name': 'Night Walkers', 'category': 'hiking'}");

        Reply first = asPerson.get("/groups?category=hiking&limit=1").ok();
        assertThat(first.at("/0/id")).isEqualTo(newest);
        Reply second = asPerson.get(first.next().orElseThrow()).ok();
        assertThat(second.at("/0/name")).isEqualTo("Hill Walkers");
        assertThat(second.next()).isEmpty();
        assertThat(asPerson.get("/groups?q=walk").ok().json()).hasSize(2);
        visitor.get("/groups").refused(401, "access.not-signed-in");
    }

    // Memberships

    @Test
    @Covers({"MEM-3", "MEM-6", "MEM-8"})
    void oneAsksAndIsApproved() {
        String group = "/groups/" + create("{'name': 'Asking', 'join_policy': 'REQUEST'}");

        asPerson.put(group + "/membership").refused(403, "groups.ask-first");
        assertThat(asPerson.post(group + "/requests", "{'message': '안녕하세요'}")
                        .ok()
                        .at("/status"))
                .isEqualTo("REQUESTED");
        Reply waiting = asOwner.get(group + "/requests").ok();
        assertThat(waiting.at("/0/display_name")).isEqualTo("준호");
        assertThat(waiting.at("/0/message")).isEqualTo("안녕하세요");
        assertThat(asOwner.put(group + "/requests/" + person.id()).ok().at("/status"))
                .isEqualTo("ACTIVE");
        assertThat(asPerson.get("/me/groups").ok().at("/0/membership/role")).isEqualTo("MEMBER");
    }

    @Test
    @Covers({"MEM-4", "MEM-5", "MEM-7", "MEM-9"})
    void membershipIsOneResourceHoweverItStands() {
        String group = "/groups/" + create("{'name': 'Quiet', 'visibility': 'SECRET', 'join_policy': 'INVITE'}");
        asPerson.get(group + "/membership").refused(404, "access.not-found");

        asOwner.post(group + "/invitations", "{'user_id': '" + person.id() + "'}")
                .ok();
        assertThat(asOwner.get(group + "/invitations").ok().json()).hasSize(1);
        asPerson.delete(group + "/membership").ok(204);
        asPerson.get(group + "/membership").refused(404, "access.not-found");

        asOwner.post(group + "/invitations", "{'user_id': '" + person.id() + "'}")
                .ok();
        assertThat(asPerson.put(group + "/membership").ok().at("/status")).isEqualTo("ACTIVE");
        assertThat(asPerson.get(group + "/membership").ok().at("/role")).isEqualTo("MEMBER");
        asPerson.delete(group + "/membership").ok(204);
        asOwner.delete(group + "/membership").refused(409, "groups.owner-must-transfer");

        asOwner.patch(group, "{'visibility': 'PRIVATE', 'join_policy': 'REQUEST'}")
                .ok();
        asPerson.post(group + "/requests", "{}").ok();
        asPerson.delete(group + "/membership").ok(204);
        asOwner.delete(group + "/requests/" + person.id()).refused(409, "groups.not-requested");
        asOwner.post(group + "/invitations", "{'user_id': '" + person.id() + "'}")
                .ok();
        asOwner.delete(group + "/invitations/" + person.id()).ok(204);
        asPerson.put(group + "/membership").refused(403, "groups.ask-first");
        asPerson.post(group + "/requests", "{}").ok();
        asOwner.delete(group + "/requests/" + person.id()).ok(204);
    }

    // Members

    @Test
    @Covers({"MEM-2", "MEM-10"})
    void rolesAreGivenAndOwnershipPassesOn() {
        String group = "/groups/" + create("{'name': 'Open'}");
        asPerson.put(group + "/membership").ok();

        asPerson.put(group + "/members/" + owner.id() + "/role", "{'role': 'MEMBER'}")
                .refused(403, "access.not-allowed");
        assertThat(asOwner.put(group + "/members/" + person.id() + "/role", "{'role': 'ADMIN'}")
                        .ok()
                        .at("/role"))
                .isEqualTo("ADMIN");
        asOwner.put(group + "/owner", "{'user_id': '" + person.id() + "'}").ok();
        Reply team = asOwner.get(group + "/team").ok();
        assertThat(team.at("/0/display_name")).isEqualTo("준호");
        assertThat(team.at("/1/role")).isEqualTo("ADMIN");
        assertThat(asPerson.get(group + "/members").ok().json()).hasSize(2);
        Reply history = asPerson.get(group + "/history?limit=1").ok();
        assertThat(history.at("/0/role_after")).isEqualTo("OWNER");
        assertThat(history.at("/0/by_display_name")).isEqualTo("민지");
        assertThat(history.next()).isPresent();
    }

    @Test
    void peopleArePutOutBannedAndLetBackIn() {
        String group = "/groups/" + create("{'name': 'Open'}");
        asPerson.put(group + "/membership").ok();

        asOwner.delete(group + "/members/" + person.id()).ok(204);
        asPerson.put(group + "/membership").refused(409, "groups.removed-before");
        assertThat(asOwner.put(group + "/bans/" + person.id()).ok().at("/status"))
                .isEqualTo("BANNED");
        asPerson.get(group).refused(404, "access.not-found");
        assertThat(asOwner.get(group + "/bans").ok().at("/0/user_id"))
                .isEqualTo(person.id().toString());
        asOwner.delete(group + "/bans/" + person.id()).ok(204);
        asPerson.get(group).ok();
    }

    // Invites

    @Test
    @Covers("MEM-4")
    void aLinkLetsItsHolderIn() {
        String group = "/groups/" + create("{'name': 'Quiet', 'visibility': 'SECRET', 'join_policy': 'INVITE'}");
        Reply issued = asOwner.post(group + "/invites/link", "{'max_uses': 1}").ok(201);
        String holding = "{'secret': '" + issued.at("/secret") + "'}";

        assertThat(asPerson.post("/invites/peek", holding).ok().at("/name")).isEqualTo("Quiet");
        asPerson.post("/invites/accept", holding).ok();
        visitor.as(town.person().id()).post("/invites/accept", holding).refused(404, "access.not-found");
        asOwner.post(group + "/invites/link", "{'max_uses': 0}").refused(422, "groups.invite-uses");
        asOwner.post(group + "/invites/link", "{'max_uses': 1, 'valid_hours': 2161}")
                .refused(422, "groups.invite-time");

        Reply mail = asOwner.post(group + "/invites/email", "{'email': 'a@example.org', 'valid_hours': 1}")
                .ok(201);
        Reply listed = asOwner.get(group + "/invites").ok();
        assertThat(listed.json()).hasSize(1);
        assertThat(listed.text()).doesNotContain(mail.at("/secret"));
        asOwner.delete("/invites/" + mail.at("/invite/id")).ok(204);
        assertThat(asOwner.get(group + "/invites").ok().json()).isEmpty();
    }

    // Other names

    @Test
    @Covers({"GRP-7", "GRP-10", "MEM-4", "MEM-6", "MEM-7", "MEM-8", "API-8"})
    void theVerbPathsSpeakTheirOwnVocabulary() {
        Client boss = asOwner.atRoot();
        Client guest = asPerson.atRoot();
        Reply created = boss.post("/group/create", "{'title': '독서', 'description': '금요일'}")
                .ok(201);
        String group = created.at("/id");
        assertThat(created.at("/title")).isEqualTo("독서");
        assertThat(created.at("/creator_id")).isEqualTo(owner.id().toString());
        assertThat(guest.get("/group/browse").ok().at("/0/title")).isEqualTo("독서");
        String which = "{'group_id': '" + group + "'}";
        String person = "{'group_id': '" + group + "', 'user_id': '" + this.person.id() + "'}";

        assertThat(guest.post("/group/request", which).ok().at("/status")).isEqualTo("pending_request");
        boss.post("/group/reject", person).ok(204);
        guest.post("/group/request", which).ok();
        assertThat(boss.post("/group/accept", person).ok().at("/status")).isEqualTo("joined");
        guest.delete("/api/v1/groups/" + group + "/membership").ok(204);

        assertThat(boss.post("/group/invite", person).ok().at("/status")).isEqualTo("pending_invite");
        guest.post("/group/reject", which).ok(204);
        boss.post("/group/invite", person).ok();
        Reply accepted = guest.post("/group/accept", which).ok();
        assertThat(accepted.at("/role")).isEqualTo("member");
        assertThat(accepted.at("/status")).isEqualTo("joined");
        guest.post("/group/accept", which).refused(409, "groups.not-invited");
    }

    @Test
    void viewsArePlainAndEveryRouteSaysWhatItDoes() {
        List<Route> all = Stream.of(routes).flatMap(r -> r.routes().stream()).toList();

        assertThat(PlainViews.violations(all)).isEmpty();
        assertThat(all).noneMatch(route -> route.summary().isEmpty());
    }

    @Test
    void whatIsNotAnIdIsNotFound() {
        asOwner.get("/groups/none").refused(404, "access.not-found");
        Group quiet = town.secretGroup(owner);
        asPerson.get("/groups/" + quiet.id()).refused(404, "access.not-found");
    }
}
