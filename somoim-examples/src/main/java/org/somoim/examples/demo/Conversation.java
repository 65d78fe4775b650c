package org.somoim.examples.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.somoim.Somoim;
import org.somoim.examples.demo.Script.Answer;
import org.somoim.examples.demo.Script.Said;
import org.somoim.examples.demo.Script.Voice;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.posts.Comment;
import org.somoim.posts.ContentRef;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.posts.Reaction;

/** One post, what is said to it, and how people take it. */
final class Conversation {
    /** Some talk for an hour about a thing, some for a day. */
    private static final Duration SHORTEST = Duration.ofMinutes(50);

    private static final Duration LONGEST = Duration.ofHours(30);
    /** What does not belong is gone before long. */
    private static final Duration UNTIL_REMOVED = Duration.ofMinutes(80);

    private static final List<Reaction.Kind> CHEERFUL = List.of(
            Reaction.Kind.LIKE,
            Reaction.Kind.LIKE,
            Reaction.Kind.LIKE,
            Reaction.Kind.LOVE,
            Reaction.Kind.LAUGH,
            Reaction.Kind.LAUGH,
            Reaction.Kind.THANKS,
            Reaction.Kind.WOW);
    private static final List<Reaction.Kind> TENDER =
            List.of(Reaction.Kind.LOVE, Reaction.Kind.LOVE, Reaction.Kind.LIKE, Reaction.Kind.SAD);

    private final Somoim somoim;
    private final Timeline timeline;
    private final Dice dice;
    private final Said said;
    private final Map<Voice, Resident> cast;
    private final List<Resident> readers;

    /**
     * @param cast everyone whom {@code said} needs
     * @param readers who may react, whoever wrote it included
     */
    Conversation(
            Somoim somoim, Timeline timeline, Dice dice, Said said, Map<Voice, Resident> cast, List<Resident> readers) {
        this.somoim = somoim;
        this.timeline = timeline;
        this.dice = dice;
        this.said = said;
        this.cast = Map.copyOf(cast);
        this.readers = List.copyOf(readers);
    }

    /**
     * Writes the post now, and plans the rest.
     *
     * @param end by when all has been said
     * @param write where to
     * @param then what to do with the post besides
     */
    void begin(Instant end, BiFunction<Actor, Draft, Post> write, Consumer<Post> then) {
        Post post = write.apply(speaker(said.by()).actor(), draft(said.body()));
        then.accept(post);
        Instant begun = timeline.instant();
        Duration most = said.by() == Voice.X ? UNTIL_REMOVED : dice.between(SHORTEST, LONGEST);
        Duration left = Duration.between(begun, end);
        Duration length = left.compareTo(most) < 0 ? left : most;
        planAnswers(post.id(), begun, length);
        if (said.by() != Voice.X) {
            planReactions(ContentRef.post(post.id()), said.by(), dice.between(1, 5), begun, length);
        }
        Prose added = said.added();
        if (added != null) {
            var whole = Prose.of(said.body().value() + "\n\n" + added.value());
            timeline.at(begun.plus(length.dividedBy(2)), () -> somoim.posts()
                    .edit(speaker(said.by()).actor(), post.id(), before -> draft(whole)));
        }
    }

    private void planAnswers(Id<Post> post, Instant begun, Duration length) {
        List<Id<Comment>> thread = new ArrayList<>();
        int count = said.answers().size();
        for (int i = 0; i < count; i++) {
            Answer answer = said.answers().get(i);
            // Quick at first, then slower. No two at once, or an answer might come before what it answers.
            double place = (i + 0.2 + 0.1 * dice.between(0, 7)) / (count + 1);
            Instant at = begun.plusMillis((long) (place * place * length.toMillis()));
            timeline.at(at, () -> answer(post, answer, thread, begun.plus(length)));
        }
    }

    private void answer(Id<Post> post, Answer answer, List<Id<Comment>> thread, Instant end) {
        Actor speaker = speaker(answer.by()).actor();
        thread.subList(answer.depth() - 1, thread.size()).clear();
        Id<Comment> above = thread.isEmpty() ? null : thread.get(thread.size() - 1);
        Id<Comment> comment = somoim.comments()
                .write(speaker, post, above, named(answer.text()), mentions(answer.text()))
                .id();
        thread.add(comment);
        if (answer.takenBack()) {
            timeline.at(end, () -> somoim.comments().delete(speaker, comment));
        } else if (said.by() != Voice.X && dice.chance(0.3)) {
            Instant now = timeline.instant();
            planReactions(
                    ContentRef.comment(comment), answer.by(), dice.between(1, 2), now, Duration.between(now, end));
        }
    }

    private void planReactions(ContentRef target, Voice by, int howMany, Instant from, Duration length) {
        List<Resident> others =
                readers.stream().filter(reader -> !reader.equals(speaker(by))).toList();
        for (Resident reader : dice.some(howMany, others)) {
            Reaction.Kind kind = dice.one(said.tender() ? TENDER : CHEERFUL);
            timeline.at(from.plus(dice.between(Duration.ZERO, length)), () -> somoim.reactions()
                    .react(reader.actor(), target, kind));
        }
    }

    private Draft draft(Prose body) {
        return new Draft(said.title(), named(body), mentions(said.body()));
    }

    private Prose named(Prose text) {
        return ScriptReader.named(text, voice -> "@" + speaker(voice).name().value());
    }

    private Set<Id<User>> mentions(Prose text) {
        return ScriptReader.mentioned(text).stream()
                .map(voice -> speaker(voice).id())
                .collect(Collectors.toSet());
    }

    private Resident speaker(Voice voice) {
        return Objects.requireNonNull(cast.get(voice), () -> "nobody speaks as " + voice);
    }
}
