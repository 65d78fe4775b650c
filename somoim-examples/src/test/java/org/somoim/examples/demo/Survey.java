package org.somoim.examples.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.Somoim;
import org.somoim.accounts.Account;
import org.somoim.chat.Conversation;
import org.somoim.chat.Conversations;
import org.somoim.chat.Entry;
import org.somoim.events.Event;
import org.somoim.events.Rsvp;
import org.somoim.events.Span;
import org.somoim.events.Tally;
import org.somoim.groups.Group;
import org.somoim.groups.Groups;
import org.somoim.groups.Invite;
import org.somoim.groups.Membership;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.User;
import org.somoim.notifications.Notification;
import org.somoim.posts.Post;
import org.somoim.posts.Revision;
import org.somoim.posts.ShownPost;
import org.somoim.posts.ThreadEntry;
import org.somoim.profiles.Block;
import org.somoim.profiles.Profile;
import org.somoim.ratings.Reputation;
import org.somoim.safety.Alert;
import org.somoim.safety.ShownAlert;

/** Everything that the people of a community can read, each as themselves: groups as their owners see them. */
final class Survey {
    final List<Account> accounts;
    final Map<Id<User>, Profile> profiles = new HashMap<>();
    final List<Block> blocks = new ArrayList<>();
    final List<Line> muted = new ArrayList<>();
    final List<Group> groups = new ArrayList<>();
    final List<Membership> memberships = new ArrayList<>();
    final List<Invite> invites = new ArrayList<>();
    final List<ShownPost> posts = new ArrayList<>();
    final List<ThreadEntry> comments = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final Map<Id<Event>, Tally> tallies = new HashMap<>();
    final List<Rsvp> answers = new ArrayList<>();
    final Map<Id<User>, Reputation> reputations = new HashMap<>();
    final List<Alert> alerts = new ArrayList<>();
    final List<Notification> notifications = new ArrayList<>();
    /** As the first who lists it sees it. */
    final Map<Id<Conversation>, List<Entry>> talks = new LinkedHashMap<>();

    final List<Conversations.Shown> conversations = new ArrayList<>();

    private final Somoim somoim;
    private final List<String> lines = new ArrayList<>();

    Survey(Somoim somoim) {
        this.somoim = somoim;
        Actor host = Actor.host("survey");
        accounts = all(ask -> somoim.accounts().list(host, ask));
        List<Account> open = accounts.stream()
                .filter(Account::isActive)
                .filter(account -> isLetIn(somoim, Actor.person(account.id())))
                .toList();
        open.forEach(account -> read(account, Actor.person(account.id())));
        open.forEach(account -> readGroups(Actor.person(account.id())));
        open.forEach(account -> readTalks(account, Actor.person(account.id())));
    }

    /** Whoever is banned or suspended sees nothing of all this. */
    private static boolean isLetIn(Somoim somoim, Actor person) {
        try {
            somoim.profiles().mine(person);
            return true;
        } catch (Refusal barred) {
            return false;
        }
    }

    /** All of it in words, without ids: what two communities that are alike have in common. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** What someone has been told. */
    List<Notification> notificationsOf(Login login) {
        Id<User> reader = idOf(login);
        return notifications.stream().filter(n -> n.userId().equals(reader)).toList();
    }

    Id<User> idOf(Login login) {
        return accounts.stream()
                .filter(account -> account.email().equals(login.email()))
                .map(Account::id)
                .findFirst()
                .orElseThrow();
    }

    private void read(Account account, Actor person) {
        Profile profile = somoim.profiles().mine(person);
        profiles.put(account.id(), profile);
        reputations.put(account.id(), somoim.ratings().reputation(person, account.id()));
        note(
                "account",
                account.email().value(),
                account.role(),
                account.createdAt(),
                profile.about().displayName().value(),
                text(profile.about().bio()),
                profile.about().interests().lines().stream()
                        .map(Line::value)
                        .sorted()
                        .toList(),
                new TreeMap<>(somoim.profiles().settings(person).choices()));
        blocks.addAll(somoim.profiles().blocked(person));
        somoim.profiles().mutedWords(person).forEach(word -> {
            muted.add(word);
            note("muted", word.value());
        });
        for (ShownPost post : all(ask -> somoim.posts().onPage(person, account.id(), ask))) {
            read(person, post);
        }
        for (Notification n : all(ask -> somoim.notifications().list(person, ask, false))) {
            notifications.add(n);
            note("told", account.email().value(), n.kind(), n.count(), n.createdAt(), n.updatedAt(), n.isRead());
        }
    }

    private void readGroups(Actor person) {
        for (Groups.Belonging mine : all(ask -> somoim.groups().mine(person, ask))) {
            memberships.add(mine.membership());
            note(
                    "member",
                    name(mine.membership().userId()),
                    mine.membership().status(),
                    String.valueOf(mine.membership().role()),
                    mine.membership().createdAt());
            if (mine.membership().role() == Membership.Role.OWNER) {
                read(person, mine.group());
            }
        }
    }

    private void read(Actor owner, Group group) {
        groups.add(group);
        note("group", group.name().value(), text(group.description()), group.members(), group.createdAt());
        for (Membership banned : all(ask -> somoim.members().banned(owner, group.id(), ask))) {
            memberships.add(banned);
            note("banned", name(banned.userId()), banned.updatedAt());
        }
        invites.addAll(all(ask -> somoim.invites().list(owner, group.id(), ask)));
        for (ShownAlert shown : all(ask -> somoim.alerts().inGroup(owner, group.id(), ask))) {
            read(owner, shown.alert());
        }
        for (ShownPost post : all(ask -> somoim.posts().inGroup(owner, group.id(), ask))) {
            read(owner, post);
        }
        for (Event event : all(ask -> somoim.events().inGroup(owner, group.id(), Span.from(Instant.EPOCH), ask))) {
            read(owner, event);
        }
    }

    private void read(Actor owner, Event event) {
        events.add(event);
        Tally tally = somoim.rsvps().tally(owner, event.id());
        tallies.put(event.id(), tally);
        note("event", event.title().value(), event.startsAt(), event.sequence(), event.isCancelled(), tally);
        for (Rsvp.Answer answer : Rsvp.Answer.values()) {
            for (Rsvp rsvp : all(ask -> somoim.rsvps().list(owner, event.id(), answer, ask))) {
                answers.add(rsvp);
                note("answer", name(rsvp.userId()), rsvp.answer(), rsvp.createdAt(), String.valueOf(rsvp.attendance()));
            }
        }
    }

    private void readTalks(Account account, Actor person) {
        for (Conversations.Shown shown : all(ask -> somoim.conversations().list(person, ask))) {
            conversations.add(shown);
            note("talks", account.email().value(), shown.readUpTo(), shown.unread());
            Id<Conversation> id = shown.conversation().id();
            if (!talks.containsKey(id)) {
                List<Entry> entries = all(ask -> somoim.chat().history(person, id, ask));
                talks.put(id, entries);
                entries.forEach(this::note);
            }
        }
    }

    private void note(Entry entry) {
        if (entry instanceof Entry.Said said) {
            note(
                    "said",
                    said.number(),
                    said.message().senderId() == null ? "" : name(said.message().senderId()),
                    text(said.message().body()),
                    said.sentAt(),
                    String.valueOf(said.message().editedAt()),
                    new TreeMap<>(said.marks().reactions()));
        } else {
            note("unsaid", entry.number(), entry.sentAt());
        }
    }

    private void read(Actor reader, ShownPost shown) {
        Post post = shown.post();
        posts.add(shown);
        note(
                "post",
                name(post.authorId()),
                post.title() == null ? "" : post.title().value(),
                post.body().value(),
                post.isPinned(),
                post.createdAt(),
                String.valueOf(post.editedAt()),
                new TreeMap<>(shown.marks().reactions()));
        for (ThreadEntry entry : all(ask -> somoim.comments().under(reader, post.id(), ask))) {
            comments.add(entry);
            if (entry instanceof ThreadEntry.Said said) {
                note(
                        "comment",
                        name(said.comment().authorId()),
                        said.comment().body().value(),
                        said.comment().depth(),
                        said.createdAt(),
                        new TreeMap<>(said.marks().reactions()));
            } else {
                note("gone", entry.createdAt());
            }
        }
    }

    private void read(Actor reader, Alert alert) {
        alerts.add(alert);
        note(
                "alert",
                name(alert.userId()),
                text(alert.message()),
                alert.drill(),
                alert.status(),
                alert.createdAt(),
                all(ask -> somoim.alerts().answers(reader, alert.id(), ask)).stream()
                        .map(answer -> name(answer.userId()) + " " + answer.answer())
                        .toList());
    }

    /** Every earlier wording of a post. */
    List<Revision> history(Post post) {
        return all(ask -> somoim.posts().history(Actor.person(post.authorId()), post.id(), ask));
    }

    private String name(Id<User> person) {
        Profile profile = profiles.get(person);
        return profile == null ? "somebody" : profile.about().displayName().value();
    }

    private static String text(@Nullable Prose prose) {
        return prose == null ? "" : prose.value();
    }

    private void note(Object... words) {
        lines.add(Stream.of(words).map(String::valueOf).toList().toString());
    }

    private static <T> List<T> all(Function<Page.Ask, Page<T>> list) {
        List<T> all = new ArrayList<>();
        Page<T> page = list.apply(Page.Ask.first(Page.Ask.MOST));
        all.addAll(page.items());
        while (page.next() != null) {
            page = list.apply(new Page.Ask(page.next(), Page.Ask.MOST));
            all.addAll(page.items());
        }
        return all;
    }
}
