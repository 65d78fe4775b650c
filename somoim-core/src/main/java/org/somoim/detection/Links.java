package org.somoim.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The hosts that a text links to, as they are written there. */
final class Links {
    /** Ends of names that are believed to be links without {@code http} or {@code www} in front. */
    private static final Set<String> ENDS = Set.of(
            "com", "net", "org", "io", "ru", "cn", "kr", "xyz", "top", "info", "biz", "site", "online", "shop", "club",
            "me", "ly", "gl", "co", "tk", "ml", "live", "link", "click", "vip", "app", "cc");

    private static final int MOST = 100;

    private Links() {}

    /** @return lower case, in the order of the text, at most a hundred */
    static List<String> hosts(String text) {
        var hosts = new ArrayList<String>();
        for (String word : text.split("[\\s<>\"'()\\[\\]{},]+")) {
            if (hosts.size() < MOST) {
                String host = host(word.toLowerCase(Locale.ROOT));
                if (!host.isEmpty()) {
                    hosts.add(host);
                }
            }
        }
        return hosts;
    }

    /** @return empty if it is not a link */
    private static String host(String word) {
        int scheme = word.indexOf("://");
        boolean link = scheme >= 0 && word.startsWith("http") || word.startsWith("www.");
        String rest = scheme >= 0 ? word.substring(scheme + 3) : word;
        int end = 0;
        while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String host = rest.substring(rest.lastIndexOf('@', end - 1) + 1, end);
        while (host.endsWith(".") || host.endsWith("!")) {
            host = host.substring(0, host.length() - 1);
        }
        int dot = host.lastIndexOf('.');
        if (dot <= 0 || dot == host.length() - 1) {
            return "";
        }
        boolean mail = rest.indexOf('@') >= 0 && scheme < 0;
        return link || !mail && ENDS.contains(host.substring(dot + 1)) && isName(host) ? host : "";
    }

    private static boolean isName(String host) {
        return host.chars().allMatch(c -> c == '.' || c == '-' || Character.isLetterOrDigit(c));
    }
}
