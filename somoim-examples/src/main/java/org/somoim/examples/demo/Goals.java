package org.somoim.examples.demo;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.somoim.Somoim;
import org.somoim.goals.Cheer;
import org.somoim.goals.GoalCategory;
import org.somoim.goals.GoalDraft;
import org.somoim.goals.GoalShare;
import org.somoim.goals.Preview;
import org.somoim.goals.Story;
import org.somoim.goals.Tags;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.profiles.Choice;
import org.somoim.profiles.Consent;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySetting;

/** Goals that people share without their name, and what others give to them. */
final class Goals {
    private static final Pattern HEADING = Pattern.compile("== (?<language>ko|en) (?<category>[A-Z_]+) (?<figures>.*)");
    private static final Duration OLDEST = Duration.ofDays(40);

    private final Somoim somoim;
    private final Timeline timeline;
    private final Dice dice;
    private final Crowd crowd;
    private final Instant now;

    /** One of the file. */
    private record Told(
            Language language, GoalDraft draft, @Nullable Story story) {}

    Goals(Somoim somoim, Timeline timeline, Dice dice, Crowd crowd, Instant now) {
        this.somoim = somoim;
        this.timeline = timeline;
        this.dice = dice;
        this.crowd = crowd;
        this.now = now;
    }

    /** Each by somebody else, at some time in the last weeks; the last of them is a few days old. */
    void plan(TextFile file) {
        Map<Language, List<Resident>> people = new EnumMap<>(Language.class);
        for (Told told : read(file)) {
            Instant at = now.minus(dice.between(Duration.ofDays(6), OLDEST));
            timeline.at(at, () -> {
                List<Resident> left = people.computeIfAbsent(
                        told.language(), language -> dice.shuffled(crowd.others(Set.of(language))));
                share(told, left.remove(0), at);
            });
        }
    }

    private void share(Told told, Resident resident, Instant at) {
        somoim.profiles().changeSettings(resident.actor(), settings(told));
        Id<GoalShare> id =
                somoim.goalShares().share(resident.actor(), told.draft()).id();
        Story story = told.story();
        if (story != null) {
            timeline.at(at.plus(Duration.ofMinutes(20)), () -> {
                Preview preview = somoim.goalShares().preview(resident.actor(), id, story);
                somoim.goalShares().publish(resident.actor(), id, preview.story(), preview.proof());
            });
        }
        List<Resident> others = dice.some(dice.between(0, 18), crowd.others(Set.of(Language.values())));
        for (Resident other : others) {
            Instant then = at.plus(Duration.ofDays(2)).plus(dice.between(Duration.ZERO, Duration.ofDays(3)));
            timeline.at(then, () -> cheer(other, id));
        }
    }

    private void cheer(Resident other, Id<GoalShare> id) {
        if (dice.chance(0.7)) {
            somoim.inspiration().cheer(other.actor(), id, Cheer.INSPIRED);
        }
        if (dice.chance(0.6)) {
            somoim.inspiration().cheer(other.actor(), id, Cheer.LIKE);
        }
    }

    /** Everyone lets through something else. */
    private Map<PrivacySetting, Choice> settings(Told told) {
        Map<PrivacySetting, Choice> choices = new EnumMap<>(PrivacySetting.class);
        choices.put(PrivacySetting.GOAL_SHARING_LEVEL, told.story() == null ? GoalSharing.PROGRESS : GoalSharing.STORY);
        for (PrivacySetting setting : List.of(
                PrivacySetting.SHARE_GOAL_AMOUNTS,
                PrivacySetting.SHARE_AGE_RANGE,
                PrivacySetting.SHARE_INCOME_RANGE,
                PrivacySetting.SHARE_REGION)) {
            choices.put(setting, dice.chance(0.6) ? Consent.YES : Consent.NO);
        }
        return choices;
    }

    private static List<Told> read(TextFile file) {
        List<Told> all = new ArrayList<>();
        int at = 0;
        while (at < file.lines().size()) {
            Matcher heading = HEADING.matcher(file.lines().get(at));
            if (!heading.matches()) {
                if (!file.lines().get(at).isBlank() && !file.lines().get(at).startsWith("# ")) {
                    throw file.mistake(at, "stands under no goal", null);
                }
                at++;
                continue;
            }
            List<String> under = new ArrayList<>();
            int end = at + 1;
            while (end < file.lines().size() && !file.lines().get(end).startsWith("==")) {
                if (!file.lines().get(end).isBlank()) {
                    under.add(file.lines().get(end));
                }
                end++;
            }
            try {
                all.add(told(heading, under));
            } catch (RuntimeException wrong) {
                throw file.mistake(at, "is no goal", wrong);
            }
            at = end;
        }
        return all;
    }

    private static Told told(Matcher heading, List<String> under) {
        Map<String, String> figures = new HashMap<>();
        for (String figure : heading.group("figures").split(" ")) {
            figures.put(figure.substring(0, figure.indexOf('=')), figure.substring(figure.indexOf('=') + 1));
        }
        var draft = new GoalDraft(
                GoalCategory.valueOf(heading.group("category")),
                Long.valueOf(requireNonNull(figures.get("target"))),
                Integer.valueOf(requireNonNull(figures.get("progress"))),
                Integer.valueOf(requireNonNull(figures.get("age"))),
                Long.valueOf(requireNonNull(figures.get("income"))),
                new Word(requireNonNull(figures.get("place"))));
        Language language = Language.valueOf(heading.group("language").toUpperCase(Locale.ROOT));
        return new Told(language, draft, under.isEmpty() ? null : story(under));
    }

    private static Story story(List<String> under) {
        Map<String, String> parts = new HashMap<>();
        for (String line : under.subList(1, under.size())) {
            parts.put(line.substring(0, 1), line.substring(3));
        }
        String tags = parts.getOrDefault("#", "");
        return new Story(
                Line.of(under.get(0)),
                prose(parts.get("d")),
                prose(parts.get("s")),
                prose(parts.get("t")),
                tags.isEmpty() ? Tags.NONE : Tags.of(tags.split(", ")));
    }

    private static @Nullable Prose prose(@Nullable String text) {
        return text == null ? null : Prose.of(text);
    }
}
