package org.somoim.operations;

import java.util.List;
import java.util.Optional;
import org.somoim.kernel.Line;

/** Nobody has said how the store is looked after. */
final class NoUpkeep implements Upkeep {

    @Override
    public boolean isThere() {
        return false;
    }

    @Override
    public List<Step> steps() {
        return List.of();
    }

    @Override
    public List<Copy> copies() {
        return List.of();
    }

    @Override
    public Copy take() {
        throw OperationsReason.NO_UPKEEP.refuse();
    }

    @Override
    public Findings check() {
        throw OperationsReason.NO_UPKEEP.refuse();
    }

    @Override
    public Optional<Findings> check(Line copy) {
        throw OperationsReason.NO_UPKEEP.refuse();
    }
}
