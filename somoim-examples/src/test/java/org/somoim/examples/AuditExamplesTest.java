package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.audit.Deed;
import org.somoim.audit.Entry;
import org.somoim.audit.Head;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.mail.Email;
import org.somoim.sqlite.Sqlite;

/** What the document about the audit log shows does what it says. */
class AuditExamplesTest {
    @TempDir
    Path folder;

    @Test
    @Covers("FUT-14")
    void whatWasDoneIsThereAndStaysAsItWas() {
        Actor host = Actor.host("scene");
        Head noted;
        try (Somoim somoim = Sqlite.open(folder)) {
            var wanted = new NewAccount(Email.of("minji@example.org"), Password.of("hills and rivers"), Line.of("민지"));
            var minji = somoim.accounts().open(host, wanted).id();
            somoim.accounts().appoint(host, minji, SiteRole.ADMIN);

            assertThat(Auditing.about(somoim, Actor.person(minji), minji))
                    .extracting(Entry::deed)
                    .containsExactly(Deed.SITE_ADMIN_APPOINTED);
            noted = Auditing.note(somoim);
            Auditing.keysWereRotated(somoim);
        }
        try (Somoim somoim = Sqlite.open(folder)) {
            assertThat(Auditing.isIntact(somoim, noted)).isTrue();
            assertThat(Auditing.note(somoim).entries()).isEqualTo(noted.entries() + 1);
        }
    }
}
