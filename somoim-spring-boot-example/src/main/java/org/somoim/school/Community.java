package org.somoim.school;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.somoim.Somoim;
import org.somoim.http.Api;
import org.somoim.http.Live;
import org.somoim.http.limits.Proxies;
import org.somoim.http.servlet.EndpointServlet;
import org.somoim.http.tokens.JwtAccessTokens;
import org.somoim.kernel.Word;
import org.somoim.sessions.AccessTokens;
import org.somoim.sqlite.KeyFile;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.uuid.UuidIds;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The community: on the school's connections, under {@code /community}. */
@Configuration(proxyBeanMethods = false)
class Community {
    /** Where it is mounted. */
    static final String MOUNT = "/community";

    // tag::spring-boot-community
    /** Closed by the community, which is closed before the connections are. */
    @Bean(destroyMethod = "")
    SqliteDatabase database(DataSource dataSource) {
        return SqliteDatabase.on(dataSource);
    }

    @Bean
    Somoim somoim(SqliteDatabase database) {
        return Sqlite.open(database);
    }
    // end::spring-boot-community

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    AccessTokens tokens(Office office, InstantSource clock) {
        var chance = new SecureRandom();
        byte[] key = KeyFile.readOrMake(office.database().resolveSibling("token.key"), chance);
        return new JwtAccessTokens(
                new UuidIds(clock, chance),
                new JwtAccessTokens.Terms("school", "community", Duration.ofMinutes(15)),
                List.of(JwtAccessTokens.Key.shared(new Word("first"), key)));
    }

    // tag::spring-boot-servlet
    @Bean
    Live live(Somoim somoim, AccessTokens tokens, InstantSource clock) {
        return Api.live(somoim, tokens, Set.of(), clock);
    }

    @Bean
    ServletRegistrationBean<EndpointServlet> communityServlet(
            Somoim somoim, AccessTokens tokens, Live live, InstantSource clock) {
        var servlet = new EndpointServlet(Api.of(somoim, tokens, clock), live, Proxies.NONE);
        return new ServletRegistrationBean<>(servlet, MOUNT + "/*");
    }
    // end::spring-boot-servlet
}
