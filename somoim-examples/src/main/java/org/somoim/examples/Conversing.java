package org.somoim.examples;

import java.util.Set;
import org.somoim.Somoim;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.posts.Comment;
import org.somoim.posts.ContentRef;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.posts.Reaction;
import org.somoim.posts.ThreadEntry;

/** Two members of a group write to one another. */
final class Conversing {
    private Conversing() {}

    static Page<ThreadEntry> converse(Somoim somoim, Id<Group> group, Actor minji, Actor junho, Id<User> junhoId) {
        // tag::converse
        Draft draft = new Draft(Line.of("토요일"), Prose.of("**북한산**, 9시에 만나요."), Set.of(junhoId));
        Post post = somoim.posts().write(minji, group, draft);

        somoim.reactions().react(junho, ContentRef.post(post.id()), Reaction.Kind.LIKE);
        Comment comment = somoim.comments().write(junho, post.id(), Prose.of("어느 역에서요?"));
        somoim.comments().write(minji, post.id(), comment.id(), Prose.of("불광역 2번 출구요."), Set.of());

        Page<ThreadEntry> thread = somoim.comments().under(junho, post.id(), Page.Ask.first());
        // end::converse
        return thread;
    }
}
