package org.somoim.examples;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.Somoim;
import org.somoim.http.Api;
import org.somoim.http.servlet.EndpointServlet;
import org.somoim.http.tokens.JwtAccessTokens;
import org.somoim.kernel.Word;
import org.somoim.sqlite.KeyFile;
import org.somoim.sqlite.Sqlite;
import org.somoim.uuid.UuidIds;

/** A community in a web application of a servlet container, opened and closed with it. */
// tag::own-container
@WebListener
public final class OwnContainer implements ServletContextListener {
    private @Nullable Somoim somoim;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext application = event.getServletContext();
        Path folder = Path.of(application.getInitParameter("community.folder"));
        somoim = Sqlite.open(folder.resolve("community.db"));

        var clock = InstantSource.system();
        var chance = new SecureRandom();
        byte[] key = KeyFile.readOrMake(folder.resolve("token.key"), chance);
        var tokens = new JwtAccessTokens(
                new UuidIds(clock, chance),
                new JwtAccessTokens.Terms("my-community", "my-app", Duration.ofMinutes(15)),
                List.of(JwtAccessTokens.Key.shared(new Word("first"), key)));
        application
                .addServlet("community", new EndpointServlet(Api.of(somoim, tokens, clock)))
                .addMapping("/community/*");
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (somoim != null) {
            somoim.close();
        }
    }
}
// end::own-container
