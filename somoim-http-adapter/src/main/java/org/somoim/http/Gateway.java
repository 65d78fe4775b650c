package org.somoim.http;

import java.util.Optional;
import java.util.Set;
import org.somoim.identities.Arrival;
import org.somoim.identities.Identities;
import org.somoim.identities.Identity;
import org.somoim.identities.Subject;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;

/**
 * Takes the word of a gateway that signs people in before it lets their calls through. The gateway says in headers who is
 * calling, and must itself remove such headers from what comes in. From any other address the headers count for nothing.
 * Safe between threads.
 */
public final class Gateway {
    private static final Actor HOST = Actor.host("gateway");

    private final Router router;
    private final Identities identities;
    private final Word name;
    private final Set<String> addresses;
    private final Headers headers;

    /**
     * In which headers the gateway says who is calling. Names in lower case.
     *
     * @param subject what the gateway calls the person
     * @param email an address that it has seen them prove
     * @param displayName what others may call them
     */
    public record Headers(String subject, String email, String displayName) {
        /** As oauth2-proxy and others send them. */
        public static final Headers FORWARDED =
                new Headers("x-forwarded-user", "x-forwarded-email", "x-forwarded-preferred-username");
    }

    /**
     * @param name the host's word for the gateway; kept with each identity, so never changed
     * @param addresses from which the gateway calls, as {@link Call#origin()} has them
     */
    public Gateway(Router router, Identities identities, Word name, Set<String> addresses, Headers headers) {
        this.router = router;
        this.identities = identities;
        this.name = name;
        this.addresses = Set.copyOf(addresses);
        this.headers = headers;
    }

    /** Never throws, and is never null. */
    public Answer answer(Call call) {
        Optional<String> subject =
                addresses.contains(call.origin()) ? call.header(headers.subject()) : Optional.empty();
        return subject.isEmpty() ? router.answer(call) : router.answer(call, () -> arrive(call, subject.get()));
    }

    private Actor arrive(Call call, String subject) {
        return identities.arrive(
                HOST,
                new Arrival(
                        new Identity(name, new Subject(subject)),
                        call.header(headers.email()).map(Email::new).orElse(null),
                        call.header(headers.displayName()).map(Line::of).orElse(null),
                        null));
    }
}
