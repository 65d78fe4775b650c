package org.somoim.privacy.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionPropertiesTest {
    private static final int TEXTS = Boolean.getBoolean("somoim.nightly") ? 40_000 : 2_000;
    private static final Redaction REDACTION = Redaction.of(text -> List.of());

    @Test
    void everyStructuredIdentifierIsFound() {
        var samples = new Samples(20261121);
        Map<Kind, int[]> found = new EnumMap<>(Kind.class);
        var missed = new ArrayList<String>();
        for (int i = 0; i < TEXTS; i++) {
            Kind kind = Samples.IDENTIFIERS.get(i % Samples.IDENTIFIERS.size());
            Kind other = Samples.IDENTIFIERS.get(i / 12 % Samples.IDENTIFIERS.size());
            Samples.Sample sample = i % 2 == 0 ? samples.identifying(kind) : samples.identifying(kind, other);
            Redacted redacted = REDACTION.redact(sample.text(), KnownPeople.nobody());
            for (Samples.Planted planted : sample.planted()) {
                if (!Samples.HARMLESS.contains(planted.kind())) {
                    int[] counts = found.computeIfAbsent(planted.kind(), k -> new int[3]);
                    counts[1]++;
                    if (hidden(sample.text(), redacted, planted)) {
                        counts[0]++;
                        counts[2] += named(redacted, planted) ? 1 : 0;
                    } else {
                        missed.add(planted.kind() + " <" + sample.text().substring(planted.start(), planted.end())
                                + "> in <" + sample.text() + "> -> " + redacted.text());
                    }
                }
            }
        }
        String figures = found.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue()[0] + "/" + entry.getValue()[1] + " named "
                        + entry.getValue()[2])
                .toList()
                .toString();
        System.out.println(figures);
        assertThat(missed).as(figures).isEmpty();
    }

    @Test
    void moneyAgesAndDaysAreNotTakenForIdentifiers() {
        var samples = new Samples(20261122);
        Map<Kind, int[]> figures = new EnumMap<>(Kind.class);
        int mistaken = 0;
        int all = 0;
        var wrong = new ArrayList<String>();
        var left = new ArrayList<String>();
        for (int i = 0; i < TEXTS; i++) {
            Samples.Sample sample = samples.harmless();
            Redacted redacted = REDACTION.redact(sample.text(), KnownPeople.nobody());
            for (Samples.Planted planted : sample.planted()) {
                all++;
                int[] counts = figures.computeIfAbsent(planted.kind(), k -> new int[2]);
                counts[1]++;
                if (redacted.marks().stream()
                        .anyMatch(mark -> overlaps(mark, planted) && Samples.IDENTIFIERS.contains(mark.kind()))) {
                    mistaken++;
                    wrong.add(sample.text() + " -> " + redacted.text());
                }
                if (redacted.marks().stream()
                        .anyMatch(mark -> overlaps(mark, planted) && mark.kind() == planted.kind())) {
                    counts[0]++;
                } else {
                    left.add(planted.kind() + " <" + sample.text().substring(planted.start(), planted.end()) + "> -> "
                            + redacted.text());
                }
            }
        }
        System.out.println("mistaken " + mistaken + "/" + all
                + figures.entrySet().stream()
                        .map(e -> " " + e.getKey() + " " + e.getValue()[0] + "/" + e.getValue()[1])
                        .toList());
        left.stream().limit(25).forEach(System.out::println);
        assertThat(mistaken).as("%s", wrong).isLessThanOrEqualTo(all / 200);
        assertThat(left).isEmpty();
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

    private static boolean named(Redacted redacted, Samples.Planted planted) {
        return redacted.marks().stream().anyMatch(mark -> overlaps(mark, planted) && mark.kind() == planted.kind());
    }
}
