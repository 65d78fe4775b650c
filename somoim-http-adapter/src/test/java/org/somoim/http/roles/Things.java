package org.somoim.http.roles;

import org.somoim.calendar.CalendarLink;
import org.somoim.chat.Message;
import org.somoim.comparison.KeptReceipt;
import org.somoim.events.Event;
import org.somoim.events.Series;
import org.somoim.forum.ForumDraft;
import org.somoim.forum.ForumPost;
import org.somoim.forum.Topic;
import org.somoim.goals.GoalShare;
import org.somoim.groups.Group;
import org.somoim.groups.Invite;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Report;
import org.somoim.notifications.Notification;
import org.somoim.posts.Comment;
import org.somoim.posts.Post;
import org.somoim.safety.Alert;
import org.somoim.safety.Batch;
import org.somoim.sessions.RefreshToken;

/**
 * What a call can be about: everything of one person in one place.
 *
 * @param person whose things they are
 * @param deletedGroup with the same people in it
 * @param deletedPost by its author, as the comment
 * @param emergency raised by the person to the group
 * @param alert its one alert
 * @param message in the conversation of the group, by the same person
 * @param secret of the invite, which is a link into the group
 * @param session a token that goes on with it
 * @param receipt of answers to people like the person
 * @param forum by the same person, in the one category that there is
 */
record Things(
        Id<User> person,
        Id<Group> group,
        Id<Group> deletedGroup,
        Id<Post> post,
        Id<Post> deletedPost,
        Id<Comment> comment,
        Id<Comment> deletedComment,
        Id<Event> event,
        Id<Event> deletedEvent,
        Id<Series> series,
        Id<Message> message,
        Id<Notification> notification,
        Id<Invite> invite,
        Id<Batch> emergency,
        Id<Alert> alert,
        Secrets.Secret secret,
        RefreshToken session,
        Id<CalendarLink> link,
        Id<Measure> measure,
        Id<Report> report,
        Id<GoalShare> goal,
        Id<KeptReceipt> receipt,
        Forum forum) {

    /**
     * What one person has in the forum.
     *
     * @param topic a question of theirs
     * @param post their own answer to it
     */
    record Forum(
            Id<Topic> topic,
            Id<Topic> deletedTopic,
            Id<ForumPost> post,
            Id<ForumPost> deletedPost,
            Id<ForumDraft> draft) {}

    /** Events of one host. */
    record Meetings(Id<Event> event, Id<Event> deletedEvent, Id<Series> series) {}

    /** The same, none of which exists. */
    Things nowhere(Ids ids) {
        return new Things(
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.random(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                new Secrets.Secret("nothing-nothing-nothing-nothing-nothing-not"),
                new RefreshToken(ids.random() + ".nothing-nothing-nothing-nothing-nothing-not".repeat(2)),
                ids.random(),
                ids.random(),
                ids.random(),
                ids.random(),
                ids.random(),
                new Forum(ids.random(), ids.random(), ids.random(), ids.random(), ids.random()));
    }

    Things on(Post page, Post deletedPage, Comment pageComment, Comment deletedPageComment, Meetings own) {
        return new Things(
                person,
                group,
                deletedGroup,
                page.id(),
                deletedPage.id(),
                pageComment.id(),
                deletedPageComment.id(),
                own.event(),
                own.deletedEvent(),
                own.series(),
                message,
                notification,
                invite,
                emergency,
                alert,
                secret,
                session,
                link,
                measure,
                report,
                goal,
                receipt,
                forum);
    }
}
