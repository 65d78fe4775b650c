package org.somoim.detection;

import java.time.Duration;
import java.util.List;

/** Someone who has hardly signed up and writes about another place, or writes a great deal. Most who do are honest: a hint, never more. */
public final class NewAccountRule implements TextDetector {
    private static final double LINKS = 0.6;
    private static final double MUCH = 0.5;

    /** So many writings at once are a great deal. */
    private static final int MANY = 10;

    private final Duration young;

    /** @param young how long an account is new */
    public NewAccountRule(Duration young) {
        this.young = young;
    }

    @Override
    public List<Signal> look(Writing writing) {
        if (writing.accountAge().compareTo(young) >= 0) {
            return List.of();
        }
        List<String> hosts = Links.hosts(writing.text().value());
        if (!hosts.isEmpty()) {
            return List.of(new Signal(Category.SPAM, LINKS, LinkRule.clues(hosts)));
        }
        return writing.lately().size() >= MANY ? List.of(new Signal(Category.SPAM, MUCH, List.of())) : List.of();
    }
}
