package org.somoim.privacy.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With {@code -Dsomoim.figures=true} it prints what it counted. */
class RedactionPropertiesTest {
    private static final int TEXTS = Boolean.getBoolean("somoim.nightly") ? 40_000 : 2_000;
    private static final Redaction REDACTION = Redaction.of(text -> List.of());

    /** Without the help of a phone library, which finds more. */
    @Test
    void everyStructuredIdentifierIsFound() {
        var samples = new Samples(20261121);
        Map<Kind, Count> found = new EnumMap<>(Kind.class);
        var missed = new ArrayList<String>();
        for (int i = 0; i < TEXTS; i++) {
            Kind kind = Samples.IDENTIFIERS.get(i % Samples.IDENTIFIERS.size());
            Kind other = Samples.IDENTIFIERS.get(i / 12 % Samples.IDENTIFIERS.size());
            Samples.Sample sample = i % 2 == 0 ? samples.identifying(kind) : samples.identifying(kind, other);
            Redacted redacted = REDACTION.redact(sample.text(), KnownPeople.nobody());
            for (Samples.Planted planted : sample.planted()) {
                if (Samples.HARMLESS.contains(planted.kind())) {
                    continue;
                }
                boolean hidden = hidden(sample.text(), redacted, planted);
                found.computeIfAbsent(planted.kind(), k -> new Count()).add(hidden);
                if (!hidden) {
                    missed.add(told(sample, planted, redacted));
                }
            }
        }
        figures("found", found);
        assertThat(missed).as("%s", found).isEmpty();
        assertThat(found).containsOnlyKeys(Samples.IDENTIFIERS);
    }

    @Test
    void moneyAgesAndDaysBecomeRangesAndAreNotTakenForIdentifiers() {
        var samples = new Samples(20261122);
        Map<Kind, Count> banded = new EnumMap<>(Kind.class);
        var mistaken = new ArrayList<String>();
        var left = new ArrayList<String>();
        int all = 0;
        for (int i = 0; i < TEXTS; i++) {
            Samples.Sample sample = samples.harmless();
            Redacted redacted = REDACTION.redact(sample.text(), KnownPeople.nobody());
            for (Samples.Planted planted : sample.planted()) {
                all++;
                boolean ranged = redacted.marks().stream()
                        .anyMatch(mark -> overlaps(mark, planted) && mark.kind() == planted.kind());
                banded.computeIfAbsent(planted.kind(), k -> new Count()).add(ranged);
                if (!ranged) {
                    left.add(told(sample, planted, redacted));
                }
                if (redacted.marks().stream()
                        .anyMatch(mark -> overlaps(mark, planted) && Samples.IDENTIFIERS.contains(mark.kind()))) {
                    mistaken.add(told(sample, planted, redacted));
                }
            }
        }
        figures("mistaken for an identifier: " + mistaken.size() + " of " + all + "; banded", banded);
        assertThat(mistaken).hasSizeLessThanOrEqualTo(all / 200);
        assertThat(left).isEmpty();
    }

    @Test
    void aTextTakesLittleTime() {
        var samples = new Samples(5);
        var texts = new ArrayList<String>();
        for (int i = 0; i < TEXTS; i++) {
            texts.add(samples.identifying(Kind.PHONE, Kind.EMAIL).text());
        }
        KnownPeople people = KnownPeople.of(Known.name("김민수"), Known.email("anna.berg@example.com"));
        double least = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            texts.forEach(text -> REDACTION.redact(text, people));
            long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            least = Math.min(least, took / 1e6 / texts.size());
        }
        figures("milliseconds of CPU a text", least);
        assertThat(least).isLessThan(5);
    }

    private static void figures(String what, Object figures) {
        if (Boolean.getBoolean("somoim.figures")) {
            System.out.println(what + " " + figures);
        }
    }

    private static String told(Samples.Sample sample, Samples.Planted planted, Redacted redacted) {
        return planted.kind() + " <" + sample.text().substring(planted.start(), planted.end()) + "> -> "
                + redacted.text();
    }

    private static boolean overlaps(Mark mark, Samples.Planted planted) {
        return mark.start() < planted.end() && planted.start() < mark.end();
    }

    /** Whether no letter and no digit of it is left. */
    private static boolean hidden(String text, Redacted redacted, Samples.Planted planted) {
        for (int i = planted.start(); i < planted.end(); i++) {
            int at = i;
            if (Character.isLetterOrDigit(text.charAt(i))
                    && redacted.marks().stream().noneMatch(mark -> mark.start() <= at && at < mark.end())) {
                return false;
            }
        }
        return true;
    }

    private static final class Count {
        private int found;
        private int all;

        private void add(boolean one) {
            found += one ? 1 : 0;
            all++;
        }

        @Override
        public String toString() {
            return found + " of " + all;
        }
    }
}
