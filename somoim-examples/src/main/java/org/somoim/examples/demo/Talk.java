package org.somoim.examples.demo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.examples.demo.Script.Voice;
import org.somoim.kernel.Prose;

/** What is said in one conversation, in a group or between two. */
record Talk(Language language, boolean isBetweenTwo, List<Remark> remarks) {
    private static final Pattern HEAD = Pattern.compile("(?<language>ko|en) (?<place>group|two)");
    private static final Pattern REMARK = Pattern.compile("(?<voice>[a-d])(?<how>[:>]) (?<text>.+)");

    Talk {
        remarks = List.copyOf(remarks);
    }

    /**
     * One message.
     *
     * @param answers whether it answers the one before it
     * @param edited what it says in the end, or null if it stays as it is
     * @param takenBack whether its sender deletes it
     */
    record Remark(
            Voice by, boolean answers, Prose text, @Nullable Prose edited, boolean takenBack) {}

    Set<Voice> voices() {
        return remarks.stream().map(Remark::by).collect(Collectors.toCollection(() -> EnumSet.noneOf(Voice.class)));
    }

    /** @throws IllegalArgumentException with file and line, if there is a mistake in it */
    static List<Talk> read(TextFile file) {
        List<Talk> talks = new ArrayList<>();
        Matcher head = null;
        List<Remark> remarks = new ArrayList<>();
        for (int at = 0; at < file.lines().size(); at++) {
            String line = file.lines().get(at);
            Matcher next = HEAD.matcher(line);
            if (next.matches()) {
                add(talks, head, remarks);
                head = next;
                remarks = new ArrayList<>();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                if (head == null) {
                    throw file.mistake(at, "stands in no talk; begin one such as \"ko group\"", null);
                }
                read(file, at, line, remarks);
            }
        }
        add(talks, head, remarks);
        return List.copyOf(talks);
    }

    private static void add(List<Talk> talks, @Nullable Matcher head, List<Remark> remarks) {
        if (head != null) {
            talks.add(new Talk(
                    Language.valueOf(head.group("language").toUpperCase(Locale.ROOT)),
                    head.group("place").equals("two"),
                    remarks));
        }
    }

    private static void read(TextFile file, int at, String line, List<Remark> remarks) {
        Matcher remark = REMARK.matcher(line);
        boolean isFirst = remarks.isEmpty();
        if (remark.matches()) {
            boolean answers = remark.group("how").equals(">");
            if (answers && isFirst) {
                throw file.mistake(at, "answers nothing", null);
            }
            Voice voice = Voice.of(remark.group("voice").charAt(0));
            if (voice == null) {
                throw file.mistake(at, "there is no such voice", null);
            }
            remarks.add(new Remark(voice, answers, Prose.of(remark.group("text")), null, false));
        } else if (!isFirst && (line.startsWith("+ ") || line.equals("-"))) {
            Remark last = remarks.remove(remarks.size() - 1);
            remarks.add(new Remark(
                    last.by(),
                    last.answers(),
                    last.text(),
                    line.equals("-") ? null : Prose.of(line.substring(2)),
                    line.equals("-")));
        } else {
            throw file.mistake(at, "expected a remark such as \"a: Hello\", or \"+ Hi\" or \"-\" after one", null);
        }
    }
}
