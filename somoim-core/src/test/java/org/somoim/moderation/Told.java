package org.somoim.moderation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.somoim.kernel.Line;
import org.somoim.kernel.Word;

/** A detector that takes words at their word: {@code [spam 0.93]} is spam at 0.93, because of {@code spam}. */
final class Told implements Detector {
    private static final Pattern SAID = Pattern.compile("\\[([a-z-]+) ([01]\\.[0-9]+)\\]");

    private final List<Snapshot> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<Background> backgrounds = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Word name() {
        return new Word("told");
    }

    @Override
    public List<Signal> look(Snapshot said, Background background) {
        seen.add(said);
        backgrounds.add(background);
        var signals = new ArrayList<Signal>();
        Matcher matcher = SAID.matcher(said.words());
        while (matcher.find()) {
            Ground ground =
                    Ground.valueOf(matcher.group(1).toUpperCase(Locale.ROOT).replace('-', '_'));
            int probability = (int) Math.round(Double.parseDouble(matcher.group(2)) * Signal.CERTAIN);
            signals.add(new Signal(name(), ground, probability, List.of(Line.of(matcher.group(1)))));
        }
        return signals;
    }

    List<Snapshot> seen() {
        return List.copyOf(seen);
    }

    List<Background> backgrounds() {
        return List.copyOf(backgrounds);
    }
}
