package org.somoim.examples.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.somoim.Somoim;
import org.somoim.accounts.NewAccount;
import org.somoim.chat.Conversation;
import org.somoim.chat.Entry;
import org.somoim.chat.Message;
import org.somoim.groups.Group;
import org.somoim.groups.Groups;
import org.somoim.groups.Membership;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.memory.MemoryPorts;

/** Those who keep the demo alive. */
class ChatterTest {
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");
    private static final int TURNS = 40;

    private final InstantSource clock = Town.clock(Instant.parse("2026-03-02T12:00:00Z"));
    private final Somoim somoim = new Somoim(MemoryPorts.of(clock, new Random(1)));

    @Test
    void someoneElseSaysALineWhereTheMemberReadsItInTheLanguageOfTheGroup() {
        assertThat(Town.settle(somoim, clock, 17)).isTrue();
        long before = said();

        var chatter = new Chatter(somoim, new Dice(5));
        for (int turn = 0; turn < TURNS; turn++) {
            chatter.sayOne();
        }

        assertThat(said() - before).isEqualTo(TURNS);
        List<Id<User>> logins = Arrays.stream(Login.values()).map(this::id).toList();
        List<String> chatted = TextFile.read("chatter.txt").lines();
        for (Group group : groups()) {
            for (Message message : messages(group)) {
                String body = requireNonNull(message.body()).value();
                if (chatted.contains(body)) {
                    assertThat(logins).doesNotContain(requireNonNull(message.senderId()));
                    assertThat(HANGUL.matcher(body).find())
                            .as("%s in %s", body, group.name())
                            .isEqualTo(HANGUL.matcher(group.name().value()).find());
                }
            }
        }
    }

    @Test
    void nobodySaysAnythingWhereNobodyLives() {
        somoim.accounts()
                .open(
                        Actor.host("test"),
                        new NewAccount(Login.MEMBER.email(), Login.MEMBER.password(), Login.MEMBER.displayName()));

        new Chatter(somoim, new Dice(5)).sayOne();

        assertThat(groups()).isEmpty();
    }

    private Id<User> id(Login login) {
        return somoim.accounts().holderOf(login.email()).orElseThrow();
    }

    private Actor member() {
        return Actor.person(id(Login.MEMBER));
    }

    private List<Group> groups() {
        return somoim.groups().mine(member(), Page.Ask.first(30)).items().stream()
                .filter(belonging -> belonging.membership().status() == Membership.Status.ACTIVE)
                .map(Groups.Belonging::group)
                .toList();
    }

    private List<Message> messages(Group group) {
        return somoim.chat().history(member(), Conversation.idOf(group.id()), Page.Ask.first(50)).items().stream()
                .filter(Entry.Said.class::isInstance)
                .map(entry -> ((Entry.Said) entry).message())
                .toList();
    }

    private long said() {
        return somoim.conversations().list(member(), Page.Ask.first(50)).items().stream()
                .mapToLong(one -> one.conversation().messages())
                .sum();
    }
}
