package org.somoim.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Policies;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryPorts;
import org.somoim.moderation.Background;
import org.somoim.moderation.Detector;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Signal;
import org.somoim.moderation.Snapshot;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;

/** What machines get to see of the forum, and what comes of it. */
@Covers({"MOD-7", "FRM-2", "FRM-3"})
class ForumWatchTest {
    private static final Prose PILLS = Prose.of("cheap pills here");

    private final Agora agora = new Agora(
            new Community(clock -> MemoryPorts.of(clock, new Random(1)), Policies.PRESET, List.of(new Pills())));
    private final Actor.Person author = agora.town.person();
    private final Actor.Person reader = agora.town.person();

    /** Sure that whoever speaks of pills sends spam. */
    private static final class Pills implements Detector {

        @Override
        public Word name() {
            return new Word("pills");
        }

        @Override
        public List<Signal> look(Snapshot said, Background background) {
            return PILLS.equals(said.body())
                    ? List.of(new Signal(name(), Ground.SPAM, 950_000, List.of(Line.of("pills"))))
                    : List.of();
        }
    }

    private boolean hasCase(Id<?> content) {
        return agora.town
                .ports
                .transactor()
                .read(() -> agora.town.ports.cases().about(content))
                .isPresent();
    }

    @Test
    void whatLooksLikeSpamWaitsForAPersonAndTheRestOfTheTopicIsRead() {
        Topic topic = agora.topic(reader, agora.category());
        ForumPost plain = agora.post(author, topic);
        ForumPost spam = agora.posts.write(author, topic.id(), PILLS);
        agora.somoim.deliver();

        assertThat(hasCase(spam.id())).isTrue();
        assertThat(hasCase(plain.id())).isFalse();
        assertThat(agora.read(reader, topic.id()))
                .extracting(ForumPost::id)
                .contains(plain.id())
                .doesNotContain(spam.id());
        assertThat(agora.read(author, topic.id())).extracting(ForumPost::id).contains(spam.id());
    }

    @Test
    void aTopicIsLookedAtWithWhatOpensIt() {
        Topic topic = agora.topics.open(
                author,
                agora.category().id(),
                new TopicDraft(Line.of("an offer"), PILLS, PostType.DISCUSSION, Tags.NONE));
        agora.somoim.deliver();

        assertThat(hasCase(topic.id())).isTrue();
        assertThat(agora.listed(reader, TopicFilter.ALL)).doesNotContain(topic.id());
    }

    @Test
    void whatIsForSomeOnlyOrWaitsForAPersonAnywayIsShownToNoMachine() {
        Actor.Person expert = agora.ofLevel(ExperienceLevel.EXPERT);
        Topic among = agora.topic(expert, agora.forLevel(ExperienceLevel.EXPERIENCED));
        ForumPost below = agora.posts.write(expert, among.id(), PILLS);
        Category moderated = agora.moderated();
        Topic open = agora.topic(agora.moderatorOf(moderated), moderated);
        ForumPost waiting = agora.posts.write(author, open.id(), PILLS);
        agora.somoim.deliver();

        assertThat(waiting.isWaiting()).isTrue();
        assertThat(hasCase(below.id())).isFalse();
        assertThat(hasCase(waiting.id())).isFalse();
    }
}
