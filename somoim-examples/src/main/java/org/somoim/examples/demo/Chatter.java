package org.somoim.examples.demo;

import java.util.List;
import java.util.regex.Pattern;
import org.somoim.Somoim;
import org.somoim.chat.Conversation;
import org.somoim.groups.Group;
import org.somoim.groups.Groups;
import org.somoim.groups.Membership;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.User;

/**
 * Lets somebody say a line now and then in a group of the member whose login the demo prints, so that the page lives. Says
 * nothing where the three logins would have to speak.
 */
final class Chatter {
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");
    private static final int MOST_GROUPS = 30;

    private final Somoim somoim;
    private final Dice dice;
    private final List<String> lines;

    Chatter(Somoim somoim, Dice dice) {
        this.somoim = somoim;
        this.dice = dice;
        this.lines = TextFile.read("chatter.txt").lines().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** Says one line, if there is somebody to say it. */
    void sayOne() {
        Actor member = Actor.person(account(Login.MEMBER));
        List<Group> groups = somoim.groups().mine(member, Page.Ask.first(MOST_GROUPS)).items().stream()
                .filter(belonging -> belonging.membership().status() == Membership.Status.ACTIVE)
                .map(Groups.Belonging::group)
                .toList();
        if (groups.isEmpty()) {
            return;
        }
        Group group = dice.one(groups);
        List<Id<User>> logins =
                List.of(Login.values()).stream().map(this::account).toList();
        List<Id<User>> others = somoim.members().list(member, group.id(), Page.Ask.first(MOST_GROUPS)).items().stream()
                .map(Membership::userId)
                .filter(person -> !logins.contains(person))
                .toList();
        Prose words = Prose.of(line(group.name()));
        for (Id<User> speaker : dice.shuffled(others)) {
            if (says(speaker, group, words)) {
                somoim.deliver();
                return;
            }
        }
    }

    /** Whether it was said: some are banned or muted by now. */
    private boolean says(Id<User> speaker, Group group, Prose words) {
        try {
            somoim.chat().send(Actor.person(speaker), Conversation.idOf(group.id()), words);
            return true;
        } catch (Refusal restrained) {
            return false;
        }
    }

    private String line(Line name) {
        boolean isKorean = HANGUL.matcher(name.value()).find();
        return dice.one(lines.stream()
                .filter(line -> HANGUL.matcher(line).find() == isKorean)
                .toList());
    }

    private Id<User> account(Login login) {
        return somoim.accounts().holderOf(login.email()).orElseThrow();
    }
}
