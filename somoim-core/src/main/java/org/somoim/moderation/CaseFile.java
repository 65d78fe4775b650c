package org.somoim.moderation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;

/**
 * A case with everything that belongs to it, for whoever decides. Says of no report who made it.
 *
 * @param now the subject as it stands, or null if it is gone
 * @param before what was kept of it, first kept first
 * @param complaints first made first
 * @param measures first decided first
 * @param kin open cases with nearly the same words
 */
public record CaseFile(
        Case about,
        @Nullable Snapshot now,
        List<Report.Kept> before,
        List<Complaint> complaints,
        List<Signal.Kept> signals,
        List<Measure> measures,
        List<Id<Case>> kin) {

    public CaseFile {
        before = List.copyOf(before);
        complaints = List.copyOf(complaints);
        signals = List.copyOf(signals);
        measures = List.copyOf(measures);
        kin = List.copyOf(kin);
    }

    /**
     * A report without its maker.
     *
     * @param weight in thousandths
     */
    public record Complaint(
            Ground ground,
            @Nullable Prose words,
            int weight,
            boolean trusted,
            Report.Status status,
            Instant createdAt) {
        static Complaint of(Report report) {
            return new Complaint(
                    report.ground(),
                    report.words(),
                    report.weight(),
                    report.trusted(),
                    report.status(),
                    report.createdAt());
        }
    }
}
