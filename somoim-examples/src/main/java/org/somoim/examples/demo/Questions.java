package org.somoim.examples.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.somoim.Somoim;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumType;
import org.somoim.forum.PostType;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicDraft;
import org.somoim.forum.Verdict;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;

/** What people of the demo ask one another in the forum, and what helped. */
final class Questions {
    private static final Actor HOST = Actor.host("demo");
    private static final Pattern CATEGORY = Pattern.compile("= (?<type>[A-Z_]+) \\| (?<name>.*) \\| (?<about>.*)");
    private static final Pattern TOPIC =
            Pattern.compile("== (?<language>ko|en) (?<type>[A-Z_]+) \\| (?<title>.*) \\| (?<tags>.*)");
    private static final Duration OLDEST = Duration.ofDays(25);
    private static final Duration NEWEST = Duration.ofDays(4);

    private final Somoim somoim;
    private final Timeline timeline;
    private final Dice dice;
    private final Crowd crowd;
    private final Instant now;

    private record Shelf(CategoryDraft draft, List<Asked> topics) {}

    private record Asked(Language language, TopicDraft draft, List<Answer> answers) {}

    /** @param mark as in the file */
    private record Answer(char mark, Prose words) {}

    Questions(Somoim somoim, Timeline timeline, Dice dice, Crowd crowd, Instant now) {
        this.somoim = somoim;
        this.timeline = timeline;
        this.dice = dice;
        this.crowd = crowd;
        this.now = now;
    }

    /** Each topic by somebody else in the last weeks. One that was asked in the wrong place has been moved. */
    void plan(TextFile file) {
        List<Shelf> shelves = read(file);
        timeline.at(now.minus(OLDEST).minus(Duration.ofDays(1)), () -> {
            Actor moderator = crowd.login(Login.MODERATOR).actor();
            List<Category> made = new ArrayList<>();
            for (Shelf shelf : shelves) {
                Category category = somoim.forumCategories().make(HOST, null, shelf.draft());
                somoim.forumCategories()
                        .appoint(
                                HOST,
                                category.id(),
                                crowd.login(Login.MODERATOR).id());
                made.add(category);
            }
            for (int i = 0; i < shelves.size(); i++) {
                for (Asked asked : shelves.get(i).topics()) {
                    Id<Category> there = made.get(i).id();
                    timeline.at(now.minus(dice.between(NEWEST, OLDEST)), () -> ask(there, asked));
                }
            }
            timeline.at(now.minus(NEWEST).plus(Duration.ofHours(1)), () -> astray(moderator, made));
        });
    }

    private void ask(Id<Category> category, Asked asked) {
        List<Resident> people = dice.shuffled(crowd.others(Set.of(asked.language())));
        boolean isNews = asked.draft().type() == PostType.ANNOUNCEMENT;
        Actor author = (isNews ? crowd.login(Login.MODERATOR) : people.get(0)).actor();
        Topic topic = somoim.forumTopics().open(author, category, asked.draft());
        Instant at = timeline.instant();
        for (int i = 0; i < asked.answers().size(); i++) {
            Answer answer = asked.answers().get(i);
            Resident who = people.get(i + 1);
            at = at.plus(dice.between(Duration.ofMinutes(7), Duration.ofHours(9)));
            timeline.at(at, () -> answer(author, topic.id(), who, answer, people));
        }
    }

    private void answer(Actor author, Id<Topic> topic, Resident who, Answer answer, List<Resident> people) {
        ForumPost post = somoim.forumPosts().write(who.actor(), topic, answer.words());
        int helped = answer.mark() == '-' ? dice.between(0, 1) : dice.between(3, 9);
        for (Resident reader : dice.some(helped, people.subList(20, people.size()))) {
            somoim.forumVotes().vote(reader.actor(), post.id(), Verdict.HELPFUL);
        }
        for (Resident reader : dice.some(dice.between(0, 4), people.subList(20, people.size()))) {
            somoim.forumVotes().like(reader.actor(), post.id());
        }
        if (answer.mark() == '!') {
            somoim.forumVotes().accept(author, post.id());
        }
    }

    /** Asked among the stories of everyday life, and put where questions are answered. */
    private void astray(Actor moderator, List<Category> made) {
        Resident who = dice.one(crowd.others(Set.of(Language.EN)));
        Topic topic = somoim.forumTopics()
                .open(
                        who.actor(),
                        of(made, ForumType.DISCUSSION),
                        new TopicDraft(
                                Line.of("Does anyone here pay for a storage box?"),
                                Prose.of(
                                        "We are out of cupboards. Is it worth it, or does one only forget what is in it?"),
                                PostType.QUESTION,
                                Tags.of("storage")));
        somoim.forumCuration().move(moderator, topic.id(), of(made, ForumType.QUESTIONS));
    }

    private static Id<Category> of(List<Category> made, ForumType type) {
        return made.stream()
                .filter(category -> category.type() == type)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<Shelf> read(TextFile file) {
        List<Shelf> shelves = new ArrayList<>();
        for (int at = 0; at < file.lines().size(); at++) {
            String line = file.lines().get(at);
            try {
                Matcher category = CATEGORY.matcher(line);
                Matcher topic = TOPIC.matcher(line);
                if (category.matches()) {
                    shelves.add(shelf(category));
                } else if (topic.matches()) {
                    List<String> under = file.lines().stream()
                            .skip(at + 1L)
                            .takeWhile(next -> !next.isBlank())
                            .toList();
                    shelves.get(shelves.size() - 1).topics().add(asked(topic, under));
                    at += under.size();
                } else if (!line.isBlank() && !line.startsWith("# ")) {
                    throw new IllegalArgumentException("neither a category nor a topic begins here");
                }
            } catch (RuntimeException wrong) {
                throw file.mistake(at, "is nothing of the forum", wrong);
            }
        }
        return shelves;
    }

    private static Shelf shelf(Matcher heading) {
        var draft = new CategoryDraft(
                Line.of(heading.group("name")),
                Prose.of(heading.group("about")),
                ForumType.valueOf(heading.group("type")),
                false,
                ExperienceLevel.NEWCOMER);
        return new Shelf(draft, new ArrayList<>());
    }

    private static Asked asked(Matcher heading, List<String> under) {
        var draft = new TopicDraft(
                Line.of(heading.group("title")),
                Prose.of(under.get(0)),
                PostType.valueOf(heading.group("type")),
                Tags.of(heading.group("tags").split(", ")));
        List<Answer> answers = under.stream()
                .skip(1)
                .map(line -> new Answer(line.charAt(0), Prose.of(line.substring(2))))
                .toList();
        return new Asked(Language.valueOf(heading.group("language").toUpperCase(Locale.ROOT)), draft, answers);
    }
}
