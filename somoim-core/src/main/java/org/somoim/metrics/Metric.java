package org.somoim.metrics;

import java.util.List;

/** Everything that is counted or timed. Names are part of the public API: dashboards and alarms hang on them. */
public enum Metric {
    CHANGES(
            Kind.TIMER,
            "somoim.changes",
            "Changes, from their turn to their end. Several in one are one.",
            Label.ENDING),
    CHANGES_WAITING(Kind.TIMER, "somoim.changes.waiting", "How long changes waited for their turn to write."),
    QUESTIONS(Kind.TIMER, "somoim.questions", "Questions that are asked of one state of the store.", Label.ENDING),
    REFUSALS(Kind.COUNTER, "somoim.refusals", "Changes and questions that were turned down.", Label.REASON),
    STORE_FAILURES(
            Kind.COUNTER, "somoim.store.failures", "Times that the store was broken, busy or full.", Label.TROUBLE),
    FACTS(Kind.COUNTER, "somoim.facts", "What has happened in the community, once it is kept.", Label.FACT),
    DELIVERIES(Kind.COUNTER, "somoim.deliveries", "Facts that listeners were told of.", Label.LISTENER, Label.DELIVERY),
    LOOKS(
            Kind.COUNTER,
            "somoim.looks",
            "Times that detectors were asked about what was said. Those that failed or were late gave no signal.",
            Label.DETECTOR,
            Label.LOOK),
    LETTERS(Kind.COUNTER, "somoim.letters", "Attempts to send a letter.", Label.LETTER),
    HTTP_CALLS(
            Kind.TIMER,
            "somoim.http.calls",
            "Calls, until the answer is ready to be sent.",
            Label.METHOD,
            Label.ROUTE,
            Label.STATUS),
    HTTP_REFUSALS(Kind.COUNTER, "somoim.http.refusals", "Calls that were turned down.", Label.REASON),
    HTTP_LIMITED(Kind.COUNTER, "somoim.http.limited", "Calls that were one too many for their caller.", Label.LIMIT),
    SOCKETS_OPENED(
            Kind.COUNTER, "somoim.sockets.opened", "Sockets that were opened. Without those closed, so many are open."),
    SOCKETS_CLOSED(Kind.COUNTER, "somoim.sockets.closed", "Sockets that were closed, from either side.", Label.CLOSING),
    SOCKET_NEWS(
            Kind.TIMER,
            "somoim.sockets.news",
            "News at sockets, from when there was a hint of it until the network had taken it."),
    LEFT_OUT(
            Kind.COUNTER, "somoim.metrics.left.out", "Numbers that were not kept, because there were too many series.");

    private final Kind kind;
    private final String key;
    private final String meaning;
    private final List<Label> labels;

    Metric(Kind kind, String key, String meaning, Label... labels) {
        this.kind = kind;
        this.key = key;
        this.meaning = meaning;
        this.labels = List.of(labels);
    }

    /** How it is measured. */
    public enum Kind {
        COUNTER,
        /** Counts, and adds up how long it took. */
        TIMER
    }

    public Kind kind() {
        return kind;
    }

    /** Words joined by dots, such as {@code somoim.http.calls}; each system of metrics has its own way to write it. */
    public String key() {
        return key;
    }

    public String meaning() {
        return meaning;
    }

    /** In the order in which a {@link Series} takes its tags. */
    public List<Label> labels() {
        return labels;
    }
}
