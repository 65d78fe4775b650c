package org.somoim.moderation;

import java.util.List;
import java.util.function.Function;
import org.somoim.kernel.Word;

/** A detector that does what it is told. */
final class Scripted implements Detector {
    private final String name;
    private final Function<Snapshot, List<Signal>> script;

    Scripted(String name, Function<Snapshot, List<Signal>> script) {
        this.name = name;
        this.script = script;
    }

    @Override
    public Word name() {
        return new Word(name);
    }

    @Override
    public List<Signal> look(Snapshot said, Background background) {
        return script.apply(said);
    }
}
