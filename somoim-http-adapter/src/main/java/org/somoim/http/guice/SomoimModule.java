package org.somoim.http.guice;

import com.google.inject.AbstractModule;
import org.somoim.Somoim;
import org.somoim.accounts.Accounts;
import org.somoim.accounts.Addresses;
import org.somoim.accounts.Passwords;
import org.somoim.audit.Audit;
import org.somoim.calendar.Calendars;
import org.somoim.chat.Chat;
import org.somoim.chat.Conversations;
import org.somoim.comparison.Comparisons;
import org.somoim.comparison.Epochs;
import org.somoim.events.Events;
import org.somoim.events.ForeignEvents;
import org.somoim.events.Recurrences;
import org.somoim.events.Reminders;
import org.somoim.events.Rsvps;
import org.somoim.forum.ForumCategories;
import org.somoim.forum.ForumCuration;
import org.somoim.forum.ForumDrafts;
import org.somoim.forum.ForumPosts;
import org.somoim.forum.ForumTopics;
import org.somoim.forum.ForumVotes;
import org.somoim.goals.GoalShares;
import org.somoim.goals.Inspiration;
import org.somoim.groups.Groups;
import org.somoim.groups.Invites;
import org.somoim.groups.Members;
import org.somoim.groups.Memberships;
import org.somoim.idempotency.Once;
import org.somoim.identities.Identities;
import org.somoim.imports.Imports;
import org.somoim.moderation.Appeals;
import org.somoim.moderation.Cases;
import org.somoim.moderation.Oversight;
import org.somoim.moderation.Reports;
import org.somoim.notifications.Notifications;
import org.somoim.operations.Operations;
import org.somoim.personaldata.PersonalData;
import org.somoim.posts.Comments;
import org.somoim.posts.Posts;
import org.somoim.posts.Reactions;
import org.somoim.profiles.Profiles;
import org.somoim.ratings.Ratings;
import org.somoim.safety.Alerts;
import org.somoim.sessions.Sessions;
import org.somoim.statistics.Statistics;

/**
 * Lets a host inject the front doors of a community. The community is opened, and closed, by the host; the library itself
 * is put together by constructors, in {@link Somoim}.
 */
public final class SomoimModule extends AbstractModule {
    private final Somoim somoim;

    public SomoimModule(Somoim somoim) {
        this.somoim = somoim;
    }

    @Override
    protected void configure() {
        bind(Somoim.class).toInstance(somoim);
        bind(Accounts.class).toInstance(somoim.accounts());
        bind(Addresses.class).toInstance(somoim.addresses());
        bind(Passwords.class).toInstance(somoim.passwords());
        bind(Once.class).toInstance(somoim.once());
        bind(Sessions.class).toInstance(somoim.sessions());
        bind(Identities.class).toInstance(somoim.identities());
        bind(Profiles.class).toInstance(somoim.profiles());
        bind(Groups.class).toInstance(somoim.groups());
        bind(Memberships.class).toInstance(somoim.memberships());
        bind(Members.class).toInstance(somoim.members());
        bind(Invites.class).toInstance(somoim.invites());
        bind(Posts.class).toInstance(somoim.posts());
        bind(Comments.class).toInstance(somoim.comments());
        bind(Reactions.class).toInstance(somoim.reactions());
        bind(Events.class).toInstance(somoim.events());
        bind(Recurrences.class).toInstance(somoim.recurrences());
        bind(ForeignEvents.class).toInstance(somoim.foreignEvents());
        bind(Reminders.class).toInstance(somoim.reminders());
        bind(Calendars.class).toInstance(somoim.calendars());
        bind(Ratings.class).toInstance(somoim.ratings());
        bind(ForumCategories.class).toInstance(somoim.forumCategories());
        bind(ForumTopics.class).toInstance(somoim.forumTopics());
        bind(ForumPosts.class).toInstance(somoim.forumPosts());
        bind(ForumVotes.class).toInstance(somoim.forumVotes());
        bind(ForumCuration.class).toInstance(somoim.forumCuration());
        bind(ForumDrafts.class).toInstance(somoim.forumDrafts());
        bind(GoalShares.class).toInstance(somoim.goalShares());
        bind(Inspiration.class).toInstance(somoim.inspiration());
        bind(Comparisons.class).toInstance(somoim.comparisons());
        bind(Epochs.class).toInstance(somoim.epochs());
        bind(Rsvps.class).toInstance(somoim.rsvps());
        bind(Alerts.class).toInstance(somoim.alerts());
        bind(Chat.class).toInstance(somoim.chat());
        bind(Conversations.class).toInstance(somoim.conversations());
        bind(Reports.class).toInstance(somoim.reports());
        bind(Cases.class).toInstance(somoim.cases());
        bind(Appeals.class).toInstance(somoim.appeals());
        bind(Oversight.class).toInstance(somoim.oversight());
        bind(Notifications.class).toInstance(somoim.notifications());
        bind(Imports.class).toInstance(somoim.imports());
        bind(PersonalData.class).toInstance(somoim.personalData());
        bind(Audit.class).toInstance(somoim.audit());
        bind(Operations.class).toInstance(somoim.operations());
        bind(Statistics.class).toInstance(somoim.statistics());
    }
}
