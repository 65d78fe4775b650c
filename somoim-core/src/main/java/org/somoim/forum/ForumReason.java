package org.somoim.forum;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about categories, topics and their posts. */
public enum ForumReason implements Reason {
    TOO_DEEP(Kind.CONFLICT, "Categories stand in one another at most five deep. Put it higher up."),
    CIRCLE(Kind.CONFLICT, "A category cannot stand in itself, nor in one below it. Choose another place."),
    TOO_MANY_CATEGORIES(Kind.CONFLICT, "There can be 500 categories. Remove one, or use tags."),
    NOT_EMPTY(Kind.CONFLICT, "Something stands in this category, deleted topics included. Move it away first."),
    TOO_MANY_TAGS(Kind.INVALID, "A topic has at most five tags. Choose those that say the most."),
    TAG_TOO_LONG(Kind.INVALID, "A tag has at most 30 characters. Use a shorter word."),
    WRONG_TYPE(
            Kind.INVALID,
            "This category does not take topics of this type: questions only, or announcements of those who look after it."),
    TITLE_MISSING(Kind.INVALID, "A topic needs a title. Give the draft one, then publish it."),
    NOT_YOURS(Kind.FORBIDDEN, "Only its author can do that. Say what you think in a post of your own."),
    OWN_POST(Kind.FORBIDDEN, "What one wrote oneself is for others to judge."),
    LOCKED(Kind.CONFLICT, "This topic takes no more posts. Open one of your own if there is more to say."),
    ARCHIVED(Kind.CONFLICT, "This topic is kept to be read only. Open one of your own if there is more to say."),
    WAITING(Kind.CONFLICT, "This awaits approval. Wait until someone who looks after the category has read it."),
    NOT_WAITING(Kind.CONFLICT, "This does not await approval: somebody else has decided already."),
    TOO_MANY_WAITING(Kind.TOO_MANY, "Three posts of yours await approval here. Wait until they have been read."),
    ANSWERED(
            Kind.CONFLICT,
            "Others have answered, and what they wrote is theirs. Ask someone who looks after the category."),
    NO_QUESTION(Kind.CONFLICT, "Only a question can be solved, and only by an answer to it."),
    CANNOT_BECOME(Kind.CONFLICT, "A topic in this state cannot go there. Look at its status and start from that."),
    TOO_MANY_PINNED(Kind.CONFLICT, "Five topics are pinned here already. Unpin one of them first."),
    NOT_DELETED(Kind.CONFLICT, "This has not been deleted, so there is nothing to restore."),
    REMOVED_BY_MODERATOR(
            Kind.FORBIDDEN,
            "Someone who looks after this category removed it, so its author cannot bring it back. Talk to them."),
    TOO_LATE_TO_RESTORE(Kind.GONE, "It was deleted more than 30 days ago and cannot be brought back. Write it anew."),
    SAME_TOPIC(Kind.INVALID, "A topic cannot be merged with itself. Name another one."),
    NOTHING_TO_SPLIT(
            Kind.INVALID,
            "Name posts of this topic that have a place in it, at least one of them not deleted, and not the first, which opens it."),
    TOO_LARGE(
            Kind.CONFLICT,
            "Topics of more than 2000 posts are not split or merged. Lock this one, and go on in another."),
    TOO_MANY_DRAFTS(Kind.CONFLICT, "You have 50 drafts. Publish or discard one of them first.");

    private final Kind kind;
    private final String advice;

    ForumReason(Kind kind, String advice) {
        this.kind = kind;
        this.advice = advice;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String advice() {
        return advice;
    }
}
