package org.somoim.http.limits;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a call came from, behind proxies. Each proxy writes whom it heard from at the end of {@code X-Forwarded-For}; from the
 * end backwards those are believed that a trusted proxy wrote, and no more: what stands before, the caller may have made up.
 */
public final class Proxies {
    /** Nobody is believed. */
    public static final Proxies NONE = new Proxies(Set.of());

    private static final int MOST_ADDRESS_CHARACTERS = 64;

    private final Set<String> trusted;

    /** @param trusted network addresses of one's own proxies */
    public Proxies(Set<String> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    /**
     * @param peer who is at the other end of the connection
     * @param forwardedFor the header, or null
     */
    public String origin(String peer, @Nullable String forwardedFor) {
        String origin = peer;
        List<String> heard = forwardedFor == null ? List.of() : List.of(forwardedFor.split(","));
        for (int i = heard.size() - 1; i >= 0 && trusted.contains(origin); i--) {
            String address = heard.get(i).strip();
            if (address.isEmpty() || address.length() > MOST_ADDRESS_CHARACTERS) {
                return origin;
            }
            origin = address;
        }
        return origin;
    }
}
