package org.somoim.school;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.http.dashboard.Dashboard;
import org.somoim.http.dashboard.Operator;
import org.somoim.http.dashboard.Rank;
import org.somoim.http.servlet.EndpointServlet;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.operations.SqliteUpkeep;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who runs the community: those whom the office calls heads, at the dashboard under {@code /somoim}. */
@Configuration(proxyBeanMethods = false)
class Heads {
    private static final Actor HOST = Actor.host("school");

    private final Bridge bridge;
    private final List<String> heads;

    Heads(Bridge bridge, Office office, Somoim somoim) {
        this.bridge = bridge;
        this.heads = office.people().stream()
                .filter(Office.Person::isHead)
                .map(Office.Person::email)
                .toList();
        for (String head : heads) {
            Id<User> account = bridge.actor(head).id();
            if (somoim.accounts().find(HOST, account).role() != SiteRole.ADMIN) {
                somoim.accounts().appoint(HOST, account, SiteRole.ADMIN);
            }
        }
    }

    // tag::spring-boot-dashboard
    @Bean
    ServletRegistrationBean<EndpointServlet> dashboardServlet(
            Somoim somoim, SqliteDatabase database, Office office, InstantSource clock) {
        var upkeep = new SqliteUpkeep(database, office.database().resolveSibling("backups"), clock);
        var dashboard = new Dashboard(somoim, call -> head(), Dashboard.Terms.PRESET.with(upkeep), clock);
        return new ServletRegistrationBean<>(new EndpointServlet(dashboard), "/somoim/*");
    }

    /** Whom Spring Security has let in with the call that this thread is at. */
    private Optional<Operator> head() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getName)
                .filter(heads::contains)
                .map(email -> new Operator(bridge.actor(email).id(), Rank.ADMIN));
    }
    // end::spring-boot-dashboard
}
