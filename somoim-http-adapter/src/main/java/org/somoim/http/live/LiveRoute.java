package org.somoim.http.live;

import java.util.Map;
import java.util.Optional;
import org.somoim.http.wire.WireReason;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;

/**
 * A path under which one can listen.
 *
 * @param pattern below the API's base, such as {@code /groups/{group}/chat}
 * @param alsoAtRoot whether it is found at the root as well, for clients that know no base
 * @param opening says what whoever comes is fed with; may refuse
 */
public record LiveRoute(String pattern, boolean alsoAtRoot, Opening opening) {

    /** Makes a feed for one socket. */
    @FunctionalInterface
    public interface Opening {
        /** @throws org.somoim.kernel.Refusal if they may not, or ask for what there is not */
        Feed feed(Asked asked);
    }

    /** Who wants to listen, and to what. */
    public record Asked(Actor actor, Map<String, String> variables, Map<String, String> query) {

        /** @throws org.somoim.kernel.Refusal {@code kernel.not-an-id} */
        public <T> Id<T> id(String variable) {
            return Id.of(variables.getOrDefault(variable, ""));
        }

        /** @throws org.somoim.kernel.Refusal {@code kernel.not-an-id} */
        public <T> Optional<Id<T>> queryId(String name) {
            return Optional.ofNullable(query.get(name)).map(Id::of);
        }

        /** @throws org.somoim.kernel.Refusal {@link WireReason#BAD_PARAMETER} */
        public Optional<Long> number(String name) {
            return Optional.ofNullable(query.get(name)).map(text -> {
                if (!text.matches("[0-9]{1,15}")) {
                    throw WireReason.BAD_PARAMETER.refuse();
                }
                return Long.valueOf(text);
            });
        }
    }
}
