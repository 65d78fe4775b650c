package org.somoim.posts;

import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.Purpose;

/** Plug. Answers for what is kept of what people write to one another. */
public final class PostPersonalData {
    public static final Inventory KEPT = Inventory.of("posts")
            .table("posts", Purpose.CONVERSATION)
            .person("author-id", OnErasure.CHOSEN)
            .person("page-of", OnErasure.REMOVED)
            .person("deleted-by", OnErasure.UNNAMED)
            .about("author-id", "title", "body", "pinned-at", "created-at", "edited-at", "updated-at", "deleted-at")
            .plain("id", "group-id", "comments")
            .keptAfter("deleted", Posts.RESTORABLE)
            .table("post-revisions", Purpose.CONVERSATION)
            .person("by-id", OnErasure.REMOVED)
            .about("by-id", "title", "body", "created-at")
            .plain("id", "post-id")
            .table("comments", Purpose.CONVERSATION)
            .person("author-id", OnErasure.CHOSEN)
            .person("deleted-by", OnErasure.UNNAMED)
            .about("author-id", "body", "created-at", "edited-at", "updated-at", "deleted-at")
            .plain("id", "post-id", "parent-id", "depth", "replies")
            .keptAfter("deleted", Posts.RESTORABLE)
            .table("comment-revisions", Purpose.CONVERSATION)
            .person("by-id", OnErasure.REMOVED)
            .about("by-id", "body", "created-at")
            .plain("id", "comment-id")
            .table("reactions", Purpose.CONVERSATION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "kind", "created-at")
            .plain("post-id", "comment-id", "target-id")
            .table("mentions", Purpose.CONVERSATION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "created-at")
            .plain("post-id", "comment-id", "target-id")
            .done();

    private PostPersonalData() {}
}
