package org.somoim.http.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Origin;
import org.somoim.limits.RateLimiter.Kind;

/** By what callers are told apart when their calls are counted. */
public final class Callers {
    /** A literal address; a name would be looked up. */
    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9A-Fa-f:.]{2,45})(?:%[^]]*)?]?");

    private static final int NETWORK_BYTES = 8;

    private Callers() {}

    /** People by who they are; whoever has not signed in, or is about to, by where they are. */
    public static String name(Actor actor, Origin origin, Kind kind) {
        return kind != Kind.ENTER && actor instanceof Actor.Person person
                ? "person " + person.id()
                : "place " + network(origin.address());
    }

    /** Of IPv6 the network: each subscriber has one, with more addresses in it than could ever be counted. */
    private static String network(String address) {
        var literal = IPV6.matcher(address);
        if (address.indexOf(':') < 0 || !literal.matches()) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(literal.group(1));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES)
                    : parsed.getHostAddress();
        } catch (UnknownHostException notOne) {
            return address;
        }
    }
}
