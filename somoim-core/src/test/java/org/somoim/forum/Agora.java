package org.somoim.forum;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.memory.Community;
import org.somoim.profiles.ContributionStanding;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;
import org.somoim.profiles.Profile;

/** A town with a forum, in which people ask and answer. */
final class Agora {
    static final Actor HOST = Actor.host("test");
    static final Page.Ask ALL = Page.Ask.first(50);

    final Community town;
    final Somoim somoim;
    final ForumCategories categories;
    final ForumTopics topics;
    final ForumPosts posts;
    final ForumVotes votes;
    final ForumCuration curation;
    final ForumDrafts drafts;

    Agora() {
        this(new Community());
    }

    Agora(Community town) {
        this.town = town;
        this.somoim = town.somoim;
        this.categories = somoim.forumCategories();
        this.topics = somoim.forumTopics();
        this.posts = somoim.forumPosts();
        this.votes = somoim.forumVotes();
        this.curation = somoim.forumCuration();
        this.drafts = somoim.forumDrafts();
    }

    Category category() {
        return category(null, ForumType.DISCUSSION, false, ExperienceLevel.NEWCOMER);
    }

    Category moderated() {
        return category(null, ForumType.DISCUSSION, true, ExperienceLevel.NEWCOMER);
    }

    Category forLevel(ExperienceLevel level) {
        return category(null, ForumType.DISCUSSION, false, level);
    }

    Category under(Category parent) {
        return category(parent.id(), ForumType.DISCUSSION, false, ExperienceLevel.NEWCOMER);
    }

    Category category(@Nullable Id<Category> parent, ForumType type, boolean moderated, ExperienceLevel level) {
        return categories.make(HOST, parent, new CategoryDraft(Line.of("살림"), null, type, moderated, level));
    }

    /** Someone new who looks after it. */
    Actor.Person moderatorOf(Category category) {
        Actor.Person person = town.person();
        categories.appoint(HOST, category.id(), person.id());
        return person;
    }

    /** Someone new who looks after every category. */
    Actor.Person siteModerator() {
        Actor.Person person = town.person();
        somoim.accounts().appoint(HOST, person.id(), SiteRole.MODERATOR);
        return person;
    }

    /** Someone new of this level. */
    Actor.Person ofLevel(ExperienceLevel level) {
        Actor.Person person = town.person();
        reach(person, level);
        return person;
    }

    void reach(Actor.Person person, ExperienceLevel level) {
        somoim.together(() -> {
            var store = town.ports.profiles();
            var profile = store.find(person.id()).orElseThrow();
            store.put(new Profile(
                    person.id(),
                    profile.about(),
                    new ContributionStanding(0, 0, level),
                    profile.createdAt(),
                    profile.updatedAt()));
            return level;
        });
    }

    static TopicDraft draft(PostType type, String... tags) {
        return new TopicDraft(Line.of("적금이 나을까요?"), Prose.of("어떻게 **시작**하죠"), type, Tags.of(tags));
    }

    Topic topic(Actor.Person author, Category category) {
        return topics.open(author, category.id(), draft(PostType.DISCUSSION));
    }

    Topic question(Actor.Person author, Category category) {
        return topics.open(author, category.id(), draft(PostType.QUESTION));
    }

    ForumPost post(Actor.Person author, Topic topic) {
        return posts.write(author, topic.id(), Prose.of("저는 이렇게 했어요"));
    }

    static Heading heading(PostType type) {
        return new Heading(Line.of("따로 이야기해요"), type, Tags.NONE);
    }

    void block(Actor.Person blocker, Actor.Person blocked) {
        somoim.profiles().block(blocker, blocked.id());
    }

    ContributionStanding standing(Actor.Person person) {
        return somoim.profiles().mine(person).standing();
    }

    /** What a reader is shown in a topic, by number. */
    List<ForumPost> read(Actor.Person reader, Id<Topic> topic) {
        return posts.in(reader, topic, PostOrder.NUMBER, ALL).items().stream()
                .map(ShownForumPost::post)
                .toList();
    }

    List<Id<Topic>> listed(Actor.Person reader, TopicFilter filter) {
        return topics.list(reader, filter, ALL).items().stream().map(Topic::id).toList();
    }

    /** Everything in a topic as it is kept, deleted or not. */
    List<ForumPost> rows(Id<Topic> topic) {
        return town.ports.transactor().read(() -> {
            List<ForumPost> rows = new ArrayList<>();
            town.ports
                    .forumPosts()
                    .places(topic)
                    .forEach(place -> rows.add(
                            town.ports.forumPosts().find(place.postId()).orElseThrow()));
            return rows;
        });
    }

    Topic kept(Id<Topic> topic) {
        return town.ports
                .transactor()
                .read(() -> town.ports.topics().find(topic).orElseThrow());
    }

    ForumPost keptPost(Id<ForumPost> post) {
        return town.ports
                .transactor()
                .read(() -> town.ports.forumPosts().find(post).orElseThrow());
    }

    static Set<Id<ForumPost>> ids(ForumPost... posts) {
        return Set.of(posts).stream().map(ForumPost::id).collect(Collectors.toSet());
    }
}
