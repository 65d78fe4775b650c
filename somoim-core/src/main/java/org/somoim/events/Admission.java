package org.somoim.events;

/**
 * How people come to be going.
 *
 * @param byApproval whether someone who looks after the event lets each of them in
 * @param promotion what becomes of a seat that falls free
 * @param offerHours how many hours before the start seats begin to be offered, 1 to 720; matters with {@link
 *     Promotion#OFFER_LATE}
 * @param mostGuests how many people one may bring along, 0 to 20
 */
public record Admission(boolean byApproval, Promotion promotion, int offerHours, int mostGuests) {
    /** Everyone for themself, and whoever waits longest moves up. */
    public static final Admission PRESET = new Admission(false, Promotion.AUTOMATIC, 24, 0);

    private static final int MOST_HOURS = 720;
    private static final int MOST_GUESTS = 20;

    /** @throws org.somoim.kernel.Refusal {@link EventReason#BAD_ADMISSION} */
    public Admission {
        if (offerHours < 1 || offerHours > MOST_HOURS || mostGuests < 0 || mostGuests > MOST_GUESTS) {
            throw EventReason.BAD_ADMISSION.refuse();
        }
    }

    /** Who gets a seat that falls free; always the one who has waited longest. */
    public enum Promotion {
        /** They are going at once. */
        AUTOMATIC,
        /** They are going at once until some hours before the start, from then on they are asked. */
        OFFER_LATE,
        /** They are asked. */
        OFFER,
        /** They are going once someone who looks after the event says so. */
        MANUAL
    }

    public Admission promoting(Promotion promotion) {
        return new Admission(byApproval, promotion, offerHours, mostGuests);
    }

    public Admission approving(boolean byApproval) {
        return new Admission(byApproval, promotion, offerHours, mostGuests);
    }

    public Admission withGuests(int mostGuests) {
        return new Admission(byApproval, promotion, offerHours, mostGuests);
    }

    public Admission offeringWithin(int offerHours) {
        return new Admission(byApproval, promotion, offerHours, mostGuests);
    }
}
