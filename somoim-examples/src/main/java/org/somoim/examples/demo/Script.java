package org.somoim.examples.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Visibility;
import org.somoim.groups.Group;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;

/**
 * What is said in the demo, and by which voice. Who speaks with which voice is decided by {@link Town}.
 *
 * @param groups in the order in which they are founded
 * @param pages posts on people's own pages, by language; their owner speaks as {@link Voice#O}
 * @param gatherings what groups meet for
 */
record Script(List<Scene> groups, Map<Language, List<Said>> pages, List<Gathering> gatherings) {

    /** The script of the demo. */
    static Script read() {
        List<Scene> groups = TextFile.read("groups.txt").lines().stream()
                .filter(line -> !line.startsWith("#"))
                .map(name -> ScriptReader.scene(TextFile.read("groups/" + name + ".txt")))
                .toList();
        return new Script(
                groups,
                Map.of(
                        Language.KO, ScriptReader.posts(TextFile.read("pages-ko.txt")),
                        Language.EN, ScriptReader.posts(TextFile.read("pages-en.txt"))),
                Gathering.read(TextFile.read("meetings.txt")));
    }

    /** What a group meets for. */
    List<Gathering> gatheringsOf(Scene scene) {
        return gatherings.stream()
                .filter(gathering -> gathering.group().equals(scene.name()))
                .toList();
    }

    /** Who speaks. */
    enum Voice {
        /** The owner. */
        O,
        /** A moderator. */
        M,
        A,
        B,
        C,
        D,
        /** Someone who does not behave: what they post is taken away, and they are banned. */
        X;

        /** Those who are neither the owner, nor a moderator, nor banned. */
        static final List<Voice> REGULARS = List.of(A, B, C, D);

        /** As written in the files. */
        char letter() {
            return Character.toLowerCase(name().charAt(0));
        }

        /** Null if there is no such voice. */
        static @Nullable Voice of(char letter) {
            return Arrays.stream(values())
                    .filter(voice -> voice.letter() == letter)
                    .findFirst()
                    .orElse(null);
        }

        /** In groups of both languages. */
        Language ofMixed() {
            return switch (this) {
                case O, A, C -> Language.KO;
                case M, B, D, X -> Language.EN;
            };
        }
    }

    /**
     * A group and what is said in it.
     *
     * @param languages one, or both
     * @param members active at the end, the owner included
     * @param castIsFixed whether each voice is one person throughout, as in a family, or another in each post
     * @param with what the three logins are here
     * @param about its description
     * @param drill what its moderator once called the group with for an exercise, or null
     * @param posts oldest first
     */
    record Scene(
            Line name,
            Word category,
            Group.Kind kind,
            Visibility visibility,
            Group.JoinPolicy policy,
            Set<Language> languages,
            int members,
            boolean castIsFixed,
            Map<Login, Part> with,
            Prose about,
            @Nullable Prose drill,
            List<Said> posts) {

        boolean isMixed() {
            return languages.size() > 1;
        }

        boolean needs(Voice voice) {
            return posts.stream().anyMatch(post -> post.voices().contains(voice));
        }
    }

    /** What a login is to a group: a voice, or someone outside. */
    record Part(Kind kind, @Nullable Voice voice) {
        /** The ways to be there. */
        enum Kind {
            VOICE,
            /** A member who came late and says nothing. */
            LATE,
            /** Invited, and has not answered. */
            INVITED,
            /** Has asked to join, and was not answered. */
            ASKED
        }
    }

    /**
     * A post and what is said to it. Its texts name a voice as {@code {a}} where they mention whoever speaks with it.
     *
     * @param tender whether it is no laughing matter
     * @param title null if it has none
     * @param added what its author adds to it later, or null
     */
    record Said(
            Voice by,
            boolean pinned,
            boolean tender,
            @Nullable Line title,
            Prose body,
            @Nullable Prose added,
            List<Answer> answers) {

        /** Everyone who speaks or is mentioned. */
        Set<Voice> voices() {
            return ScriptReader.voices(this);
        }
    }

    /**
     * A comment.
     *
     * @param depth 1 for an answer to the post; otherwise it answers the last comment before it that is one less deep
     * @param takenBack whether its author deletes it later
     */
    record Answer(Voice by, int depth, boolean takenBack, Prose text) {}
}
