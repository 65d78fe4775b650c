package org.somoim.http.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;

@Covers({"FUT-14", "MOD-4"})
class AuditRoutesTest {
    private final Community town = new Community();
    private final Client visitor = Client.of(town.clock, town.ports.transactor(), new AuditRoutes(town.somoim.audit()));
    private final Actor.Person admin = town.admin();
    private final Actor.Person person = town.person();
    private final Client client = visitor.as(admin.id());

    @Test
    void anAdminReadsWhatWasDoneNewestFirst() {
        town.somoim.accounts().suspend(admin, person.id());

        Reply all = client.get("/admin/audit").ok();
        assertThat(all.json()).hasSize(2);
        assertThat(all.at("/0/number")).isEqualTo("2");
        assertThat(all.at("/0/who")).isEqualTo("PERSON");
        assertThat(all.at("/0/who_id")).isEqualTo(admin.id().toString());
        assertThat(all.at("/0/deed")).isEqualTo("ACCOUNT_SUSPENDED");
        assertThat(all.at("/0/about_id")).isEqualTo(person.id().toString());
        assertThat(all.at("/0/previous")).isEqualTo(all.at("/1/hash"));
        assertThat(client.get("/admin/audit?about=" + admin.id()).ok().json()).hasSize(1);
        assertThat(client.get("/admin/audit?who=" + admin.id()).ok().at("/0/deed"))
                .isEqualTo("ACCOUNT_SUSPENDED");
    }

    @Test
    void anAdminSeesThatItIsWhole() {
        Reply found = client.get("/admin/audit/verification").ok();

        assertThat(found.at("/intact")).isEqualTo("true");
        assertThat(found.at("/entries")).isEqualTo("1");
        assertThat(found.at("/hash")).isEqualTo(client.get("/admin/audit").ok().at("/0/hash"));
    }

    @Test
    void nobodyElseReadsIt() {
        for (String path : new String[] {"/admin/audit", "/admin/audit/verification"}) {
            visitor.as(person.id()).get(path).refused(403, "access.not-allowed");
            assertThat(visitor.get(path).status()).isEqualTo(401);
        }
    }
}
