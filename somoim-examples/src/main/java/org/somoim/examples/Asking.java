package org.somoim.examples;

import org.somoim.Somoim;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumType;
import org.somoim.forum.PostOrder;
import org.somoim.forum.PostType;
import org.somoim.forum.ShownForumPost;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicDraft;
import org.somoim.forum.Verdict;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;

/** Somebody asks in the forum, and somebody else knows. */
final class Asking {
    private Asking() {}

    static Page<ShownForumPost> ask(Somoim somoim, Actor admin, Actor minji, Actor junho, Actor sora) {
        // tag::ask
        Category saving =
                somoim.forumCategories().make(admin, null, CategoryDraft.open(Line.of("저축과 예금"), ForumType.QUESTIONS));
        Topic question = somoim.forumTopics()
                .open(
                        minji,
                        saving.id(),
                        new TopicDraft(
                                Line.of("적금과 파킹통장, 어느 쪽부터?"),
                                Prose.of("비상금이 아직 **두 달 치**예요."),
                                PostType.QUESTION,
                                Tags.of("적금", "비상금")));

        ForumPost answer = somoim.forumPosts().write(junho, question.id(), Prose.of("비상금은 파킹통장부터요."));
        somoim.forumVotes().vote(sora, answer.id(), Verdict.HELPFUL);
        somoim.forumVotes().accept(minji, answer.id());

        Page<ShownForumPost> best = somoim.forumPosts().in(sora, question.id(), PostOrder.QUALITY, Page.Ask.first());
        // end::ask
        return best;
    }
}
