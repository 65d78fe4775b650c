package org.somoim.http.dashboard;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.http.Call;

/**
 * Whether a call comes from a page of the dashboard. A login may ride on cookies, which browsers send along with whatever any
 * page makes them call. So a change has to bring along a header that no form can set and that a script from elsewhere may
 * not, and must not say that it comes from elsewhere.
 */
final class Provenance {
    static final String HEADER = "x-somoim-dashboard";

    private final Set<String> origins;

    /** @param origins under which the dashboard is reached, where a proxy hides that */
    Provenance(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    boolean isOwn(Call call) {
        return reads(call) ? isNotFromElsewhere(call) : call.headers().containsKey(HEADER) && isSentByOwnPage(call);
    }

    private static boolean reads(Call call) {
        return call.method().equals("GET") || call.method().equals("HEAD");
    }

    /** A link from elsewhere may lead to the pages, but neither to numbers nor to what takes long. */
    private static boolean isNotFromElsewhere(Call call) {
        String site = call.headers().get("sec-fetch-site");
        return site == null || site.equals("same-origin") || site.equals("none");
    }

    private boolean isSentByOwnPage(Call call) {
        String site = call.headers().get("sec-fetch-site");
        String origin = call.headers().get("origin");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        // What a browser says about itself no page can make it say otherwise.
        return origin == null || origins.contains(origin) || site != null || isHost(origin, call.headers());
    }

    private static boolean isHost(String origin, Map<String, String> headers) {
        return authority(origin)
                .filter(found -> found.equalsIgnoreCase(headers.get("host")))
                .isPresent();
    }

    private static Optional<String> authority(@Nullable String origin) {
        try {
            return Optional.ofNullable(origin).map(URI::create).map(URI::getRawAuthority);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
