package org.somoim.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.somoim.kernel.Line;

/** Copies nothing, and remembers that it did. */
public final class FakeUpkeep implements Upkeep {
    private final List<Copy> copies = new ArrayList<>();

    @Override
    public List<Step> steps() {
        return List.of(new Step(Line.of("1"), Line.of("kernel"), Instant.EPOCH));
    }

    @Override
    public List<Copy> copies() {
        return List.copyOf(copies);
    }

    @Override
    public Copy take() {
        var copy = new Copy(Line.of("copy-" + copies.size()), Instant.EPOCH, 7);
        copies.add(0, copy);
        return copy;
    }

    @Override
    public Findings check() {
        return new Findings(List.of());
    }

    @Override
    public Optional<Findings> check(Line copy) {
        return copies.stream()
                .filter(one -> one.name().equals(copy))
                .findFirst()
                .map(found -> new Findings(List.of(new Finding(Line.of("all is true"), List.of(Line.of("row 1"))))));
    }
}
