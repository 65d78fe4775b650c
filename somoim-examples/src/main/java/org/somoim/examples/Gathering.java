package org.somoim.examples;

import org.somoim.Somoim;
import org.somoim.access.Visibility;
import org.somoim.groups.Group;
import org.somoim.groups.Group.JoinPolicy;
import org.somoim.groups.Membership;
import org.somoim.groups.NewGroup;
import org.somoim.groups.Terms;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Word;

/** Someone founds a group that others ask to join, and makes the first of them an admin. */
final class Gathering {
    private Gathering() {}

    static Membership gather(Somoim somoim, Actor.Person minji, Actor.Person junho) {
        // tag::gather
        Terms terms = Terms.of(Group.Kind.SOCIAL, Line.of("북한산 산책"))
                .about(new Word("hiking"))
                .seen(Visibility.PRIVATE)
                .joined(JoinPolicy.REQUEST)
                .limited(12);
        Group group = somoim.groups().create(minji, NewGroup.social(terms));

        somoim.memberships().request(junho, group.id(), Line.of("토요일마다 걷고 있어요."));
        somoim.memberships().approve(minji, group.id(), junho.id());
        somoim.members().appoint(minji, group.id(), junho.id(), Membership.Role.ADMIN);
        // end::gather
        return somoim.memberships().own(junho, group.id());
    }
}
