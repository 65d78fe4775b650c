package org.somoim.examples;

import com.google.inject.Guice;
import jakarta.inject.Inject;
import org.somoim.Somoim;
import org.somoim.groups.Group;
import org.somoim.groups.Groups;
import org.somoim.groups.NewGroup;
import org.somoim.http.guice.SomoimModule;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;

/** A host that is put together by Guice. */
final class GuiceHost {
    private GuiceHost() {}

    // tag::guice
    /** A class of the host's own. */
    static final class Courses {
        private final Groups groups;

        @Inject
        Courses(Groups groups) {
            this.groups = groups;
        }

        Group found(Actor teacher, String title) {
            return groups.create(teacher, NewGroup.of(Group.Kind.SOCIAL, Line.of(title)));
        }
    }

    static Courses courses(Somoim somoim) {
        return Guice.createInjector(new SomoimModule(somoim)).getInstance(Courses.class);
    }
    // end::guice
}
