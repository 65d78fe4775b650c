package org.somoim.moderation;

import org.somoim.kernel.Id;

/**
 * What due process keeps of things that do not say whose they are. It is found under nobody's name, so whoever can tell whose
 * they are says when it has to go.
 */
public final class Unnamed {
    private final ReportStore reports;
    private final CaseStore cases;
    private final MeasureStore measures;

    public Unnamed(ReportStore reports, CaseStore cases, MeasureStore measures) {
        this.reports = reports;
        this.cases = cases;
        this.measures = measures;
    }

    /** Whoever answered for it goes and takes it along: no word of it stays. Inside a transaction. */
    public void forget(Id<?> thing) {
        forgetObjections(thing);
        reports.forgetAbout(thing);
        measures.forgetAbout(thing);
        cases.about(thing).ifPresent(about -> cases.removeSignals(about.id()));
    }

    /** Whoever answered for it goes and lets it stay: what they objected goes. Inside a transaction. */
    public void forgetObjections(Id<?> thing) {
        measures.removeUnnamed(thing);
    }
}
