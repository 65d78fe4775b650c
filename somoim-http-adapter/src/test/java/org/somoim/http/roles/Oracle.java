package org.somoim.http.roles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Visibility;
import org.somoim.http.wire.Callers;

/**
 * Who may call what about whose thing, written down once more and by hand. Nothing here asks the library: this is what it
 * is held against.
 */
final class Oracle {
    /** Weakest first. */
    private static final List<String> STANDINGS =
            List.of("nobody", "stranger", "invited", "member", "moderator", "admin", "owner");

    /**
     * The weakest who may do it, by how far the group or page can be seen from; last, what one must be able to do to know of
     * the thing at all. On a page, whoever shares a group with its owner is a member.
     */
    private static final String ACTIONS = """
            GroupAction.SEE                          | stranger  stranger  invited   | SEE
            GroupAction.READ_MEMBERS                 | stranger  member    member    | SEE
            GroupAction.JOIN                         | stranger  stranger  invited   | SEE
            GroupAction.INVITE_WHERE_MEMBERS_MAY     | member    member    member    | SEE
            GroupAction.MANAGE_INVITES               | admin     admin     admin     | SEE
            GroupAction.APPROVE_WHERE_MODERATORS_MAY | moderator moderator moderator | SEE
            GroupAction.REMOVE                       | moderator moderator moderator | SEE
            GroupAction.BAN                          | moderator moderator moderator | SEE
            GroupAction.APPOINT                      | admin     admin     admin     | SEE
            GroupAction.READ_HISTORY                 | admin     admin     admin     | SEE
            GroupAction.TRANSFER                     | owner     owner     owner     | SEE
            GroupAction.EDIT                         | owner     owner     owner     | SEE
            GroupAction.DELETE                       | owner     owner     owner     | SEE
            GroupAction.RESTORE                      | owner     owner     owner     | RESTORE
            PostAction.READ                          | stranger  member    member    | READ
            PostAction.WRITE                         | member    member    member    | READ
            PostAction.COMMENT                       | member    member    member    | READ
            PostAction.REACT                         | member    member    member    | READ
            PostAction.PIN                           | moderator moderator moderator | READ
            PageAction.READ                          | stranger  member    owner     | READ
            PageAction.WRITE                         | owner     owner     owner     | READ
            PageAction.COMMENT                       | stranger  member    owner     | READ
            PageAction.REACT                         | stranger  member    owner     | READ
            PageAction.PIN                           | owner     owner     owner     | READ
            EventAction.SEE                          | stranger  member    member    | SEE
            EventAction.ANSWER                       | member    member    member    | SEE
            EventAction.CALL                         | member    member    member    | SEE
            OwnEventAction.SEE                       | stranger  member    owner     | SEE
            OwnEventAction.ANSWER                    | stranger  member    owner     | SEE
            ChatAction.READ                          | member    member    member    | READ
            ChatAction.SEND                          | member    member    member    | READ
            ChatAction.REACT                         | member    member    member    | READ
            DirectAction.OPEN                        | member    member    member    | OPEN
            ProfileAction.SEE                        | stranger  member    member    | SEE
            SafetyAction.SEE                         | member    member    member    | SEE
            SafetyAction.RAISE                       | member    member    member    | SEE
            NotificationAction.SILENCE               | stranger  stranger  invited   | SILENCE
            """;

    /** What a role in the community is needed for, and who has it. */
    private static final Map<String, Caller> SITE_ACTIONS = Map.ofEntries(
            Map.entry("AccountAction.LOOK_UP", Caller.SITE_ADMIN),
            Map.entry("AccountAction.OPEN", Caller.SITE_ADMIN),
            Map.entry("AccountAction.APPOINT", Caller.SITE_ADMIN),
            Map.entry("AccountAction.SUSPEND", Caller.SITE_ADMIN),
            Map.entry("AccountAction.REINSTATE", Caller.SITE_ADMIN),
            Map.entry("SessionAction.END", Caller.SITE_ADMIN),
            Map.entry("PersonalDataAction.WATCH", Caller.SITE_ADMIN),
            Map.entry("ProfileSiteAction.HONOUR", Caller.SITE_ADMIN),
            Map.entry("GroupSiteAction.PASS_ON", Caller.SITE_ADMIN),
            Map.entry("ModerationAction.REVIEW", Caller.SITE_ADMIN),
            Map.entry("ModerationAction.SECOND", Caller.SITE_ADMIN),
            Map.entry("ModerationAction.JUDGE", Caller.SITE_ADMIN),
            Map.entry("ModerationAction.LIFT", Caller.SITE_ADMIN),
            Map.entry("ModerationAction.APPOINT_FLAGGER", Caller.SITE_ADMIN),
            Map.entry("ModerationAction.OVERSEE", Caller.SITE_ADMIN),
            Map.entry("ForumSiteAction.BUILD", Caller.SITE_ADMIN),
            Map.entry("ComparisonAction.MEASURE", Caller.SITE_ADMIN),
            Map.entry("OperationsAction.WATCH", Caller.SITE_ADMIN),
            Map.entry("OperationsAction.RETRY", Caller.SITE_ADMIN),
            Map.entry("StatisticsAction.SEE", Caller.SITE_ADMIN),
            Map.entry("AuditAction.READ", Caller.SITE_ADMIN),
            Map.entry("AuditAction.VERIFY", Caller.SITE_ADMIN));

    /** What holds besides, or where the table of routes only says that one needs an account. */
    private enum Rule {
        /** For the author; whoever else may see it is told that it is not theirs. */
        AUTHOR,
        /** The same, and for those who look after the group. */
        AUTHOR_OR_MODERATOR,
        /** The same; to all others there is no such thing. */
        AUTHOR_OR_MODERATOR_ALONE,
        /** For the author; to all others there is no such thing. */
        AUTHOR_ALONE,
        /** For whoever invited, and admins; other members are told that they may not. */
        INVITER_OR_ADMIN,
        /** For whoever issued it, and admins; to all others there is no such thing. */
        ISSUER_OR_ADMIN,
        /** For the one whose it is, while they may read what it tells of; to all others there is no such thing. */
        OWN_ALONE,
        /** For whoever belongs to the group or is invited; to all others there is no such thing. */
        BELONGING,
        /** For whoever holds the secret of someone who may invite, but for those whom the group or its member keeps out. */
        HOLDER,
        /** For whoever may see the group. */
        SEEING,
        /** For whoever belongs to the group. */
        RAISING,
        /** Also for whoever called for help, whatever has become of them in the group; not for those parted from them. */
        CALLER,
        /** Whoever holds the id may. */
        EVERYONE,
        /** For those who came to the event, which nobody who calls has; to all others there is no such thing. */
        COMERS,
        /** In the forum: for all whom its author has not blocked. */
        UNPARTED,
        /** The same, but for the author, who is told so. */
        OTHERS,
        /** For the author; whoever else may see it is told that it is not theirs. */
        WRITER,
        /** The same, and for those who look after the whole forum. */
        WRITER_OR_CURATOR,
        /** The same; to all others there is no such thing. */
        WRITER_OR_CURATOR_ALONE,
        /** For those who look after the whole forum; whoever else may see it is told that they may not. */
        CURATOR,
        /** Takes back what one keeps for oneself, and tells nothing. */
        TAKING_BACK
    }

    /** By name of the call. */
    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("PATCH /posts/{post}", Rule.AUTHOR),
            Map.entry("PATCH /comments/{comment}", Rule.AUTHOR),
            Map.entry("DELETE /posts/{post}", Rule.AUTHOR_OR_MODERATOR),
            Map.entry("DELETE /comments/{comment}", Rule.AUTHOR_OR_MODERATOR),
            Map.entry("PATCH /messages/{message}", Rule.AUTHOR),
            Map.entry("DELETE /messages/{message}", Rule.AUTHOR_OR_MODERATOR),
            Map.entry("GET /posts/{post}/history", Rule.AUTHOR_OR_MODERATOR),
            Map.entry("GET /comments/{comment}/history", Rule.AUTHOR_OR_MODERATOR),
            Map.entry("POST /posts/{post}/restore", Rule.AUTHOR_ALONE),
            Map.entry("POST /comments/{comment}/restore", Rule.AUTHOR_ALONE),
            Map.entry("PATCH /events/{event}", Rule.AUTHOR_OR_MODERATOR),
            Map.entry("DELETE /events/{event}", Rule.AUTHOR_OR_MODERATOR),
            Map.entry("POST /events/{event}/cancel", Rule.AUTHOR_OR_MODERATOR),
            Map.entry("POST /events/{event}/restore", Rule.AUTHOR_OR_MODERATOR_ALONE),
            Map.entry("POST /series/{series}/end", Rule.AUTHOR_OR_MODERATOR),
            Map.entry("PUT /events/{event}/rsvps/{person}/approval", Rule.AUTHOR_OR_MODERATOR),
            Map.entry("PUT /events/{event}/rsvps/{person}/seat", Rule.AUTHOR_OR_MODERATOR),
            Map.entry("PUT /events/{event}/rsvps/{person}/attendance", Rule.AUTHOR_OR_MODERATOR),
            Map.entry("DELETE /events/{event}/rsvps/{person}", Rule.AUTHOR_OR_MODERATOR),
            Map.entry("DELETE /groups/{group}/invitations/{person}", Rule.INVITER_OR_ADMIN),
            Map.entry("DELETE /invites/{invite}", Rule.ISSUER_OR_ADMIN),
            Map.entry("POST /invites/peek", Rule.HOLDER),
            Map.entry("POST /invites/accept", Rule.HOLDER),
            Map.entry("GET /groups/{group}/membership", Rule.BELONGING),
            Map.entry("DELETE /groups/{group}/membership", Rule.BELONGING),
            Map.entry("POST /group/reject", Rule.SEEING),
            Map.entry("POST /emergencies", Rule.RAISING),
            Map.entry("GET /emergencies/{emergency}", Rule.CALLER),
            Map.entry("POST /emergencies/{emergency}/end", Rule.CALLER),
            Map.entry("GET /alerts/{alert}", Rule.CALLER),
            Map.entry("GET /alerts/{alert}/answers", Rule.CALLER),
            Map.entry("PUT /alerts/{alert}/answer", Rule.CALLER),
            Map.entry("POST /alerts/{alert}/end", Rule.CALLER),
            Map.entry("PUT /notifications/{notification}/read", Rule.OWN_ALONE),
            Map.entry("DELETE /notifications/{notification}", Rule.OWN_ALONE),
            Map.entry("DELETE /me/sessions/{session}", Rule.OWN_ALONE),
            Map.entry("DELETE /me/calendar/links/{link}", Rule.OWN_ALONE),
            Map.entry("POST /reports", Rule.SEEING),
            Map.entry("POST /social/moderation/reports", Rule.SEEING),
            Map.entry("GET /statements/{measure}", Rule.OWN_ALONE),
            Map.entry("POST /statements/{measure}/appeal", Rule.OWN_ALONE),
            Map.entry("POST /social/moderation/actions/{measure}/appeal", Rule.OWN_ALONE),
            Map.entry("POST /reports/{report}/appeal", Rule.OWN_ALONE),
            Map.entry("GET /me/goal-shares/{goal}", Rule.OWN_ALONE),
            Map.entry("GET /me/goal-shares/{goal}/statements", Rule.OWN_ALONE),
            Map.entry("PUT /me/goal-shares/{goal}", Rule.OWN_ALONE),
            Map.entry("DELETE /me/goal-shares/{goal}", Rule.OWN_ALONE),
            Map.entry("PUT /me/goal-shares/{goal}/progress", Rule.OWN_ALONE),
            Map.entry("PUT /me/goal-shares/{goal}/completion", Rule.OWN_ALONE),
            Map.entry("POST /me/goal-shares/{goal}/story/preview", Rule.OWN_ALONE),
            Map.entry("PUT /me/goal-shares/{goal}/story", Rule.OWN_ALONE),
            Map.entry("DELETE /me/goal-shares/{goal}/story", Rule.OWN_ALONE),
            Map.entry("PUT /me/goal-shares/{goal}/withdrawal", Rule.OWN_ALONE),
            Map.entry("DELETE /me/goal-shares/{goal}/withdrawal", Rule.OWN_ALONE),
            Map.entry("GET /goal-shares/{goal}", Rule.EVERYONE),
            Map.entry("PUT /goal-shares/{goal}/like", Rule.EVERYONE),
            Map.entry("DELETE /goal-shares/{goal}/like", Rule.EVERYONE),
            Map.entry("PUT /goal-shares/{goal}/inspiration", Rule.EVERYONE),
            Map.entry("DELETE /goal-shares/{goal}/inspiration", Rule.EVERYONE),
            Map.entry("GET /social/goal-sharing/{goal}", Rule.OWN_ALONE),
            Map.entry("PUT /social/goal-sharing/{goal}", Rule.OWN_ALONE),
            Map.entry("DELETE /social/goal-sharing/{goal}", Rule.OWN_ALONE),
            Map.entry("GET /forum/topics/{topic}", Rule.UNPARTED),
            Map.entry("GET /forum/topics/{topic}/posts", Rule.UNPARTED),
            Map.entry("GET /forum/topics/{topic}/spot", Rule.UNPARTED),
            Map.entry("POST /forum/topics/{topic}/posts", Rule.UNPARTED),
            Map.entry("POST /forum/topics/{topic}/drafts", Rule.UNPARTED),
            Map.entry("PUT /forum/topics/{topic}/follow", Rule.UNPARTED),
            Map.entry("GET /forum/posts/{forum-post}", Rule.UNPARTED),
            Map.entry("DELETE /forum/posts/{forum-post}/like", Rule.UNPARTED),
            Map.entry("DELETE /forum/posts/{forum-post}/vote", Rule.UNPARTED),
            Map.entry("DELETE /forum/topics/{topic}/follow", Rule.TAKING_BACK),
            Map.entry("PUT /forum/posts/{forum-post}/like", Rule.OTHERS),
            Map.entry("PUT /forum/posts/{forum-post}/vote", Rule.OTHERS),
            Map.entry("PATCH /forum/posts/{forum-post}", Rule.WRITER),
            Map.entry("PATCH /forum/topics/{topic}", Rule.WRITER_OR_CURATOR),
            Map.entry("DELETE /forum/topics/{topic}", Rule.WRITER_OR_CURATOR),
            Map.entry("DELETE /forum/topics/{topic}/best-answer", Rule.WRITER_OR_CURATOR),
            Map.entry("DELETE /forum/posts/{forum-post}", Rule.WRITER_OR_CURATOR),
            Map.entry("PUT /forum/posts/{forum-post}/best-answer", Rule.WRITER_OR_CURATOR),
            Map.entry("POST /forum/topics/{topic}/restore", Rule.WRITER_OR_CURATOR_ALONE),
            Map.entry("POST /forum/posts/{forum-post}/restore", Rule.WRITER_OR_CURATOR_ALONE),
            Map.entry("PUT /forum/topics/{topic}/status", Rule.CURATOR),
            Map.entry("PUT /forum/topics/{topic}/pin", Rule.CURATOR),
            Map.entry("DELETE /forum/topics/{topic}/pin", Rule.CURATOR),
            Map.entry("PUT /forum/topics/{topic}/category", Rule.CURATOR),
            Map.entry("POST /forum/topics/{topic}/split", Rule.CURATOR),
            Map.entry("POST /forum/topics/{topic}/merge", Rule.CURATOR),
            Map.entry("PUT /forum/posts/{forum-post}/approval", Rule.CURATOR),
            Map.entry("DELETE /forum/posts/{forum-post}/approval", Rule.CURATOR),
            Map.entry("GET /me/forum-drafts/{draft}", Rule.OWN_ALONE),
            Map.entry("PATCH /me/forum-drafts/{draft}", Rule.OWN_ALONE),
            Map.entry("DELETE /me/forum-drafts/{draft}", Rule.OWN_ALONE),
            Map.entry("POST /me/forum-drafts/{draft}/publish", Rule.OWN_ALONE),
            Map.entry("GET /community/topics/{topic}", Rule.UNPARTED),
            Map.entry("GET /community/topics/{topic}/posts", Rule.UNPARTED),
            Map.entry("POST /community/topics/{topic}/posts", Rule.UNPARTED),
            Map.entry("PUT /community/posts/{forum-post}/vote", Rule.OTHERS),
            Map.entry("PUT /community/posts/{forum-post}/best-answer", Rule.WRITER_OR_CURATOR),
            Map.entry("GET /social/community/topics/{topic}", Rule.UNPARTED),
            Map.entry("GET /social/community/topics/{topic}/posts", Rule.UNPARTED),
            Map.entry("POST /social/community/topics/{topic}/posts", Rule.UNPARTED),
            Map.entry("PUT /social/community/posts/{forum-post}/vote", Rule.OTHERS),
            Map.entry("PUT /social/community/posts/{forum-post}/best-answer", Rule.WRITER_OR_CURATOR),
            Map.entry("GET /people/{person}/reputation", Rule.EVERYONE),
            Map.entry("PUT /me/notification-preferences/{kind}/groups/{group}", Rule.TAKING_BACK),
            Map.entry("DELETE /me/muted-groups/{group}", Rule.TAKING_BACK),
            Map.entry("PUT /me/blocks/{person}", Rule.EVERYONE),
            Map.entry("GET /peer-comparison/receipts/{receipt}", Rule.EVERYONE),
            Map.entry("PUT /events/{event}/ratings/{person}", Rule.COMERS),
            Map.entry("GET /events/{event}/ratings/left", Rule.COMERS),
            Map.entry("DELETE /me/blocks/{person}", Rule.TAKING_BACK));

    /** Reasons for turning someone down who was let through, that are neither conflicts nor about who they are. */
    private static final Set<String> TURNED_DOWN = Set.of(
            // Nothing is set aside.
            "operations.not-set-aside",
            // The terms of a private group: not this way, but by asking.
            "groups.ask-first",
            // With oneself.
            "chat.with-oneself",
            // One's own block.
            "profiles.not-oneself");

    private final Map<String, Need> actions = new TreeMap<>();

    /** Of the tables, what no call has needed. */
    private final Set<String> unused = new TreeSet<>();

    private record Need(int ifPublic, int ifPrivate, int ifSecret, String see) {
        int least(Visibility visibility) {
            return switch (visibility) {
                case PUBLIC -> ifPublic;
                case PRIVATE -> ifPrivate;
                case SECRET -> ifSecret;
            };
        }
    }

    Oracle() {
        ACTIONS.lines()
                .map(line -> line.replace("|", " ").trim().split("\\s+"))
                .forEach(row -> actions.put(
                        row[0],
                        new Need(rank(row[1]), rank(row[2]), rank(row[3]), row[0].replaceFirst("[A-Z_]+$", row[4]))));
        unused.addAll(actions.keySet());
        unused.addAll(SITE_ACTIONS.keySet());
        unused.addAll(RULES.keySet());
    }

    Set<String> unused() {
        return unused;
    }

    Verdict verdict(Question question, Caller caller, Whose whose) {
        if (caller == Caller.BAD_TOKEN) {
            return Verdict.BAD_TOKEN;
        }
        Callers callers = question.callers();
        if (callers instanceof Callers.Anyone) {
            return Verdict.LET_THROUGH;
        }
        if (caller == Caller.VISITOR) {
            return Verdict.SIGN_IN;
        }
        if (caller == Caller.SUSPENDED) {
            return Verdict.CLOSED;
        }
        if (callers instanceof Callers.Site site) {
            return siteAdmin(name(site.action())) == caller ? Verdict.LET_THROUGH : Verdict.FORBIDDEN_AT_ALL;
        }
        Rule rule = RULES.get(question.name());
        unused.remove(question.name());
        if (callers instanceof Callers.In in) {
            return inPlace(question.about(), name(in.action()), rule, caller, whose);
        }
        if (whose == Whose.NOTHING) {
            return Verdict.LET_THROUGH;
        }
        if (rule == null) {
            throw new IllegalStateException(question.name() + " is for everyone with an account, and about the {"
                    + question.about() + "} of someone. Say in Oracle.RULES what holds.");
        }
        return byRule(rule, caller, whose);
    }

    private Verdict byRule(Rule rule, Caller caller, Whose whose) {
        boolean isOwn = whose.isWrittenByCaller();
        boolean isKeptOut = !isOwn && (caller == Caller.BANNED || caller == Caller.BLOCKED);
        return switch (rule) {
            case OWN_ALONE -> hiddenUnless(isOwn && mayAsMember(caller, whose, "PostAction.READ"));
            case BELONGING -> hiddenUnless(isOwn || inGroup(caller) >= rank("invited"));
            case ISSUER_OR_ADMIN ->
                hiddenUnless(isOwn ? mayAsMember(caller, whose, "GroupAction.SEE") : inGroup(caller) >= rank("admin"));
            case HOLDER ->
                hiddenUnless(isOwn ? mayAsMember(caller, whose, "GroupAction.INVITE_WHERE_MEMBERS_MAY") : !isKeptOut);
            case SEEING -> inPlace("group", "GroupAction.SEE", null, caller, whose);
            case RAISING -> inPlace("group", "SafetyAction.RAISE", null, caller, whose);
            case EVERYONE -> Verdict.LET_THROUGH;
            case UNPARTED -> inForum(true, isOwn, caller);
            case OTHERS -> inForum(!isOwn, isOwn, caller);
            case WRITER -> inForum(isOwn, isOwn, caller);
            case WRITER_OR_CURATOR -> inForum(isOwn || caller == Caller.SITE_ADMIN, isOwn, caller);
            case WRITER_OR_CURATOR_ALONE -> hiddenUnless(isOwn || caller == Caller.SITE_ADMIN);
            case CURATOR -> inForum(caller == Caller.SITE_ADMIN, isOwn, caller);
            case TAKING_BACK -> Verdict.TELLS_NOTHING;
            case COMERS -> Verdict.HIDDEN;
            default -> throw new IllegalStateException(rule + " is for routes that say what one needs");
        };
    }

    private static Verdict inForum(boolean may, boolean isOwn, Caller caller) {
        if (!isOwn && caller == Caller.BLOCKED) {
            return Verdict.HIDDEN;
        }
        return may ? Verdict.LET_THROUGH : Verdict.FORBIDDEN;
    }

    /** What was one's own in a group outlives one's belonging to it, but is not shown. */
    private boolean mayAsMember(Caller caller, Whose whose, String action) {
        return whose == Whose.OWN || allows(action, Visibility.PRIVATE, inGroup(caller));
    }

    private static Verdict hiddenUnless(boolean isShown) {
        return isShown ? Verdict.LET_THROUGH : Verdict.HIDDEN;
    }

    private Verdict inPlace(String about, String action, @Nullable Rule rule, Caller caller, Whose whose) {
        boolean isContent = about.equals("post") || about.equals("comment");
        boolean isEvent = about.equals("event") || about.equals("series");
        boolean isOnPage = about.equals("person") || whose.isOnPage() || (isContent || isEvent) && whose == Whose.OWN;
        String needed = isOnPage
                ? action.replace("PostAction", "PageAction").replaceFirst("^EventAction", "OwnEventAction")
                : action;
        boolean isOwn = whose.isWrittenByCaller();
        int standing = whose == Whose.OWN ? rank("owner") : isOnPage ? onPage(caller) : inGroup(caller);
        Visibility visibility = whose.visibility() == null ? Visibility.PRIVATE : whose.visibility();
        if (rule == Rule.CALLER && isOwn) {
            return Verdict.LET_THROUGH;
        }
        boolean isSaid = isContent || about.equals("message");
        boolean isApart = (isSaid || rule == Rule.CALLER) && !isOwn && caller == Caller.BLOCKED;
        if (isApart
                || !allows(need(needed).see(), visibility, standing)
                || isAlone(rule, isOwn || !isOnPage && standing >= rank("moderator"))
                || rule == Rule.AUTHOR_ALONE && !isOwn) {
            return Verdict.HIDDEN;
        }
        boolean isLetThrough = allows(needed, visibility, standing)
                && (rule == null
                        || rule == Rule.CALLER
                        || isOwn
                        || (rule == Rule.AUTHOR_OR_MODERATOR || rule == Rule.AUTHOR_OR_MODERATOR_ALONE)
                                && !isOnPage
                                && standing >= rank("moderator")
                        || rule == Rule.INVITER_OR_ADMIN && standing >= rank("admin"));
        return isLetThrough ? Verdict.LET_THROUGH : Verdict.FORBIDDEN;
    }

    private static boolean isAlone(@Nullable Rule rule, boolean isTheirs) {
        return rule == Rule.AUTHOR_OR_MODERATOR_ALONE && !isTheirs;
    }

    /** Whether {@code caller} may read it anywhere at all. */
    boolean mayRead(Caller caller, Canary canary, Visibility visibility) {
        if (!caller.hasAccount() || caller == Caller.SUSPENDED) {
            return false;
        }
        return switch (canary) {
            case CARD -> allows("GroupAction.SEE", visibility, inGroup(caller));
            case TALK -> caller != Caller.BLOCKED && allows("PostAction.READ", visibility, inGroup(caller));
            case CHAT -> caller != Caller.BLOCKED && allows("ChatAction.READ", visibility, inGroup(caller));
            case PAGE -> allows("PageAction.READ", visibility, onPage(caller));
            case EMAIL -> caller == Caller.SITE_ADMIN;
        };
    }

    /** Whether a call that was let through may be turned down so. */
    static boolean mayTurnDown(int status, String code) {
        return status == 409 || TURNED_DOWN.contains(code);
    }

    /** A secret shows the card of the group it leads to. */
    static boolean isShownBySecret(Question question, Canary canary) {
        return question.about().equals("secret") && canary == Canary.CARD;
    }

    private boolean allows(String action, Visibility visibility, int standing) {
        return standing >= need(action).least(visibility);
    }

    private Need need(String action) {
        Need need = actions.get(action);
        if (need == null) {
            throw new IllegalStateException("The oracle of the role matrix does not know " + action
                    + ". Write down in Oracle.ACTIONS who may do it.");
        }
        unused.remove(action);
        return need;
    }

    private Caller siteAdmin(String action) {
        Caller caller = SITE_ACTIONS.get(action);
        if (caller == null) {
            throw new IllegalStateException("The oracle of the role matrix does not know " + action
                    + ". Write down in Oracle.SITE_ACTIONS who may do it.");
        }
        unused.remove(action);
        return caller;
    }

    private static String name(Object action) {
        Enum<?> constant = (Enum<?>) action;
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }

    private static int rank(String standing) {
        int rank = STANDINGS.indexOf(standing);
        if (rank < 0) {
            throw new IllegalStateException(standing + " is none of " + STANDINGS);
        }
        return rank;
    }

    private static int inGroup(Caller caller) {
        return rank(
                switch (caller) {
                    case VISITOR, BAD_TOKEN, SUSPENDED, BANNED -> "nobody";
                    case STRANGER, SITE_ADMIN -> "stranger";
                    case INVITED -> "invited";
                    case MEMBER, BLOCKED -> "member";
                    case MODERATOR -> "moderator";
                    case ADMIN -> "admin";
                    case OWNER -> "owner";
                });
    }

    private static int onPage(Caller caller) {
        return rank(
                switch (caller) {
                    case VISITOR, BAD_TOKEN, SUSPENDED, BLOCKED -> "nobody";
                    case STRANGER, SITE_ADMIN, INVITED, BANNED -> "stranger";
                    case MEMBER, MODERATOR, ADMIN, OWNER -> "member";
                });
    }
}
