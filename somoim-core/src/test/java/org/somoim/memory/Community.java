package org.somoim.memory;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.somoim.Policies;
import org.somoim.Ports;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.access.Visibility;
import org.somoim.accounts.Account;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.events.Event;
import org.somoim.events.Plan;
import org.somoim.events.When;
import org.somoim.events.Zone;
import org.somoim.groups.Group;
import org.somoim.groups.Group.JoinPolicy;
import org.somoim.groups.Membership;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.NewGroup;
import org.somoim.groups.Terms;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.mail.Email;
import org.somoim.moderation.Detector;
import org.somoim.posts.Comment;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.privacy.CohortSchema;
import org.somoim.privacy.Hierarchies;
import org.somoim.privacy.Label;
import org.somoim.privacy.Metric;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.Split;

/**
 * A library with a few words to set a scene. On memory unless told otherwise; the same scene can be set on any ports, so a
 * test that speaks only to a community runs on every adapter. The same seed makes the same ids.
 */
public final class Community {
    /** Everyone's. */
    public static final Password PASSWORD = Password.of("correct horse battery staple");

    /** Two metrics, one split by thirds of age. */
    public static final PrivacyPlan PLAN = PrivacyPlan.of(
                    "town",
                    new Label("마을", "The town"),
                    new CohortSchema(List.of(Hierarchies.age()), List.of(new Split(0, 2))),
                    List.of(Metric.EMERGENCY_FUND, Metric.DEBT_TO_INCOME))
            .build();

    private static final Zone SEOUL = new Zone("Asia/Seoul");

    public final TestClock clock = new TestClock();
    public final Ports ports;
    public final Somoim somoim;
    private int people;
    private int groups;
    private int posts;
    private int events;

    public Community() {
        this(clock -> MemoryPorts.of(clock, new Random(1)));
    }

    /** @param open makes ports that read the given clock; people can compare themselves, as {@link #PLAN} says */
    public Community(Function<TestClock, Ports> open) {
        this(open, Policies.PRESET.comparing(org.somoim.comparison.Terms.of(PLAN)));
    }

    /** The same under rules of the host's choosing. */
    public Community(Function<TestClock, Ports> open, Policies policies) {
        this(open, policies, List.of());
    }

    /** The same with detectors that look at what is said. */
    public Community(Function<TestClock, Ports> open, Policies policies, List<? extends Detector> detectors) {
        ports = open.apply(clock);
        somoim = new Somoim(ports, policies, detectors);
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
                somoim.accounts().open(Actor.host("scene"), new NewAccount(email, PASSWORD, Line.of(displayName)));
        return new Actor.Person(account.id());
    }

    /** Someone new who runs the community. */
    public Actor.Person admin() {
        Actor.Person admin = person("Admin");
        somoim.accounts().appoint(Actor.host("scene"), admin.id(), SiteRole.ADMIN);
        return admin;
    }

    /** A group that everyone sees and may join. */
    public Group openGroup(Actor.Person owner) {
        return group(owner, terms -> terms);
    }

    /** A group that everyone sees from outside, and asks to join. */
    public Group privateGroup(Actor.Person owner) {
        return group(owner, terms -> terms.seen(Visibility.PRIVATE).joined(JoinPolicy.REQUEST));
    }

    /** A group that only those know of who were invited. */
    public Group secretGroup(Actor.Person owner) {
        return group(owner, terms -> terms.seen(Visibility.SECRET).joined(JoinPolicy.INVITE));
    }

    /** @param change what differs from a group that is public and open */
    public Group group(Actor.Person owner, UnaryOperator<Terms> change) {
        Terms terms = change.apply(Terms.of(Group.Kind.SOCIAL, Line.of("Group " + ++groups)));
        return somoim.groups().create(owner, NewGroup.social(terms));
    }

    /** A household. */
    public Group family(Actor.Person owner) {
        return somoim.groups().create(owner, NewGroup.of(Group.Kind.FAMILY, Line.of("Family " + ++groups)));
    }

    /** Whoever owns it now. */
    public Actor.Person ownerOf(Group group) {
        Membership owner = ports.transactor()
                .read(() -> ports.memberships().team(group.id(), Role.OWNER))
                .get(0);
        return new Actor.Person(owner.userId());
    }

    /** Someone new who was asked to come. */
    public Actor.Person invited(Group group) {
        Actor.Person person = person();
        somoim.memberships().invite(ownerOf(group), group.id(), person.id());
        return person;
    }

    /** Someone new who has asked to come, at a time when the group took requests. */
    public Actor.Person requested(Group group) {
        Actor.Person person = person();
        Terms[] before = new Terms[1];
        somoim.groups().edit(ownerOf(group), group.id(), terms -> {
            before[0] = terms;
            return terms.seen(Visibility.PRIVATE).joined(JoinPolicy.REQUEST);
        });
        somoim.memberships().request(person, group.id(), null);
        somoim.groups().edit(ownerOf(group), group.id(), terms -> before[0]);
        return person;
    }

    /** Someone new who belongs to it. */
    public Actor.Person memberOf(Group group) {
        Actor.Person member = invited(group);
        somoim.memberships().accept(member, group.id());
        return member;
    }

    /** Someone new who belonged to it and went. */
    public Actor.Person left(Group group) {
        Actor.Person member = memberOf(group);
        somoim.memberships().leave(member, group.id());
        return member;
    }

    /** Someone new who belonged to it and was put out. */
    public Actor.Person removed(Group group) {
        Actor.Person member = memberOf(group);
        somoim.members().remove(ownerOf(group), group.id(), member.id());
        return member;
    }

    /** Someone new who belonged to it and was put out for good. */
    public Actor.Person banned(Group group) {
        Actor.Person member = memberOf(group);
        somoim.members().ban(ownerOf(group), group.id(), member.id());
        return member;
    }

    /** Someone new who moderates it. */
    public Actor.Person moderatorOf(Group group) {
        return appointed(group, Role.MODERATOR);
    }

    /** Someone new who administers it. */
    public Actor.Person adminOf(Group group) {
        return appointed(group, Role.ADMIN);
    }

    private Actor.Person appointed(Group group, Role role) {
        Actor.Person member = memberOf(group);
        somoim.members().appoint(ownerOf(group), group.id(), member.id(), role);
        return member;
    }

    /** Something that a member wrote in a group. */
    public Post post(Actor.Person author, Group group) {
        return somoim.posts().write(author, group.id(), Draft.of(Prose.of("Something about " + ++posts)));
    }

    /** A meeting in ten days at seven in the evening in Seoul, for two hours. */
    public Plan plan(String title) {
        LocalDateTime start =
                SEOUL.local(clock.instant()).plusDays(10).toLocalDate().atTime(19, 0);
        return Plan.of(Line.of(title), new When(start, start.plusHours(2), SEOUL));
    }

    /** A meeting that a member calls. */
    public Event event(Actor.Person caller, Group group) {
        return somoim.events().call(caller, group.id(), plan("Meeting " + ++events));
    }

    /** Something that someone said to it. */
    public Comment comment(Actor.Person author, Post post) {
        return somoim.comments().write(author, post.id(), Prose.of("Something to say"));
    }
}
