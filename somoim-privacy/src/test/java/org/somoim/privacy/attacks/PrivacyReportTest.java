package org.somoim.privacy.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The report says what the lab does. Figures differ from run to run, and are as they were when it was printed. */
@Covers("PRV-5")
class PrivacyReportTest {
    private static final boolean WRITE = "write".equals(System.getProperty("somoim.docs"));
    private static final Path REPORT = Path.of("..", "docs", "privacy-report.md");
    /** What takes to see that nothing broke; the figures that come of it are not looked at. */
    private static final int FEW = 60;

    @Test
    void thePrintedReportIsOfTheseAttacksAndThisOutcome() throws IOException {
        String wanted = PrivacyReport.text(
                AttackLab.of(InProcess.under(Plans.USUAL))
                        .runs(WRITE ? AttackLabTest.RUNS : FEW)
                        .run(),
                sharp(WRITE ? AttackLabTest.SHARP_RUNS : FEW),
                WRITE ? CanariesTest.alive() : List.of());
        if (WRITE) {
            Files.writeString(REPORT, wanted);
        }
        assertThat(PrivacyReport.stable(Files.readString(REPORT)))
                .as("docs/privacy-report.md no longer says what is attacked. Run: mvn verify -Dsomoim.docs=write")
                .isEqualTo(PrivacyReport.stable(wanted));
        assertThat(wanted).doesNotContain("BREACH").contains("24 of 24 killed");
    }

    private static List<AttackLab.Result> sharp(int runs) {
        AttackLab lab = AttackLab.of(InProcess.under(Plans.SHARP)).runs(runs);
        return Stream.of("A6", "A7").map(AttackLab::attack).map(lab::run).toList();
    }
}
