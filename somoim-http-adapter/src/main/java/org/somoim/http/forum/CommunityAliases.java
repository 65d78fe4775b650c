package org.somoim.http.forum;

import static org.somoim.http.forum.ForumPostRoutes.ordered;
import static org.somoim.http.forum.TopicRoutes.filtered;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.List;
import java.util.stream.Stream;
import org.somoim.http.forum.ForumPostRoutes.PostBody;
import org.somoim.http.forum.ForumPostRoutes.VoteBody;
import org.somoim.http.forum.Rendering.CategoryView;
import org.somoim.http.forum.Rendering.PostView;
import org.somoim.http.forum.Rendering.TopicView;
import org.somoim.http.forum.TopicRoutes.NewTopic;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;

/**
 * Reading, posting, and questions and answers under {@code /community} and {@code /social/community}, for clients that know
 * the forum by these names. Whatever else there is has one path only.
 */
public final class CommunityAliases implements Routes {
    private final CategoryRoutes categories;
    private final TopicRoutes topics;
    private final ForumPostRoutes posts;

    public CommunityAliases(CategoryRoutes categories, TopicRoutes topics, ForumPostRoutes posts) {
        this.categories = categories;
        this.topics = topics;
        this.posts = posts;
    }

    @Override
    public List<Route> routes() {
        return Stream.of("/community", "/social/community")
                .flatMap(base -> under(base).stream())
                .toList();
    }

    private List<Route> under(String base) {
        return List.of(
                get(base + "/categories", categories::all)
                        .givesList(CategoryView.class)
                        .says("Every category that one may read.")
                        .aliasOf("GET /forum/categories"),
                filtered(get(base + "/topics", topics::list))
                        .says("Topics, last active first.")
                        .aliasOf("GET /forum/topics"),
                post(base + "/categories/{category}/topics", topics::open)
                        .takes(NewTopic.class)
                        .creates(TopicView.class)
                        .says("Opens a topic.")
                        .aliasOf("POST /forum/categories/{category}/topics"),
                get(base + "/topics/{topic}", topics::find)
                        .gives(TopicView.class)
                        .says("One topic.")
                        .aliasOf("GET /forum/topics/{topic}"),
                ordered(get(base + "/topics/{topic}/posts", posts::in))
                        .says("What stands in a topic.")
                        .aliasOf("GET /forum/topics/{topic}/posts"),
                post(base + "/topics/{topic}/posts", posts::write)
                        .takes(PostBody.class)
                        .creates(PostView.class)
                        .says("Writes in a topic.")
                        .aliasOf("POST /forum/topics/{topic}/posts"),
                put(base + "/posts/{forum-post}/vote", posts::vote)
                        .takes(VoteBody.class)
                        .gives(PostView.class)
                        .says("Says whether a post helped.")
                        .aliasOf("PUT /forum/posts/{forum-post}/vote"),
                put(base + "/posts/{forum-post}/best-answer", posts::accept)
                        .gives(TopicView.class)
                        .says("Says that a post solves the question.")
                        .aliasOf("PUT /forum/posts/{forum-post}/best-answer"));
    }
}
