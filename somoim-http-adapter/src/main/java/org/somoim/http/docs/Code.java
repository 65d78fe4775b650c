package org.somoim.http.docs;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.somoim.access.AccessReason;
import org.somoim.http.wire.Failure;
import org.somoim.http.wire.Problem;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.WireReason;
import org.somoim.kernel.KernelReason;
import org.somoim.kernel.Reason;

/**
 * One way in which a call can end badly.
 *
 * @param name stable, such as {@code groups.full}
 */
public record Code(String name, int status, String advice) {

    /** All there are: those of the kernel, of access, of HTTP, and of {@code capabilities}; each once, in that order. */
    public static List<Code> all(List<? extends Routes> capabilities) {
        Stream<Reason> common = Stream.of(KernelReason.values(), AccessReason.values(), WireReason.values())
                .flatMap(Arrays::stream);
        Stream<Reason> special = capabilities.stream().flatMap(c -> c.reasons().stream());
        Stream<Code> reasons =
                Stream.concat(common, special).map(r -> new Code(r.code(), Problem.status(r), r.advice()));
        Stream<Code> failures = Arrays.stream(Failure.values()).map(f -> new Code(f.code(), f.status(), f.advice()));
        return Stream.concat(reasons, failures).distinct().toList();
    }
}
