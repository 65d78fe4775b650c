package org.somoim.examples;

import org.somoim.phones.PossiblePhones;
import org.somoim.privacy.redaction.Known;
import org.somoim.privacy.redaction.KnownPeople;
import org.somoim.privacy.redaction.Redacted;
import org.somoim.privacy.redaction.Redaction;

/** What points at a person is taken out of a text. */
final class Redacting {
    private Redacting() {}

    static Redacted redact(String text) {
        // tag::redact
        Redaction redaction = Redaction.of(new PossiblePhones("KR"));
        KnownPeople people =
                KnownPeople.of(Known.name("김민수"), Known.email("minsu@example.com"), Known.employer("한빛전자"));
        Redacted redacted = redaction.redact(text, people);
        // end::redact
        return redacted;
    }
}
