package org.somoim.moderation;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about reports, cases, measures and appeals. */
public enum ModerationReason implements Reason {
    NO_SUCH_KIND(Kind.INVALID, "There is nothing of that kind to report. Take one of those that are listed."),
    TOO_LONG(Kind.INVALID, "A report has at most 2,000 characters, an appeal 4,000. Shorten it."),
    YOUR_OWN(Kind.CONFLICT, "This is your own. Change it or delete it yourself."),
    ALREADY_REPORTED(Kind.CONFLICT, "You have reported this, and it has not been decided yet. Wait for the answer."),
    TOO_MANY_REPORTS(Kind.TOO_MANY, "You can make 50 reports in a day. Go on tomorrow."),
    LETTER_SPENT(Kind.GONE, "This letter was used, or has expired. Send the notice again."),
    NOT_OPEN(Kind.CONFLICT, "The case is not open for that. Read it again."),
    NOT_CLAIMED(Kind.CONFLICT, "You do not hold this case, or not any more. Claim it first."),
    CLAIMED_ALREADY(Kind.CONFLICT, "Somebody else holds this case. Take the next one."),
    CHANGED_MEANWHILE(Kind.CONFLICT, "Something was added to the case since you read it. Read it again, then decide."),
    NOT_FOR_YOU(
            Kind.FORBIDDEN,
            "You have a part in this case: you reported it, or answer for it, or decided it before. Somebody else has to decide."),
    NOT_BELOW_YOU(Kind.FORBIDDEN, "Nobody acts against someone of equal or higher role in the community."),
    NOT_FOR_THIS(Kind.INVALID, "That cannot be done to a thing of this kind. Take one of the measures it lists."),
    BAD_END(
            Kind.INVALID,
            "Slowing, muting and suspending last from a minute to a year. Nothing that is laid on a thing has to end."),
    BAD_SNOOZE(Kind.INVALID, "A case is put off for at most 30 days."),
    BAD_POINTS(Kind.INVALID, "A measure brings 0 to 12 strikes."),
    NOBODY_THERE(Kind.CONFLICT, "Nobody answers for this any more. Act on the thing itself."),
    NO_SUCH_HALF(Kind.INVALID, "Give a year and its first or second half, such as year=2026 and half=1."),
    NOT_OVER_YET(Kind.CONFLICT, "This half of the year is not over yet. Take an earlier one."),
    SECOND_IS_FIRST(Kind.FORBIDDEN, "You proposed it. Somebody else has to agree."),
    NOT_IN_FORCE(Kind.CONFLICT, "This has been taken back, or never came into force."),
    NOTHING_TO_APPEAL(Kind.CONFLICT, "There is no decision here to object to, or it has been taken back already."),
    TOO_LATE_TO_APPEAL(Kind.GONE, "One can object for six months after a decision, and these have passed."),
    ALREADY_APPEALED(Kind.CONFLICT, "You have objected to this decision already."),
    REVIEWER_IS_DECIDER(Kind.FORBIDDEN, "You made this decision or agreed to it. Somebody else judges the objection."),
    SLOWED(
            Kind.TOO_MANY,
            "You can write only every ten minutes for now. The statement of reasons says why and until when.");

    private final Kind kind;
    private final String advice;

    ModerationReason(Kind kind, String advice) {
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
