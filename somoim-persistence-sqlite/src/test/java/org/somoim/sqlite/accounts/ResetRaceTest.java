package org.somoim.sqlite.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Secrets;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.sqlite.OpenDatabase;

/** Many who use one letter at once. */
class ResetRaceTest {
    private static final int USES = 50;
    private static final int THREADS = 8;
    private static final Actor VISITOR = Actor.visitor();
    private static final Email EMAIL = Email.of("minji@example.org");

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private static int succeed(List<Callable<Object>> uses) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            int succeeded = 0;
            for (Future<Object> use : threads.invokeAll(uses)) {
                try {
                    use.get();
                    succeeded++;
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(Refusal.class);
                }
            }
            return succeeded;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Secrets.Secret letter(Community town) {
        town.somoim.deliver();
        return ((MemoryMailer) town.ports.mailer()).secret(EMAIL);
    }

    @Test
    @Covers({"ACC-4", "TST-3"})
    void ofFiftyWhoResetWithOneLetterOneSucceeds() throws Exception {
        Community town = database.community();
        town.person("민지", EMAIL);
        town.somoim.passwords().askForNew(VISITOR, EMAIL);
        Secrets.Secret secret = letter(town);
        List<Callable<Object>> uses = new ArrayList<>();
        for (int i = 0; i < USES; i++) {
            Password next = Password.of("long enough for anyone " + i);
            uses.add(() -> {
                town.somoim.passwords().reset(VISITOR, secret, next);
                return town.somoim.passwords().logIn(VISITOR, EMAIL, next, Origin.UNKNOWN);
            });
        }
        assertThat(succeed(uses)).isOne();
    }

    @Test
    @Covers({"ACC-2", "TST-3"})
    void ofFiftyWhoConfirmOneSignUpOneGetsTheAccount() throws Exception {
        Community town = database.community();
        town.somoim.addresses().signUp(VISITOR, new NewAccount(EMAIL, Community.PASSWORD, Line.of("민지")));
        Secrets.Secret secret = letter(town);
        List<Callable<Object>> uses = new ArrayList<>();
        for (int i = 0; i < USES; i++) {
            uses.add(() -> town.somoim.addresses().confirm(VISITOR, secret));
        }
        assertThat(succeed(uses)).isOne();
    }
}
