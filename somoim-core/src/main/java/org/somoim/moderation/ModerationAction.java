package org.somoim.moderation;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** Who may do what in due process, by role in the community. */
public enum ModerationAction implements SiteAction {
    /** Read cases, claim and decide them. */
    REVIEW(SiteRole.MODERATOR),
    /** Agree to what somebody else proposes, or not. */
    SECOND(SiteRole.MODERATOR),
    /** Judge objections. */
    JUDGE(SiteRole.MODERATOR),
    /** Decide what was escalated. */
    REVIEW_ESCALATED(SiteRole.ADMIN),
    /** See who is banned, and take measures back. */
    LIFT(SiteRole.ADMIN),
    /** Say whose reports count in full. */
    APPOINT_FLAGGER(SiteRole.ADMIN),
    /** See how the queue is doing, and what was decided altogether. */
    OVERSEE(SiteRole.ADMIN),
    /** Do what time has brought due. */
    KEEP_TIME(SiteRole.ADMIN);

    private final SiteRole least;

    ModerationAction(SiteRole least) {
        this.least = least;
    }

    @Override
    public SiteRole least() {
        return least;
    }
}
