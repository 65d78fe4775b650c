package org.somoim.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.somoim.detection.Clue.Fragment;

/**
 * Many links, and links that do not say where they lead: through shorteners, to bare addresses, and names written in letters
 * that only look like others.
 */
public final class LinkRule implements TextDetector {
    private static final int MANY = 3;
    private static final double MANY_LINKS = 0.6;
    private static final double VEILED_LINK = 0.6;
    private static final double FALSE_LINK = 0.75;

    private static final Set<String> SHORTENERS = Set.of(
            "bit.ly",
            "goo.gl",
            "tinyurl.com",
            "ow.ly",
            "is.gd",
            "buff.ly",
            "cutt.ly",
            "rb.gy",
            "shorturl.at",
            "t.ly",
            "adf.ly",
            "me2.do",
            "han.gl",
            "vo.la",
            "url.kr",
            "c11.kr",
            "abit.ly",
            "buly.kr");

    private final Set<String> trusted;

    /** @param trusted hosts, in lower case, links to which (and to whatever is below them) are no one's spam, such as the community's own */
    public LinkRule(Set<String> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    @Override
    public List<Signal> look(Writing writing) {
        List<String> hosts = Links.hosts(writing.text().value()).stream()
                .filter(host -> !isTrusted(host))
                .toList();
        var signals = new ArrayList<Signal>();
        List<String> veiled = hosts.stream().filter(SHORTENERS::contains).toList();
        if (!veiled.isEmpty()) {
            signals.add(new Signal(Category.SPAM, VEILED_LINK, clues(veiled)));
        } else if (hosts.stream().distinct().count() >= MANY) {
            signals.add(new Signal(Category.SPAM, MANY_LINKS, clues(hosts)));
        }
        List<String> fake = hosts.stream().filter(LinkRule::isFalse).toList();
        if (!fake.isEmpty()) {
            signals.add(new Signal(Category.SCAM, FALSE_LINK, clues(fake)));
        }
        return signals;
    }

    private boolean isTrusted(String host) {
        return trusted.stream().anyMatch(it -> host.equals(it) || host.endsWith("." + it));
    }

    private static boolean isFalse(String host) {
        return host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9')
                || host.startsWith("xn--")
                || host.contains(".xn--")
                || host.chars().anyMatch(c -> c >= 0x80 && Confusables.plain((char) c) != c);
    }

    static List<Clue> clues(List<String> hosts) {
        return hosts.stream()
                .distinct()
                .limit(MANY)
                .map(host -> new Clue(Fragment.of(host), 1))
                .toList();
    }
}
