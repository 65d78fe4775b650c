package org.somoim.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.Work;
import org.somoim.logs.Field;
import org.somoim.logs.LogLine;
import org.somoim.metrics.Label;
import org.somoim.metrics.Label.LetterOutcome;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Metrics;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;

/**
 * Takes letters inside a change and sends them after it: a letter goes out if and only if what it tells of has happened.
 * One that the mailer does not take is tried again after one minute, then two, four and so on; after a day it is given up,
 * for what it says is no longer true by then.
 */
public final class Mail {
    private static final Logger LOG = LoggerFactory.getLogger(Mail.class);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);
    private static final int BATCH = 50;

    private final Outbox outbox;
    private final Mailer mailer;
    private final Transactor transactor;
    private final InstantSource clock;
    private final Metrics metrics;

    public Mail(Outbox outbox, Mailer mailer, Transactor transactor, InstantSource clock, Metrics metrics) {
        this.outbox = outbox;
        this.mailer = mailer;
        this.transactor = transactor;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** For other capabilities, inside a change. */
    public void post(Work.Tx tx, Letter letter) {
        outbox.add(new Posted(tx.newId(), letter.to(), letter.subject(), letter.text(), 0, tx.now(), tx.now()));
    }

    /**
     * Sends what is due. Several may do so at once.
     *
     * @return how many letters were sent
     */
    public int deliver() {
        int sent = 0;
        List<Posted> due;
        do {
            Instant now = clock.instant();
            due = transactor.read(() -> outbox.due(now, now.plus(LONGEST_WAIT), BATCH));
            for (Posted letter : due) {
                sent += deliver(letter, now) ? 1 : 0;
            }
        } while (due.size() == BATCH);
        return sent;
    }

    private boolean deliver(Posted letter, Instant now) {
        int failures = letter.failures() + 1;
        // Counted as failed until it has gone out, so that a process that dies meanwhile leaves it to be tried again.
        boolean isOurs = transactor.call(() -> outbox.take(letter, failures, now.plus(wait(failures))));
        if (!isOurs) {
            return false;
        }
        try {
            mailer.send(letter.letter());
        } catch (RuntimeException e) {
            boolean isGivenUp = !letter.createdAt().plus(GIVEN_UP_AFTER).isAfter(now);
            if (isGivenUp) {
                transactor.call(() -> outbox.remove(letter.id()));
            }
            count(isGivenUp ? LetterOutcome.GIVEN_UP : LetterOutcome.DELAYED);
            // Its message may name the addressee.
            (isGivenUp ? LogLine.LETTER_GIVEN_UP : LogLine.LETTER_DELAYED)
                    .to(LOG)
                    .with(Field.FAILURES, failures)
                    .with(Field.ERROR, e.getClass())
                    .log();
            return false;
        }
        count(LetterOutcome.SENT);
        return transactor.call(() -> outbox.remove(letter.id()));
    }

    private void count(LetterOutcome outcome) {
        metrics.count(Series.of(Metric.LETTERS, Tag.of(Label.LETTER, outcome)));
    }

    private static Duration wait(int failures) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
