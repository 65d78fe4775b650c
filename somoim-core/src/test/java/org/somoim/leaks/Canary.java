package org.somoim.leaks;

import java.util.Locale;

/** Something in a scene that is recognised wherever it comes out: a text planted in one field, or somebody's id. */
public enum Canary {
    /** Id. */
    GROUP(Circle.ID),
    GROUP_NAME(Circle.CARD),
    GROUP_DESCRIPTION(Circle.CARD),
    GROUP_CATEGORY(Circle.CARD),

    /** Id of a member who says nothing much, and was let in by the author. */
    QUIET_MEMBER(Circle.ROLL),

    /** Id of a post that mentions every member. */
    OWNERS_POST_ID(Circle.TALK),
    /** What it says. The author reacted to it. */
    OWNERS_POST(Circle.TALK),
    /** By the quiet member, under a comment of the author's. */
    REPLY(Circle.TALK),

    /** Id. */
    AUTHOR(Circle.AUTHORS),
    /** By the author, under the owner's post. */
    COMMENT(Circle.AUTHORS),
    /** Id of the post that has the scene's state, and mentions every member. */
    POST(Circle.POST),
    POST_TITLE(Circle.POST),
    POST_BODY(Circle.POST),
    /** Id of what the quiet member said under the author's post, which mentions every member. */
    ANSWER_ID(Circle.POST),
    /** What it says. */
    ANSWER(Circle.POST),

    /** What the comment said before it was edited. */
    EARLIER_COMMENT(Circle.EARLIER),
    /** What the post said before it was edited. */
    EARLIER_TITLE(Circle.EARLIER_POST),
    EARLIER_BODY(Circle.EARLIER_POST),
    /** By the author, deleted, and answered by the quiet member. */
    DELETED_COMMENT(Circle.NOBODY),

    /** Id of an event of the owner's, to which the author goes. */
    EVENT_ID(Circle.TALK),
    EVENT_TITLE(Circle.TALK),
    /** Where it is, for members. */
    EVENT_ADDRESS(Circle.INSIDE),
    /** Id of an event of the owner's that is not public, to which the author goes. */
    CLOSED_EVENT_ID(Circle.INSIDE),
    CLOSED_EVENT_TITLE(Circle.INSIDE),
    /** Where it is, for those who go. */
    CLOSED_EVENT_ADDRESS(Circle.WAY),
    /** Id of a series of the owner's that is not public. */
    SERIES_ID(Circle.INSIDE),
    SERIES_TITLE(Circle.INSIDE),
    /** Hosted by the author. */
    OWN_EVENT_TITLE(Circle.PAGE),
    OWN_EVENT_ADDRESS(Circle.PAGE),
    /** Id of the emergency for which the author called the group. */
    EMERGENCY(Circle.CALLS),
    /** Id of its one alert. */
    ALERT(Circle.CALLS),
    ALERT_MESSAGE(Circle.CALLS),
    /** Some digits of where the author was. */
    ALERT_LOCATION(Circle.CALLS),
    /** What a member has answered to it. The same in every scene. */
    ALERT_ANSWER(Circle.CALLS),
    /** Id of that member. */
    HELPER(Circle.ROLL),

    /** Id of somebody whom the author has invited. */
    INVITEE(Circle.GUESTS),
    /** Id of somebody who has asked to come. */
    REQUESTER(Circle.DESK),
    /** What they said when they asked. */
    REQUEST_MESSAGE(Circle.DESK),
    /** Id of somebody who is banned, and never was in. */
    BANNED_PERSON(Circle.DESK),
    /** Address to which an invitation went. */
    INVITED_ADDRESS(Circle.INVITES),

    /** Id of what the author said in the group's conversation: whoever does not get to read it learns that it is there. */
    MESSAGE_ID(Circle.CHAT),
    /** What it says. Everyone in the group could read it, and the quiet member answered it. */
    MESSAGE(Circle.AUTHORS_CHAT),
    /** What it said before it was edited. */
    EARLIER_MESSAGE(Circle.NOBODY),
    /** What the author said and took back. */
    DELETED_MESSAGE(Circle.NOBODY),
    /** What the owner said in the group's conversation. The author reacted to it. */
    OWNERS_MESSAGE(Circle.CHAT),
    /** Id of the conversation of the author with a member. */
    CONVERSATION(Circle.TWO),
    /** What the author said there. */
    DIRECT_MESSAGE(Circle.TWO),
    /** What the author said to somebody whom they have blocked since. */
    PARTED_MESSAGE(Circle.NOBODY),

    /** Id of a goal that the author shares without their name. */
    GOAL(Circle.SHARED),
    GOAL_TITLE(Circle.SHARED),
    GOAL_TEXT(Circle.SHARED),
    GOAL_TAG(Circle.SHARED),
    /** Of a goal that the author has withdrawn. */
    WITHDRAWN_GOAL(Circle.OWN),

    /** Id of a topic of the author's in the forum, for everyone with an account but those parted from them. */
    TOPIC(Circle.NAME),
    TOPIC_TITLE(Circle.NAME),
    TOPIC_TAG(Circle.NAME),
    /** What it is about. */
    TOPIC_TEXT(Circle.NAME),
    /** Id of what the author said further in it. */
    FORUM_POST(Circle.NAME),
    FORUM_POST_TEXT(Circle.NAME),
    /** Of the category in which it is, which is there for everyone with an account. */
    CATEGORY_NAME(Circle.SHARED),
    /** Of a category for experts, of whom the author is the only one. */
    HIGH_CATEGORY_NAME(Circle.ACCOUNT),
    /** Id of a topic of the author's there. */
    HIGH_TOPIC(Circle.ACCOUNT),
    HIGH_TOPIC_TITLE(Circle.ACCOUNT),
    HIGH_TOPIC_TEXT(Circle.ACCOUNT),
    /** Id of a topic of the author's that awaits approval. */
    WAITING_TOPIC(Circle.ACCOUNT),
    WAITING_TOPIC_TITLE(Circle.ACCOUNT),
    WAITING_TOPIC_TEXT(Circle.ACCOUNT),
    /** What the author said in the topic and took back. */
    DELETED_FORUM_POST(Circle.NOBODY),
    /** What the author is writing. */
    FORUM_DRAFT(Circle.OWN),
    /** Id of somebody who reported the author, and something of theirs. */
    WITNESS(Circle.NOBODY),
    /** What they said. */
    COMPLAINT(Circle.COURT),
    /** Address of somebody who sent a notice about the author and has not confirmed it. */
    NOTICE_ADDRESS(Circle.NOBODY),
    /** What they said. */
    NOTICE(Circle.NOBODY),
    /** Id of the open case against the author. */
    CASE(Circle.COURT),
    /** Id of whoever decided against the author. */
    DECIDER(Circle.COURT),
    /** Id of what they decided. */
    MEASURE(Circle.ACCOUNT),
    /** The reasons. */
    STATEMENT(Circle.ACCOUNT),
    /** What the author said to that. */
    APPEAL(Circle.ACCOUNT),

    AUTHORS_NAME(Circle.NAME),
    /** These fields of the author's profile are set to be seen as far as the profile as a whole. */
    BIO(Circle.PAGE),
    FAMILY_NAME(Circle.PAGE),
    AVATAR(Circle.PAGE),
    LOCATION(Circle.PAGE),
    INTEREST(Circle.PAGE),
    EXPERTISE(Circle.PAGE),
    /** Granted by those who run the community. */
    BADGE(Circle.PAGE),
    /** On the author's own page. */
    PAGE_POST(Circle.PAGE),
    /** Under it, by the author. */
    PAGE_COMMENT(Circle.PAGE),

    /** A field that the author shows to nobody. */
    GIVEN_NAME(Circle.OWN),
    /** A word that the author has muted. */
    MUTED_WORD(Circle.OWN),
    /** Address of the author. */
    AUTHORS_ADDRESS(Circle.ACCOUNT);

    private final Circle circle;

    Canary(Circle circle) {
        this.circle = circle;
    }

    /** Those who may know it together: a column of {@link Rights}. */
    public enum Circle {
        ID,
        CARD,
        ROLL,
        TALK,
        AUTHORS,
        POST,
        EARLIER,
        EARLIER_POST,
        CALLS,
        GUESTS,
        INSIDE,
        WAY,
        DESK,
        INVITES,
        CHAT,
        AUTHORS_CHAT,
        TWO,
        /** Everyone with an account, whoever has blocked whom. */
        SHARED,
        NAME,
        PAGE,
        OWN,
        ACCOUNT,
        COURT,
        NOBODY
    }

    Circle circle() {
        return circle;
    }

    /** A text that stands nowhere else; good as a word, in an address and in any other field. */
    String token(int scene) {
        return "scene" + scene + "x" + name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
