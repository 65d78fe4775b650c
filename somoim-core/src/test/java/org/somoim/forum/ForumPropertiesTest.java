package org.somoim.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.forum.Agora.ALL;
import static org.somoim.forum.Agora.HOST;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.somoim.Covers;
import org.somoim.access.AccessReason;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.User;
import org.somoim.profiles.ContributionStanding;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;

/** Laws that hold whatever people do in the forum. */
@Covers({"FRM-1", "FRM-2", "FRM-3", "FRM-4", "PRF-3"})
class ForumPropertiesTest {
    /**
     * One thing that somebody does.
     *
     * @param what chooses the deed
     * @param who chooses who does it
     * @param on chooses on what
     * @param with chooses with what else
     */
    record Deed(int what, int who, int on, int with) {}

    @Provide
    Arbitrary<Deed> deeds() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 17),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 40))
                .as(Deed::new);
    }

    /** Does deeds, skips what is refused, and remembers every link that was ever good. */
    private static final class History {
        final Agora agora = new Agora();
        final List<Category> categories = new ArrayList<>();
        final List<Actor.Person> people = new ArrayList<>();
        final List<Id<Topic>> topics = new ArrayList<>();
        final List<Id<ForumPost>> posts = new ArrayList<>();
        final Map<Permalink, Id<ForumPost>> links = new HashMap<>();
        final Actor.Person keeper = agora.siteModerator();

        History() {
            categories.add(agora.category());
            categories.add(agora.moderated());
            categories.add(agora.under(categories.get(0)));
            for (int i = 0; i < 4; i++) {
                people.add(agora.town.person());
            }
            people.add(keeper);
            topics.add(agora.question(people.get(0), categories.get(0)).id());
            topics.add(agora.question(people.get(1), categories.get(0)).id());
        }

        void doAll(List<Deed> deeds) {
            for (Deed deed : deeds) {
                try {
                    act(deed);
                } catch (Refusal e) {
                    // Whatever is refused has not happened.
                    assertThat(e.reason()).isNotNull();
                }
                remember();
            }
        }

        private void act(Deed deed) {
            Actor.Person person = people.get(deed.who() % people.size());
            Id<Topic> topic = topics.get(deed.on() % topics.size());
            Id<Topic> other = topics.get(deed.with() % topics.size());
            Id<ForumPost> post = posts.isEmpty() ? null : posts.get(deed.with() % posts.size());
            Verdict verdict = deed.on() % 3 == 0 ? Verdict.UNHELPFUL : Verdict.HELPFUL;
            switch (deed.what()) {
                case 0 ->
                    topics.add(agora.question(person, categories.get(deed.on() % categories.size()))
                            .id());
                case 1, 2, 3, 4 ->
                    posts.add(agora.posts
                            .write(person, topic, Prose.of("답 " + deed.with()))
                            .id());
                case 5 -> agora.curation.merge(keeper, topic, other);
                case 6, 7 ->
                    topics.add(agora.curation
                            .split(keeper, topic, some(topic, deed.with()), Agora.heading(PostType.QUESTION))
                            .id());
                case 8 -> agora.topics.delete(person, topic);
                case 9 -> agora.topics.restore(person, topic);
                case 10 ->
                    agora.curation.move(
                            keeper,
                            topic,
                            categories.get(deed.with() % categories.size()).id());
                case 11 ->
                    agora.curation.waiting(keeper, ALL).items().stream()
                            .findFirst()
                            .ifPresent(waiting -> agora.curation.approve(keeper, waiting.id()));
                default -> {
                    if (post != null) {
                        onPost(deed, person, post, verdict);
                    }
                }
            }
        }

        private void onPost(Deed deed, Actor.Person person, Id<ForumPost> post, Verdict verdict) {
            switch (deed.what()) {
                case 12, 13 -> agora.votes.vote(person, post, verdict);
                case 14 -> agora.votes.unvote(person, post);
                case 15 -> agora.votes.accept(person, post);
                case 16 -> agora.posts.delete(person, post);
                default -> agora.posts.restore(person, post);
            }
        }

        /** Every {@code nth} post but the first. */
        private Set<Id<ForumPost>> some(Id<Topic> topic, int seed) {
            return agora.rows(topic).stream()
                    .filter(row -> row.number() > 1 && (row.number() + seed) % 2 == 0)
                    .map(ForumPost::id)
                    .collect(Collectors.toSet());
        }

        private void remember() {
            for (Id<Topic> id : topics) {
                int edition = agora.kept(id).edition();
                agora.rows(id).stream()
                        .filter(row -> row.number() > 0)
                        .forEach(row -> links.put(new Permalink(id, edition, row.number()), row.id()));
            }
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void numbersAreDenseAndCountedWhateverIsSplitMergedAndDeleted(
            @ForAll @Size(max = 45) List<@From("deeds") Deed> deeds) {
        History history = new History();
        history.doAll(deeds);

        for (Id<Topic> topic : history.topics) {
            List<ForumPost> placed = history.agora.rows(topic).stream()
                    .filter(row -> row.number() > 0)
                    .toList();
            assertThat(placed)
                    .extracting(ForumPost::number)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, placed.size()).boxed().toList());
            assertThat(history.agora.kept(topic).posts()).isEqualTo(placed.size());
            assertThat(placed).extracting(ForumPost::rank).isSorted().doesNotHaveDuplicates();
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void everyLinkThatWasEverGoodLeadsToItsPostWhereverThatIs(@ForAll @Size(max = 45) List<@From("deeds") Deed> deeds) {
        History history = new History();
        history.doAll(deeds);

        history.links.forEach((link, post) -> {
            ForumPost now = history.agora.keptPost(post);
            if (!now.isDeleted() && !history.agora.kept(now.topicId()).isDeleted()) {
                Spot spot = history.agora.topics.find(history.keeper, link);
                assertThat(spot.postId()).isEqualTo(post);
                assertThat(spot.topicId()).isEqualTo(now.topicId());
                assertThat(spot.number()).isEqualTo(now.number());
            }
        });
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void whatWasMergedLeadsInOneStepToATopicThatWasNot(@ForAll @Size(max = 45) List<@From("deeds") Deed> deeds) {
        History history = new History();
        history.doAll(deeds);

        for (Id<Topic> id : history.topics) {
            Topic topic = history.agora.kept(id);
            if (topic.mergedInto() != null) {
                assertThat(history.agora.kept(topic.mergedInto()).status()).isNotEqualTo(TopicStatus.MERGED);
                assertThat(history.agora.rows(id)).isEmpty();
            }
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void aQuestionIsSolvedByALivingAnswerInItAndByNoOther(@ForAll @Size(max = 45) List<@From("deeds") Deed> deeds) {
        History history = new History();
        history.doAll(deeds);

        for (Id<Topic> id : history.topics) {
            Topic topic = history.agora.kept(id);
            if (topic.bestAnswerId() != null) {
                ForumPost best = history.agora.keptPost(topic.bestAnswerId());
                assertThat(best.topicId()).isEqualTo(id);
                assertThat(best.isDeleted()).isFalse();
                assertThat(best.number()).isGreaterThan(1);
                assertThat(topic.type()).isEqualTo(PostType.QUESTION);
            }
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void whatIsKeptOfStandingIsWhatFollowsFromWhatOthersAppreciate(
            @ForAll @Size(max = 45) List<@From("deeds") Deed> deeds) {
        History history = new History();
        history.doAll(deeds);

        for (Actor.Person person : history.people) {
            assertThat(history.agora.standing(person)).isEqualTo(replayed(history, person.id()));
        }
    }

    /** Worked out from the rows, vote by vote, and not by the store's own sums. */
    private static ContributionStanding replayed(History history, Id<User> author) {
        Map<Id<User>, Integer> helpful = new HashMap<>();
        Map<Id<User>, Integer> solved = new HashMap<>();
        Set<Id<ForumPost>> appreciated = new HashSet<>();
        for (Id<Topic> id : history.topics) {
            Topic topic = history.agora.kept(id);
            for (ForumPost post : history.agora.rows(id)) {
                if (topic.isDeleted()
                        || post.isDeleted()
                        || post.number() == 0
                        || !post.authorId().equals(author)) {
                    continue;
                }
                for (Actor.Person other : history.people) {
                    Verdict said = history.agora.town.ports.transactor().read(() -> history.agora
                            .town
                            .ports
                            .forumPosts()
                            .verdicts(other.id(), Set.of(post.id()))
                            .get(post.id()));
                    if (said == Verdict.HELPFUL) {
                        helpful.merge(other.id(), 1, Integer::sum);
                        appreciated.add(post.id());
                    }
                }
                if (post.id().equals(topic.bestAnswerId()) && !author.equals(topic.solvedBy())) {
                    solved.merge(topic.solvedBy(), 1, Integer::sum);
                    appreciated.add(post.id());
                }
            }
        }
        Set<Id<User>> givers = new HashSet<>(helpful.keySet());
        givers.addAll(solved.keySet());
        int points = givers.stream()
                .mapToInt(giver ->
                        halving(10, helpful.getOrDefault(giver, 0)) + halving(25, solved.getOrDefault(giver, 0)))
                .sum();
        ExperienceLevel level =
                points >= 50 && givers.size() >= 3 ? ExperienceLevel.CONTRIBUTOR : ExperienceLevel.NEWCOMER;
        return new ContributionStanding(points, appreciated.size(), level);
    }

    private static int halving(int first, int many) {
        return many == 0 || first == 0 ? 0 : first + halving(first / 2, many - 1);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void countsAreWhatPeopleGaveOnceEach(@ForAll @Size(max = 45) List<@From("deeds") Deed> deeds) {
        History history = new History();
        history.doAll(deeds);

        for (Id<ForumPost> id : history.posts) {
            ForumPost post = history.agora.keptPost(id);
            Tally tally = history.agora
                    .town
                    .ports
                    .transactor()
                    .read(() -> history.agora.town.ports.forumPosts().tally(id));
            assertThat(post.helpful()).isEqualTo(tally.helpful()).isLessThan(history.people.size());
            assertThat(post.quality()).isEqualTo(tally.quality());
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whatIsSplitOffAndMergedBackStandsAsBefore(
            @ForAll @IntRange(min = 2, max = 12) int many,
            @ForAll Set<@IntRange(min = 2, max = 12) Integer> chosen,
            @ForAll boolean waited) {
        Agora agora = new Agora();
        Category category = agora.category();
        Actor.Person author = agora.town.person();
        Actor.Person keeper = agora.moderatorOf(category);
        Topic topic = agora.topic(author, category);
        for (int i = 1; i < many; i++) {
            if (waited) {
                agora.town.clock.advance(Duration.ofMillis(i));
            }
            agora.post(i % 2 == 0 ? author : keeper, topic);
        }
        List<Id<ForumPost>> before =
                agora.rows(topic.id()).stream().map(ForumPost::id).toList();
        Set<Id<ForumPost>> going = chosen.stream()
                .filter(number -> number <= before.size())
                .map(number -> before.get(number - 1))
                .collect(Collectors.toSet());
        if (going.isEmpty()) {
            return;
        }

        Topic started = agora.curation.split(keeper, topic.id(), going, Agora.heading(PostType.DISCUSSION));
        assertThat(agora.rows(started.id()).size() + agora.rows(topic.id()).size())
                .isEqualTo(before.size());
        agora.curation.merge(keeper, started.id(), topic.id());

        assertThat(agora.rows(topic.id())).extracting(ForumPost::id).containsExactlyElementsOf(before);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void noCategoryEverStandsInItself(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 7) Integer> which,
            @ForAll @Size(max = 40) List<@IntRange(min = -1, max = 7) Integer> under) {
        Agora agora = new Agora();
        List<Category> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(agora.category());
        }
        for (int i = 0; i < Math.min(which.size(), under.size()); i++) {
            Id<Category> parent =
                    under.get(i) < 0 ? null : all.get(under.get(i)).id();
            try {
                agora.categories.move(HOST, all.get(which.get(i)).id(), parent);
            } catch (Refusal e) {
                assertThat(e.reason()).isIn(ForumReason.CIRCLE, ForumReason.TOO_DEEP);
            }
        }

        for (Category category : all) {
            Set<Id<Category>> met = new HashSet<>();
            Id<Category> at = category.id();
            while (at != null) {
                assertThat(met.add(at)).isTrue();
                Id<Category> asked = at;
                at = agora.town.ports.transactor().read(() -> agora.town
                        .ports
                        .categories()
                        .find(asked)
                        .orElseThrow()
                        .parentId());
            }
            assertThat(met).hasSizeLessThanOrEqualTo(Category.MOST_LEVELS);
        }
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void nobodyBelowTheLevelGetsThroughAnyDoor(
            @ForAll ExperienceLevel asked, @ForAll ExperienceLevel reached, @ForAll boolean above) {
        Agora agora = new Agora();
        Category high = agora.forLevel(asked);
        Category category = above ? agora.under(high) : high;
        Actor.Person author = agora.ofLevel(ExperienceLevel.EXPERT);
        Topic topic = agora.question(author, category);
        ForumPost post = agora.post(author, topic);
        Actor.Person keeper = agora.moderatorOf(category);
        agora.curation.pin(keeper, topic.id());
        Actor.Person reader = agora.ofLevel(reached);
        ForumDraft draft = agora.drafts.begin(author, category.id(), null, Prose.of("나중에"), PostType.TIP, Tags.NONE);
        boolean may = reached.compareTo(asked) >= 0;

        List<Runnable> doors = List.of(
                () -> agora.categories.get(reader, category.id()),
                () -> agora.topics.get(reader, topic.id()),
                () -> agora.topics.find(reader, new Permalink(topic.id(), 1, 2)),
                () -> agora.topics.list(reader, TopicFilter.in(category.id()), ALL),
                () -> agora.topics.pinned(reader, category.id()),
                () -> agora.topics.follow(reader, topic.id()),
                () -> agora.posts.get(reader, post.id()),
                () -> agora.posts.in(reader, topic.id(), PostOrder.NUMBER, ALL),
                () -> agora.posts.in(reader, topic.id(), PostOrder.QUALITY, ALL),
                () -> agora.posts.write(reader, topic.id(), Prose.of("저도요")),
                () -> agora.votes.like(reader, post.id()),
                () -> agora.votes.vote(reader, post.id(), Verdict.HELPFUL),
                () -> agora.topics.open(reader, category.id(), Agora.draft(PostType.QUESTION)),
                () -> agora.drafts.begin(reader, category.id(), null, Prose.of("나중에"), PostType.TIP, Tags.NONE),
                () -> agora.drafts.beginAnswer(reader, topic.id(), Prose.of("나중에")));
        for (Runnable door : doors) {
            assertThat(isOpen(door)).isEqualTo(may);
        }
        assertThat(agora.listed(reader, TopicFilter.ALL).contains(topic.id())).isEqualTo(may);
        assertThat(isOpen(() -> agora.drafts.publish(reader, draft.id()))).isFalse();
        // Who followed while they could hears nothing more once they cannot.
        agora.reach(author, ExperienceLevel.NEWCOMER);
        agora.posts.write(keeper, topic.id(), Prose.of("새 글"));
        agora.somoim.deliver();
        boolean authorMay = asked == ExperienceLevel.NEWCOMER;
        assertThat(agora.topics.following(author, ALL).items().isEmpty()).isEqualTo(!authorMay);
        assertThat(agora.posts.mine(author, ALL).items().isEmpty()).isEqualTo(!authorMay);
        assertThat(agora.somoim.notifications().list(author, ALL, false).items().isEmpty())
                .isEqualTo(!authorMay);
    }

    private static boolean isOpen(Runnable door) {
        try {
            door.run();
            return true;
        } catch (Refusal e) {
            assertThat(e.reason()).isEqualTo(AccessReason.NOT_FOUND);
            return false;
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void qualityIsBetweenNothingAndTheShareAndGrowsWithEveryYes(
            @ForAll @IntRange(max = 5000) int helpful, @ForAll @IntRange(max = 5000) int unhelpful) {
        int votes = helpful + unhelpful;
        int quality = Quality.of(helpful, votes);

        assertThat(quality).isBetween(0, votes == 0 ? 0 : 1000 * helpful / votes);
        assertThat(Quality.of(helpful + 1, votes + 1)).isGreaterThanOrEqualTo(quality);
        assertThat(Quality.of(helpful, votes + 1)).isLessThanOrEqualTo(quality);
    }
}
