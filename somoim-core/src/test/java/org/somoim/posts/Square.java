package org.somoim.posts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.somoim.Somoim;
import org.somoim.access.Visibility;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.memory.Community;
import org.somoim.profiles.Audience;
import org.somoim.profiles.PrivacySetting;

/** A town with one group, in which people write. */
final class Square {
    final Community town = new Community();
    final Somoim somoim = town.somoim;
    final Posts posts = somoim.posts();
    final Comments comments = somoim.comments();
    final Reactions reactions = somoim.reactions();
    final Actor.Person owner = town.person("소유자");
    final Id<Group> group;

    Square(Visibility visibility) {
        group = group(visibility);
    }

    Id<Group> group(Visibility visibility) {
        return town.group(owner, terms -> terms.seen(visibility)).id();
    }

    Actor.Person member() {
        Actor.Person person = town.person();
        enter(person);
        return person;
    }

    Actor.Person moderator() {
        Actor.Person person = member();
        somoim.members().appoint(owner, group, person.id(), Membership.Role.MODERATOR);
        return person;
    }

    void enter(Actor.Person person) {
        somoim.memberships().invite(owner, group, person.id());
        somoim.memberships().accept(person, group);
    }

    void leave(Actor.Person person) {
        somoim.memberships().leave(person, group);
    }

    void ban(Actor.Person person) {
        somoim.members().ban(owner, group, person.id());
    }

    void block(Actor.Person blocker, Actor.Person blocked) {
        somoim.profiles().block(blocker, blocked.id());
    }

    void mute(Actor.Person person, String word) {
        somoim.profiles().mute(person, Line.of(word));
    }

    void openPage(Actor.Person person, Audience audience) {
        somoim.profiles().changeSettings(person, Map.of(PrivacySetting.PROFILE_VISIBILITY, audience));
    }

    Post post(Actor.Person author) {
        return post(author, "안녕하세요");
    }

    Post post(Actor.Person author, String body, Actor.Person... mentions) {
        return posts.write(author, group, draft(body, mentions));
    }

    static Draft draft(String body, Actor.Person... mentions) {
        return new Draft(null, Prose.of(body), ids(mentions));
    }

    static Set<Id<User>> ids(Actor.Person... people) {
        return Set.copyOf(Stream.of(people).map(Actor.Person::id).toList());
    }

    Comment comment(Actor.Person author, Post post) {
        return comments.write(author, post.id(), Prose.of("좋아요"));
    }

    Comment reply(Actor.Person author, Comment parent) {
        return comments.write(author, parent.postId(), parent.id(), Prose.of("저도요"), Set.of());
    }

    /** What a reader is shown in the group. */
    List<Id<Post>> read(Actor.Person reader) {
        return posts.inGroup(reader, group, Page.Ask.first(50)).items().stream()
                .map(shown -> shown.post().id())
                .toList();
    }

    List<ThreadEntry> thread(Actor.Person reader, Post post) {
        return comments.under(reader, post.id(), Page.Ask.first(50)).items();
    }
}
