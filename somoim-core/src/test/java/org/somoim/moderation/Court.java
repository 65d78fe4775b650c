package org.somoim.moderation;

import java.time.Duration;
import org.somoim.access.SiteRole;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.memory.Community;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;

/** A town with a group, somebody who writes in it, and people who judge. */
final class Court {
    static final Line RULE = Line.of("No spam");
    static final Prose FACTS = Prose.of("광고 글입니다. It advertises a shop.");

    final Community town;
    final Group group;
    final Actor.Person author;
    final Actor.Person member;
    final Actor.Person first;
    final Actor.Person second;
    final Actor.Person admin;

    Court() {
        this(new Community());
    }

    Court(Community town) {
        this.town = town;
        Actor.Person owner = town.person("Owner");
        group = town.openGroup(owner);
        author = town.memberOf(group);
        member = town.memberOf(group);
        first = moderator();
        second = moderator();
        admin = town.admin();
    }

    /** Someone new who handles what is reported. */
    Actor.Person moderator() {
        Actor.Person person = town.person("Moderator");
        town.somoim.accounts().appoint(Actor.host("scene"), person.id(), SiteRole.MODERATOR);
        return person;
    }

    Post post(String words) {
        return town.somoim.posts().write(author, group.id(), Draft.of(Prose.of(words)));
    }

    static Subject of(Post post) {
        return Subject.of("post", post.id());
    }

    Reports reports() {
        return town.somoim.reports();
    }

    Cases cases() {
        return town.somoim.cases();
    }

    Appeals appeals() {
        return town.somoim.appeals();
    }

    Reports.Own report(Actor.Person by, Post post) {
        return reports().report(by, of(post), Ground.SPAM, null);
    }

    static Ruling ruling(Measure.Kind kind) {
        return new Ruling(
                kind,
                Ground.SPAM,
                RULE,
                FACTS,
                kind.needsEnd() ? Duration.ofDays(1) : null,
                Ruling.pointsOf(kind, Ground.SPAM),
                false);
    }

    /** Decides about a post on one's own initiative. */
    Measure decide(Actor.Person by, Subject subject, Ruling ruling) {
        Case open = cases().open(by, subject, ruling.ground());
        return cases().decide(by, open.id(), open.version(), ruling);
    }

    /** Begins a case about a post, and gives it back. */
    void decideNothing(Post post) {
        Case open = cases().open(first, of(post), Ground.SPAM);
        cases().release(first, open.id(), open.version());
    }

    Case caseAbout(Id<?> subject) {
        return town.ports
                .transactor()
                .read(() -> town.ports.cases().about(subject))
                .orElseThrow();
    }
}
