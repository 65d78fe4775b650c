package org.somoim.examples;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.somoim.Somoim;
import org.somoim.http.Api;
import org.somoim.http.jetty.JettyHost;
import org.somoim.http.tokens.JwtAccessTokens;
import org.somoim.kernel.Word;
import org.somoim.sqlite.KeyFile;
import org.somoim.uuid.UuidIds;

/** A community served over HTTP by a small server of its own. */
final class HttpHost {
    private HttpHost() {}

    /** @param port 0 for any that is free */
    static JettyHost host(Somoim somoim, Path folder, int port) {
        // tag::http-host
        var clock = InstantSource.system();
        var chance = new SecureRandom();
        byte[] key = KeyFile.readOrMake(folder.resolve("token.key"), chance);
        var tokens = new JwtAccessTokens(
                new UuidIds(clock, chance),
                new JwtAccessTokens.Terms("my-community", "my-app", Duration.ofMinutes(15)),
                List.of(JwtAccessTokens.Key.shared(new Word("first"), key)));

        var host = new JettyHost(Api.of(somoim, tokens, clock), "127.0.0.1", port);
        // end::http-host
        return host;
    }
}
