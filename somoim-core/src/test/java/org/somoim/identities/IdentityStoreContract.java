package org.somoim.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Line;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.memory.TestClock;
import org.somoim.uuid.UuidIds;

/** What every store of outside identities does. */
public interface IdentityStoreContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Ids IDS = new UuidIds(new TestClock(), new Random(5));
    Word KEYCLOAK = new Word("keycloak");
    Word GATEWAY = new Word("gateway");

    IdentityStore store();

    Transactor transactor();

    /** The id of an account that is there. */
    Id<User> person();

    private static LinkedIdentity link(Word provider, String subject, Id<User> person, @Nullable Line knownAs) {
        return new LinkedIdentity(provider, new Subject(subject), person, knownAs, NOON, NOON.plusMillis(3));
    }

    private boolean add(LinkedIdentity link) {
        return transactor().call(() -> store().add(link));
    }

    @Test
    @Covers("ACC-10")
    default void anIdentityComesBackAsItWas() {
        Id<User> person = person();
        LinkedIdentity named = link(KEYCLOAK, "f:12:minji", person, Line.of("민지"));
        LinkedIdentity unnamed = link(GATEWAY, "0", person, null);
        assertThat(add(named)).isTrue();
        assertThat(add(unnamed)).isTrue();

        assertThat(store().find(named.identity())).contains(named);
        assertThat(store().of(person)).containsExactly(unnamed, named);
        assertThat(store().find(new Identity(KEYCLOAK, new Subject("F:12:MINJI"))))
                .isEmpty();
        assertThat(store().find(new Identity(GATEWAY, named.subject()))).isEmpty();
        assertThat(store().of(person())).isEmpty();
    }

    @Test
    @Covers("ACC-10")
    default void anIdentityLeadsToOneAccountAndAnAccountHasOneOfEachProvider() {
        Id<User> minji = person();
        LinkedIdentity first = link(KEYCLOAK, "one", minji, null);
        add(first);

        assertThat(add(link(KEYCLOAK, "one", person(), null))).isFalse();
        assertThat(add(link(KEYCLOAK, "two", minji, null))).isFalse();
        assertThat(store().find(first.identity())).contains(first);
        assertThat(store().of(minji)).containsExactly(first);
    }

    @Test
    @Covers("ACC-10")
    default void whatTheProviderCallsThemIsReplaced() {
        Id<User> minji = person();
        add(link(KEYCLOAK, "one", minji, null));
        var renamed = new LinkedIdentity(KEYCLOAK, new Subject("one"), minji, Line.of("새별"), NOON, NOON.plusSeconds(9));
        transactor().run(() -> store().put(renamed));

        assertThat(store().of(minji)).containsExactly(renamed);
    }

    @Test
    @Covers("ACC-10")
    default void oneIsRemovedOrAllOfThemAndNobodyElses() {
        Id<User> minji = person();
        Id<User> jun = person();
        LinkedIdentity others = link(KEYCLOAK, "jun", jun, null);
        add(link(KEYCLOAK, "one", minji, null));
        add(link(GATEWAY, "one", minji, null));
        add(others);

        assertThat(transactor().call(() -> store().remove(minji, KEYCLOAK))).isTrue();
        assertThat(transactor().call(() -> store().remove(minji, KEYCLOAK))).isFalse();
        assertThat(store().of(minji)).extracting(LinkedIdentity::provider).containsExactly(GATEWAY);
        transactor().run(() -> store().removeAll(minji));
        assertThat(store().of(minji)).isEmpty();
        assertThat(store().of(jun)).containsExactly(others);
    }

    @Test
    default void writingOutsideAChangeIsAMistake() {
        Id<User> person = person();
        assertThatThrownBy(() -> store().add(link(KEYCLOAK, "one", person, null)))
                .isInstanceOf(IllegalStateException.class);
    }
}
